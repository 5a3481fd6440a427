import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import { fileStart } from '../model/span.ts';
import type { FolderEntry } from '../world.ts';

/** Matches the name of a file of Markdown; group 1 is the name without its extension. Other files may be notes. */
const TEXT_FILE = /^(.+)\.(?:md|markdown|mdown)$/iu;

/** Matches the name of a file that explains a folder to people. */
const READ_ME = /^read[-_]?me\b/iu;

/** The files of a letter beside its texts, without their extension. */
const LETTER_FILES = ['letter', 'sources', 'approvals', 'terms', 'translations'];

/** Returns a fault for each file in a folder of texts that seems to be a text, but whose name does not end in `.md`. */
export function unreadExtensionFaults(folder: string, entries: readonly FolderEntry[]): readonly Diagnostic[] {
  return entries.flatMap(({ name, kind }) => {
    const stem = TEXT_FILE.exec(name)?.[1];
    if (kind === 'folder' || stem === undefined || name.endsWith('.md') || READ_ME.test(name)) return [];
    const message = say`this file is not read: the names of texts end in ${'.md'}`;
    return [
      notRead(`${folder}/${name}`, message, say`rename it to ${`${stem}.md`}, or move it out of ${`${folder}/`}`),
    ];
  });
}

/** Returns a fault for each text that is directly in the folder of a language, where no text is read. */
export function misplacedTextFaults(folder: string, entries: readonly FolderEntry[]): readonly Diagnostic[] {
  return entries.flatMap(({ name, kind }) => {
    const stem = TEXT_FILE.exec(name)?.[1];
    if (kind === 'folder' || stem === undefined || READ_ME.test(name)) return [];
    const message = say`this file is not read: it is in none of the folders for texts`;
    const hint = say`move it to ${`${folder}/body/${stem}.md`} if it is a whole letter; other texts are in cover/, passages/, demands/ and partials/`;
    return [notRead(`${folder}/${name}`, message, hint)];
  });
}

/** Returns a fault for each file of a letter whose name ends in `.yml`, and which would be taken for absent. */
export function unreadLetterFileFaults(folder: string, entries: readonly FolderEntry[]): readonly Diagnostic[] {
  return LETTER_FILES.flatMap((stem) => {
    if (!entries.some(({ name, kind }) => kind !== 'folder' && name === `${stem}.yml`)) return [];
    const message = say`this file is not read: its name does not end in ${'.yaml'}`;
    return [notRead(`${folder}/${stem}.yml`, message, say`rename it to ${`${stem}.yaml`}, or move it away`)];
  });
}

function notRead(path: string, message: Message, hint: Message): Diagnostic {
  return fault('file/not-read', fileStart(path), message, { hint });
}
