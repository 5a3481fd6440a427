import type { StructureChild, StructureElement } from '../../model/page.ts';
import type { Tag } from '../galley.ts';
import type { LeafPlaces } from './place-pages.ts';

/** The structure of the letter: its tags, with each leaf replaced by the places where its text stands. */
export function buildStructure({ base, ...tag }: Tag, places: LeafPlaces, outer: number = 0): StructureElement {
  const from = outer + (base ?? 0);
  const children: StructureChild[] = [];
  for (const child of tag.children) {
    if (child.kind === 'tag') children.push(buildStructure(child, places, from));
    else children.push(...(places.get(from + child.number) ?? []));
  }
  return { ...tag, kind: 'element', children };
}
