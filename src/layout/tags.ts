import type { StructureType } from '../model/page.ts';
import type { SetBlock, Tag, Leaf } from './galley.ts';

/** Encloses the tags of a block in one element. */
export function encloseInTag(block: SetBlock, structureType: StructureType, attributes?: TagAttributes): SetBlock {
  return { ...block, tags: [createTag(structureType, block.tags, attributes)] };
}

/** The attributes that only some tags have. */
export type TagAttributes = Pick<Tag, 'id' | 'numbering' | 'alternative'>;

/** Creates a tag. */
export function createTag(
  structureType: StructureType,
  children: readonly (Tag | Leaf)[],
  attributes?: TagAttributes,
): Tag {
  return { kind: 'tag', role: structureType, ...attributes, children };
}
