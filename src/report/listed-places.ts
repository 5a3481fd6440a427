import { counted } from './summary.ts';

/** Places that are named one by one. */
const NAMED = 5;

/** "recipients/a.yaml:3:1, recipients/b.yaml:4:1 and 24 more places". */
export function listedPlaces(places: readonly string[]): string {
  const more = places.length - NAMED;
  if (more <= 1) return places.join(', ');
  return `${places.slice(0, NAMED).join(', ')} and ${counted(more, 'more place')}`;
}
