/** A unit of a length in a campaign's files. */
export type LengthUnit = 'pt' | 'mm' | 'cm' | 'in';

/** The size of each unit in points: 72 points are an inch of 25.4 mm. */
export const POINTS_PER_UNIT: Readonly<Record<LengthUnit, number>> = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4, in: 72 };

/** Converts millimetres to points. */
export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_UNIT.mm;
}

/** Converts inches to points. */
export function inches(length: number): number {
  return length * POINTS_PER_UNIT.in;
}

/** Formats a length in points as millimetres, as in "17.7 mm". */
export function formatMillimetres(points: number): string {
  return `${(points / POINTS_PER_UNIT.mm).toFixed(1)} mm`;
}
