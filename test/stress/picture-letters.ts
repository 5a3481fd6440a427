import type { Letter } from '../../src/model/letter.ts';
import type { Picture } from '../../src/model/picture.ts';
import type { Block } from '../../src/model/tree.ts';
import { PICTURE_SAMPLES, pictureSample } from '../support/picture-samples.ts';
import { aFigure } from '../support/pictures.ts';
import { stressLetter } from './stress-letters.ts';

/** The words that stand for pictures, and the sentence above them. */
const WORDS = {
  en: {
    above: 'The pictures of each kind follow.',
    logo: 'The logo of the office',
    signature: 'Signature',
    picture: 'Picture',
  },
  ar: { above: 'فيما يلي الصور من كل نوع.', logo: 'شعار المكتب', signature: 'توقيع', picture: 'صورة' },
} as const;

/** The languages that have such a letter. */
export const PICTURE_LANGUAGES = ['en', 'ar'] as const;

/** The pictures of these letters. */
export const PICTURES_OF_LETTERS: readonly Picture[] = PICTURE_SAMPLES.map(({ picture }) => picture);

/**
 * Builds the letter with pictures of a language: a logo, a picture of each kind with words and one without, one in a list
 * and in a quotation, one as wide as the measure, and an image of a signature.
 */
export function pictureLetter(language: (typeof PICTURE_LANGUAGES)[number]): Letter {
  const stress = stressLetter(language);
  const { above, logo, signature, picture } = WORDS[language];
  const [firstSignature, ...otherSignatures] = stress.signatures;
  if (firstSignature === undefined) throw new Error('the stress letter has no signatures');
  const image = aFigure(pictureSample('grey with alpha'), 300, 240, `${signature}: ${firstSignature.organisation}`);
  const blockOf = (name: string, alternative: string | undefined, width = 60): Block => {
    return { type: 'picture', figure: aFigure(pictureSample(name), width, width * 0.8, alternative) };
  };
  const figures = PICTURE_SAMPLES.map(({ name }, index) => blockOf(name, `${picture} ${index + 1}`));
  const artifacts = PICTURE_SAMPLES.map(({ name }) => blockOf(name, undefined));
  const [inList, inQuotation, wide, ...otherFigures] = figures;
  if (inList === undefined || inQuotation === undefined || wide === undefined) throw new Error('there are no pictures');
  return {
    ...stress,
    id: 'pictures',
    logo: { figure: aFigure(pictureSample('colours with alpha'), 60, 24, logo), align: 'end' },
    letterhead: stress.letterhead.slice(0, 1),
    body: [
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: above },
          { type: 'footnoteReference', identifier: '1' },
        ],
      },
      { type: 'list', ordered: true, start: 1, children: [{ type: 'listItem', children: [inList] }] },
      { type: 'blockquote', children: [inQuotation] },
      blockOf('palette with alpha', picture, 2000),
      ...otherFigures,
      ...artifacts,
      { type: 'paragraph', children: [{ type: 'text', value: above }] },
    ],
    notes: stress.notes.slice(0, 1),
    signatures: [{ ...firstSignature, image }, ...otherSignatures],
  };
}
