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

/** A font that a campaign names under `also`. */
export interface AlsoFont {
  readonly face: AlsoFace;
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

/**
 * Returns a function that lists the faces in which a code point is looked for that a face lacks, in their order: the
 * face of the other script, then the fonts under `also`, those in the cut of the face first. If the campaign has brought
 * one of the two, which `isOwn` tells, their Latin letters are not mixed: the Naskh face, which mostly has some, then
 * serves Arabic script alone, which `isArabic` tells.
 */
export function createFallbacks(
  also: readonly AlsoFont[],
  isOwn: (face: Face) => boolean,
): (face: ProductFace, isArabic: () => boolean) => readonly Face[] {
  const alsoByFace = new Map(PRODUCT_FACES.map((face) => [face, sortByCut(also, face)] as const));
  return (face, isArabic) => {
    const alsoFaces = alsoByFace.get(face) ?? [];
    const counterpart = counterpartOf(face);
    const servesArabicAlone = counterpart.startsWith('naskh') && (isOwn(face) || isOwn(counterpart));
    return servesArabicAlone && !isArabic() ? alsoFaces : [counterpart, ...alsoFaces];
  };
}

const PRODUCT_FACES = Object.keys(COUNTERPARTS) as readonly ProductFace[];

/** Returns the faces of the fonts under `also`, those in the cut of a face first; a bold one counts more than an italic. */
function sortByCut(also: readonly AlsoFont[], face: ProductFace): readonly AlsoFace[] {
  const difference = ({ isBold, isItalic }: AlsoFont): number =>
    (isBold === face.includes('bold') ? 0 : 2) + (isItalic === face.includes('italic') ? 0 : 1);
  return also.toSorted((a, b) => difference(a) - difference(b)).map((font) => font.face);
}
