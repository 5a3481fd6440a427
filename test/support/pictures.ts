import type { Figure, Picture } from '../../src/model/picture.ts';
import { checkPicture } from '../../src/pictures/check-picture.ts';
import { plainMessage } from '../../src/model/message.ts';

/** Returns a picture that letters can print. Throws an Error if it is refused. */
export function checkedPicture(file: string, bytes: Uint8Array): Picture {
  const checked = checkPicture(file, bytes);
  if (!checked.ok) throw new Error(plainMessage(checked.refusal.reason));
  return checked.value;
}

/** Returns a picture at a size in points, with the words that stand for it. */
export function aFigure(
  picture: Picture,
  width: number,
  height: number,
  alternative: string | undefined = `The picture ${picture.file}`,
): Figure {
  return { picture, alternative, width, height };
}
