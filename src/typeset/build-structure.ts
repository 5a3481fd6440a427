import type { StructureElement } from '../model/page.ts';
import type { Tag } from './galley.ts';
import type { LeafPlaces } from './place-pages.ts';

/** The structure of the letter: its tags, with each leaf replaced by the places where its text stands. */
export function buildStructure(tag: Tag, places: LeafPlaces): StructureElement {
  return {
    ...tag,
    kind: 'element',
    children: tag.children.flatMap((child) =>
      child.kind === 'tag' ? [buildStructure(child, places)] : (places.get(child) ?? []),
    ),
  };
}
