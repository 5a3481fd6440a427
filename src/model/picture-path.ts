import { type FilePath, readFilePath } from './file-path.ts';

/** Reads the path of a picture as a file of the campaign has it (`readFilePath`). */
export function readPicturePath(written: string): FilePath {
  return readFilePath(written, { noun: 'picture', example: 'map.png' });
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
