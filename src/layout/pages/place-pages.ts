import type { Link, Page, StructureChild } from '../../model/page.ts';
import type { LinkTarget } from '../galley.ts';
import { placeZone, type OpenLink, type PlacedRow } from './place-zone.ts';
import type { Margins } from '../margins.ts';

/** The rows of a sheet: what stands at its head, its text with the notes below it, and what stands at its foot. */
export interface Sheet {
  readonly head: readonly PlacedRow[];
  readonly text: readonly PlacedRow[];
  readonly foot: readonly PlacedRow[];
}

/** Where the pieces of a leaf went, by its number in the letter: its contents and links on all pages, in reading order. */
export type LeafPlaces = ReadonlyMap<number, readonly StructureChild[]>;

/** The pages of a letter; tagged text gets its numbers here. */
export interface PlacedPages {
  readonly pages: readonly Page[];
  readonly places: LeafPlaces;
}

/** What there is to know of that which links lead to. */
export interface LinkedPlaces {
  readonly destinationOf: (target: LinkTarget) => Link['destination'];
  readonly wordsOf: (target: LinkTarget) => string;
}

/** Gives rows their places on sheets, numbers their pieces of tagged text and finds the areas of their links. */
export function placePages(sheets: readonly Sheet[], margins: Margins, leadingTo: LinkedPlaces): PlacedPages {
  const places = new Map<number, StructureChild[]>();
  const pages = sheets.map(({ head, text, foot }, page): Page => {
    const placed = placeZone(text, page, margins);
    for (const [leaf, place] of placed.places) {
      const known = places.get(leaf);
      if (known === undefined) places.set(leaf, [place]);
      else known.push(place);
    }
    const zones = [placeZone(head, page, margins), placed, placeZone(foot, page, margins)].filter(
      ({ zone }) => zone.lines.length > 0,
    );
    return {
      contents: placed.contents,
      zones: zones.map(({ zone }) => zone),
      rules: zones.flatMap(({ rules }) => rules),
      links: placed.links.map((link) => linkTo(link, leadingTo)),
    };
  });
  return { places, pages };
}

/** A link whose destination may be a note, which has a place only when all pages have been filled. */
function linkTo({ area, link }: OpenLink, { destinationOf, wordsOf }: LinkedPlaces): Link {
  const description = link.description ?? wordsOf(link.target);
  return { area, destination: destinationOf(link.target), description };
}
