import { type Message, say } from './message.ts';
import { nameRequirement, suggestName } from './name.ts';

/** The path of a file in the folder of a letter, or why a text is none. */
export type FilePath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly message: Message; readonly hint: Message };

/** What a file is for, in messages: "picture", with the path of one. */
interface FileUse {
  readonly noun: 'picture' | 'enclosure';
  readonly example: string;
}

/**
 * Reads the path of a file that letters have beside them, as a file of the campaign has it. It is relative to the
 * letter's folder, in every language, and leads to no other folder. Its parts are names (`nameRequirement`), because the
 * file is copied beside the letters, and because such a path is the same in Markdown, in YAML and on every file system.
 */
export function readFilePath(written: string, use: FileUse): FilePath {
  const refusal = refuseOtherPlace(written, use);
  if (refusal !== undefined) return { ok: false, ...refusal };
  const path = written.replace(/^(?:\.\/)+/u, '');
  const parts = path.split('/');
  for (const part of parts) {
    const requirement = nameRequirement(part);
    if (requirement === undefined) continue;
    const message = say`the path of ${WITH_ARTICLE[use.noun]} consists of names, and ${part} is none: it must be ${[requirement]}`;
    return { ok: false, message, hint: renamingHint(part) };
  }
  return { ok: true, path };
}

const WITH_ARTICLE: Readonly<Record<FileUse['noun'], Message>> = {
  picture: ['a picture'],
  enclosure: ['an enclosure'],
};

/** Returns why a path leads elsewhere than into the letter's folder; undefined if it does not. */
function refuseOtherPlace(
  written: string,
  { noun, example }: FileUse,
): { readonly message: Message; readonly hint: Message } | undefined {
  const one = WITH_ARTICLE[noun];
  const save = say`save the ${[noun]} in the letter's folder, and write its name, as ${example}`;
  if (/^data:/iu.test(written))
    return { message: say`${one} is a file of its own, and not written into a text`, hint: save };
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/|www\.)/iu.test(written))
    return { message: say`letters have no ${[noun]} from another place than the letter's folder`, hint: save };
  if (/^(?:[/\\~]|[a-z]:)/iu.test(written))
    return { message: say`the path of ${one} begins in the letter's folder, and not in that of a machine`, hint: save };
  if (written.split(/[/\\]/u).includes('..'))
    return { message: say`the path of ${one} does not lead out of the letter's folder`, hint: save };
  if (written.includes('\\'))
    return {
      message: say`the folders in the path of ${one} have ${'/'} between them`,
      hint: say`write ${written.replaceAll('\\', '/')}`,
    };
  return undefined;
}

function renamingHint(part: string): Message {
  const [, stem = '', extension = ''] = /^(.*?)(\.[a-z][a-z0-9]*)?$/isu.exec(decoded(part)) ?? [];
  const name = suggestName(stem);
  return name === undefined
    ? say`rename it, and write its new name`
    : say`rename it to ${`${name}${extension.toLowerCase()}`}, and write that`;
}

/** Returns a part of a path without the escapes of a web address, as `%20`. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
