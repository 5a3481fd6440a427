import { plainMessage } from '../../src/model/message.ts';
import type { Figure, Picture, PreparedPictures } from '../../src/model/picture.ts';
import { checkPicture } from '../../src/pictures/check-picture.ts';
import { preparePictures } from '../../src/pictures/prepare-pictures.ts';

/** Returns a picture that letters can print. Throws an Error if it is refused. */
export function checkedPicture(file: string, bytes: Uint8Array): Picture {
  const checked = checkPicture(file, bytes);
  if (!checked.ok) throw new Error(plainMessage(checked.refusal.reason));
  return checked.value;
}

/** Returns pictures as formats need them. Throws an Error if one is refused. */
export function preparedPictures(...pictures: readonly Picture[]): PreparedPictures {
  const { prepared, refusals } = preparePictures(pictures);
  for (const { reason } of refusals.values()) throw new Error(plainMessage(reason));
  return prepared;
}

/** Returns a figure: a picture at a size in points. Without words that stand for it, it is decorative. */
export function aFigure(picture: Picture, width: number, height: number, alternative?: string): Figure {
  return { picture, alternative, width, height };
}
