/** A unit of a length in a campaign's files. */
export type LengthUnit = 'pt' | 'mm' | 'cm' | 'in';

/** The size of each unit in points: 72 points are an inch of 25.4 mm. */
export const POINTS_PER_UNIT: Readonly<Record<LengthUnit, number>> = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4, in: 72 };

/** Converts millimetres to points. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

/** Converts inches to points. */
export function inches(length: number): number {
  return length * POINTS_PER_UNIT.in;
}

/** Converts points to millimetres, rounded up to a tenth, so that no excess becomes 0. */
export function toMillimetres(points: number): number {
  return Math.ceil((points / POINTS_PER_UNIT.mm) * 10 - 0.001) / 10;
}
