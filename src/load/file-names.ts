import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, say } from '../model/message.ts';
import { findSimilarNames, nameRequirement, suggestName } from '../model/name.ts';
import { fileStart } from '../model/span.ts';

/**
 * Returns a fault for each name of a file or folder that the rule for names refuses, and for each that differs from
 * another only in what a file system may ignore. `names` are without `extension`.
 */
export function fileNameFaults(folder: string, names: readonly string[], extension = ''): readonly Diagnostic[] {
  const refuse = (name: string, message: Message, hint: Message): Diagnostic =>
    fault('file/not-read', fileStart(`${folder}/${name}${extension}`), message, { hint });
  const wrongNames = names.flatMap((name) => {
    const requirement = nameRequirement(name);
    if (requirement === undefined) return [];
    const suggestion = suggestName(name);
    const hint = suggestion === undefined ? say`rename it` : say`rename it to ${suggestion + extension}`;
    return [refuse(name, [...say`${name} must be `, requirement], hint)];
  });
  const similarNames = findSimilarNames(names).map(([first, second]) => {
    const message = say`the names ${first} and ${second} differ only in capitals, width or the composition of letters`;
    return refuse(second, message, say`rename one of them: some file systems take them for the same`);
  });
  return [...wrongNames, ...similarNames];
}
