import type { LetterSettings } from '../model/campaign.ts';
import { type DataPath, spanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { copyOfEnclosure, findEnclosedFile, readEnclosurePath } from '../model/enclosed-file.ts';
import { ALL_LANGUAGES } from '../model/language.ts';
import { say } from '../model/message.ts';
import { nameKey } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import type { CampaignParts } from './campaign-parts.ts';

/** The path of an enclosed file as `letter.yaml` has it, and where. */
interface WrittenPath {
  readonly written: string;
  readonly span: Span;
}

/** Returns the faults and warnings of the files that `letter.yaml` encloses, each where the file is named. */
export function enclosedFileFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  return writtenPaths(letter, data.letter).flatMap(({ written, span }) => {
    const path = readEnclosurePath(written);
    if (!path.ok) return [fault('enclosure/path', span, path.message, { hint: path.hint })];
    const file = data.enclosedFiles.get(path.path);
    return (file?.diagnostics ?? []).map((diagnostic) => ({ ...diagnostic, span }));
  });
}

/**
 * Returns a fault for each two files that would have one name beside the letters: two enclosures, or an enclosure and a
 * picture. Names that differ only in what a file system may ignore are one name.
 */
export function sameCopyFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  const firsts = new Map<string, { readonly path: string; readonly span?: Span }>(
    [...data.pictures.keys()].map((path) => [nameKey(path), { path }]),
  );
  return writtenPaths(letter, data.letter).flatMap(({ written, span }) => {
    const file = findEnclosedFile(data.enclosedFiles, written);
    if (file === undefined) return [];
    const key = nameKey(copyOfEnclosure(file));
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, { path: file.path, span });
    if (first === undefined || first.path === file.path) return [];
    const message = say`${file.path} and ${first.path} would have one name beside the letters: ${copyOfEnclosure(file)}`;
    return [
      fault('enclosure/same-name', span, message, {
        hint: say`rename one of them; recipients see the name`,
        related: first.span === undefined ? [] : [{ span: first.span, message: say`the other file` }],
      }),
    ];
  });
}

function writtenPaths({ enclosures }: LetterSettings, data: CampaignParts['data']['letter']): readonly WrittenPath[] {
  return enclosures.flatMap((enclosure, index): readonly WrittenPath[] => {
    if (enclosure.kind === 'source') return [];
    return Object.entries(enclosure.file).map(([language, written]) => {
      const path: DataPath = ['enclosures', index, 'file'];
      return { written, span: spanAt(data, language === ALL_LANGUAGES ? path : [...path, language]) };
    });
  });
}
