import { createHash } from 'node:crypto';
import { type Diagnostic, fault, warning } from '../model/diagnostic.ts';
import type { EnclosedFile, EnclosedFiles } from '../model/enclosed-file.ts';
import { say } from '../model/message.ts';
import { type Outcome, andThen, settle } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import { checkContent } from './check-content.ts';
import { OTHER_MEDIA_TYPE, isProgram, kindByName } from './file-kinds.ts';

/** Checks the files that a letter encloses, by their path in its folder. A file that could not be read keeps its faults. */
export function checkEnclosures(files: ReadonlyMap<string, Outcome<Uint8Array>>): EnclosedFiles {
  return new Map(
    [...files].map(([path, bytes]) => [path, andThen(bytes, (content) => checkEnclosure(path, content))] as const),
  );
}

function checkEnclosure(path: string, bytes: Uint8Array): Outcome<EnclosedFile> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const mediaType = kindByName(name)?.mediaType ?? OTHER_MEDIA_TYPE;
  const hash = createHash('sha256').update(bytes).digest('hex');
  return settle({ path, name, mediaType, bytes, hash }, problemsOf(path, name, bytes));
}

/** As many first bytes as tell what a file is. */
const BEGINNING_LENGTH = 1024;

function problemsOf(path: string, name: string, bytes: Uint8Array): readonly Diagnostic[] {
  const span = fileStart(path);
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING_LENGTH)).toString('latin1');
  if (bytes.length === 0) {
    const hint = say`copy it again from where it came from, or export it again`;
    return [fault('enclosure/refused', span, say`${path} is empty`, { hint })];
  }
  if (isProgram(name, beginning)) {
    const message = say`${path} is a program, or contains one: mail servers refuse it`;
    return [fault('enclosure/refused', span, message, { hint: say`enclose a document, as a PDF` })];
  }
  const kind = kindByName(name);
  if (kind === undefined) {
    const message = say`${path} was not checked: its name does not have the ending of a usual kind of document`;
    const hint = say`make sure that recipients can open it; a PDF is the safest`;
    return [warning('enclosure/not-checked', span, message, { hint })];
  }
  return checkContent(path, kind, bytes, beginning).map(({ code, message, hint }) =>
    (code === 'enclosure/refused' ? fault : warning)(code, span, message, { hint }),
  );
}
