import type { Fonts } from '../fonts/fonts.ts';
import { recurringCache } from '../model/bounded-cache.ts';
import { COMPRESSED, compressed } from './compression.ts';
import type { LetterFonts } from './letter-fonts.ts';
import type { CodesOf } from './pdf-codes.ts';
import type { Beginning, PdfFiles } from './pdf-file.ts';
import { openEmbedding } from './pdf-fonts.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { pdfText, reference } from './pdf-syntax.ts';
import { srgbProfile } from './srgb-profile.ts';

/** What letters begin with that have the same fonts: half of their bytes and more. */
export type LetterBeginning = Beginning<{
  /** What pages draw with: the fonts, under their names. */
  readonly resources: number;
  /** What colours mean (ISO 19005-3, 6.2.3). */
  readonly outputIntent: number;
}>;

/** Gives the beginning for fonts. */
export type BeginningOf = (fonts: Pick<LetterFonts, 'key' | 'list'>) => LetterBeginning;

/** Each is some twenty or thirty kilobytes; so many are kept per generation. */
const REMEMBERED_BEGINNINGS = 64;

/** Opens the beginnings of a run. That of letters with the same fonts is put together once. */
export function openBeginnings(fonts: Fonts, codesOf: CodesOf, files: Pick<PdfFiles, 'begin'>): BeginningOf {
  const beginnings = recurringCache<LetterBeginning>(REMEMBERED_BEGINNINGS);
  const embedFont = openEmbedding(fonts, codesOf);
  const profile = compressed(srgbProfile());

  return ({ key, list }) =>
    beginnings.recall(key(), () =>
      files.begin((objects) => {
        const entries = list().map((font) => `/${font.name} ${reference(embedFont(font, objects))}`);
        return {
          resources: objects.add(`<</Font<<${entries.join('')}>>>>`),
          outputIntent: addOutputIntent(profile, objects),
        };
      }),
    );
}

function addOutputIntent(profile: Uint8Array, objects: PdfObjects): number {
  const stream = objects.addStream(`/N 3${COMPRESSED}`, profile);
  const name = pdfText('sRGB IEC61966-2.1');
  return objects.add(
    `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier${name}/Info${name}/DestOutputProfile ${reference(stream)}>>`,
  );
}
