import { FONT_CUTS, type FontCut } from '../model/font-settings.ts';
import type { AlsoFace, Face, ProductFace } from '../model/page.ts';

/** The face of the other script for each face of demarche. */
const COUNTERPARTS: Readonly<Record<ProductFace, ProductFace>> = {
  serif: 'naskh',
  'serif-italic': 'naskh-italic',
  'serif-bold': 'naskh-bold',
  'serif-bold-italic': 'naskh-bold-italic',
  sans: 'naskh',
  'sans-bold': 'naskh-bold',
  naskh: 'serif',
  'naskh-italic': 'serif-italic',
  'naskh-bold': 'serif-bold',
  'naskh-bold-italic': 'serif-bold-italic',
};

/**
 * Returns the face of the other script for a face of demarche: a cut of Naskh for the others, and of the serif for Naskh.
 */
export function counterpartOf(face: ProductFace): ProductFace {
  return COUNTERPARTS[face];
}

/**
 * Returns a function that lists the faces in which a code point is looked for that a face lacks, in their order: the
 * face of the other script, then the fonts that the campaign names under `also`. A typeface of the campaign is not
 * mixed with that of demarche: its Naskh face, which has Latin letters too, then serves Arabic script alone, which
 * `isArabic` tells.
 */
export function createFallbacks(
  ownFaces: ReadonlySet<Face>,
): (face: ProductFace, isArabic: () => boolean) => readonly Face[] {
  const alsoByCut = new Map(FONT_CUTS.map((cut) => [cut, alsoFaces(ownFaces, cut)] as const));
  return (face, isArabic) => {
    const also = alsoByCut.get(cutOf(face)) ?? [];
    const counterpart = counterpartOf(face);
    if (ownFaces.has(face) && !isArabic()) return also;
    return [counterpart, ...also];
  };
}

/** Returns the face of each font under `also` for a cut: that of its file for the cut, or else its regular one. */
function alsoFaces(ownFaces: ReadonlySet<Face>, cut: FontCut): readonly AlsoFace[] {
  const faces: AlsoFace[] = [];
  for (let index = 0; ownFaces.has(`also-${index}-regular`); index += 1) {
    const face: AlsoFace = `also-${index}-${cut}`;
    faces.push(ownFaces.has(face) ? face : `also-${index}-regular`);
  }
  return faces;
}

function cutOf(face: ProductFace): FontCut {
  return FONT_CUTS.toReversed().find((cut) => face.endsWith(`-${cut}`)) ?? 'regular';
}
