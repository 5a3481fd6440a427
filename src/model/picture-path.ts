import { type Message, say } from './message.ts';
import { nameRequirement, suggestName } from './name.ts';

/** The path of a picture in the folder of a letter, or why a text is none. */
export type PicturePath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly message: Message; readonly hint: Message };

/**
 * Reads the path of a picture as a file of the campaign has it. It is relative to the letter's folder, in the texts of
 * every language, and leads to no other folder. Its parts are names (`nameRequirement`), because the file is copied
 * beside the letters, and because such a path is the same in Markdown, in YAML and on every file system.
 */
export function readPicturePath(written: string): PicturePath {
  const refusal = refuseOtherPlace(written);
  if (refusal !== undefined) return { ok: false, ...refusal };
  const path = written.replace(/^(?:\.\/)+/u, '');
  const parts = path.split('/');
  for (const part of parts) {
    const requirement = nameRequirement(part);
    if (requirement === undefined) continue;
    const message = say`the path of a picture consists of names, and ${part} is none: it must be ${[requirement]}`;
    return { ok: false, message, hint: renamingHint(part) };
  }
  return { ok: true, path };
}

/** Returns why a path leads elsewhere than into the letter's folder; undefined if it does not. */
function refuseOtherPlace(written: string): { readonly message: Message; readonly hint: Message } | undefined {
  const save = say`save the picture in the letter's folder, and write its name, as ${'map.png'}`;
  if (/^data:/iu.test(written))
    return { message: say`a picture is a file of its own, and not written into a text`, hint: save };
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/|www\.)/iu.test(written))
    return { message: say`letters print no picture from another place than the letter's folder`, hint: save };
  if (/^(?:[/\\~]|[a-z]:)/iu.test(written))
    return {
      message: say`the path of a picture begins in the letter's folder, and not in that of a machine`,
      hint: save,
    };
  if (written.split(/[/\\]/u).includes('..'))
    return { message: say`the path of a picture does not lead out of the letter's folder`, hint: save };
  if (written.includes('\\'))
    return {
      message: say`the folders in the path of a picture have ${'/'} between them`,
      hint: say`write ${written.replaceAll('\\', '/')}`,
    };
  return undefined;
}

function renamingHint(part: string): Message {
  const [, stem = '', extension = ''] = /^(.*?)(\.[a-z]+)?$/isu.exec(decoded(part)) ?? [];
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

/** Matches the destination of a link or an image (CommonMark 0.31.2, section 6.3); group 1 is all but its brackets. */
const DESTINATION = /\]\(\s*<?([^\s<>()]+)/gu;

/** Matches a backslash escape (CommonMark 0.31.2, section 2.4). */
const ESCAPE = /\\([!-/:-@[-`{-~])/gu;

/**
 * Returns the paths of the pictures that a template in Markdown may name. It may return more, as the path in a comment.
 * `readPicturePath` refuses what a text can name besides.
 */
export function picturePathsIn(text: string): readonly string[] {
  if (!text.includes('![')) return [];
  const paths = [...text.matchAll(DESTINATION)].map(([, destination = '']) =>
    readPicturePath(destination.replace(ESCAPE, '$1')),
  );
  return [...new Set(paths.flatMap((path) => (path.ok ? [path.path] : [])))];
}
