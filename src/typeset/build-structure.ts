import type { StructureChild, StructureElement } from '../model/page.ts';
import type { Tag } from './galley.ts';
import type { LeafPlaces } from './place-pages.ts';

/** The structure of the letter: its tags, with each leaf replaced by the places where its text stands. */
export function buildStructure(tag: Tag, places: LeafPlaces): StructureElement {
  const children: StructureChild[] = [];
  for (const child of tag.children) {
    if (child.kind === 'tag') children.push(buildStructure(child, places));
    else children.push(...(places.get(child) ?? []));
  }
  return { ...tag, kind: 'element', children };
}
