import type { StructureType } from '../model/page.ts';
import type { SetBlock } from './galley.ts';
import { mapPictures } from './rows.ts';
import { type TagAttributes, encloseInTag } from './tags.ts';

/**
 * Numbers the leaves of the blocks consecutively, in the order of the structure, by adding offsets. `firstLeaf` is the
 * number of the first leaf.
 */
export function withNumberedLeaves<T extends SetBlock>(blocks: readonly T[], firstLeaf: number = 0): readonly T[] {
  let leavesBefore = firstLeaf;
  return blocks.map((block) => {
    const leafNumberOffset = leavesBefore;
    leavesBefore += block.leafCount;
    if (leafNumberOffset === 0) return block;
    return {
      ...block,
      rows: block.rows.map((row) => ({
        ...row,
        lines: row.lines.map((line) => ({ ...line, leafOffset: line.leafOffset + leafNumberOffset })),
        pictures: mapPictures(row.pictures, (picture) => ({
          ...picture,
          leafOffset: picture.leafOffset + leafNumberOffset,
        })),
      })),
      tags: block.tags.map((blockTag) => ({ ...blockTag, leafOffset: (blockTag.leafOffset ?? 0) + leafNumberOffset })),
    };
  });
}

/** Returns the number of leaves of all the blocks. */
function countLeaves(blocks: readonly SetBlock[]): number {
  return blocks.reduce((sum, { leafCount }) => sum + leafCount, 0);
}

/** Joins blocks one below the other. If a structure type is given, encloses their tags in one element of that type. */
export function joinBlocks(
  blocks: readonly SetBlock[],
  structureType?: StructureType,
  attributes?: TagAttributes,
): SetBlock {
  const numberedBlocks = withNumberedLeaves(blocks);
  const joinedBlock: SetBlock = {
    rows: numberedBlocks.flatMap(({ rows }) => rows),
    tags: numberedBlocks.flatMap(({ tags }) => tags),
    leafCount: countLeaves(numberedBlocks),
  };
  return structureType === undefined ? joinedBlock : encloseInTag(joinedBlock, structureType, attributes);
}
