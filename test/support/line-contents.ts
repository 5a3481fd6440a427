import type { MarkedContentId, Fragment, Line } from '../../src/model/page.ts';

/** The fragments of a line, each with the id of its marked content. */
export function fragmentsWithContentIds({
  fragments,
  contents,
}: Line): readonly (readonly [Fragment, MarkedContentId])[] {
  return fragments.map((fragment, index) => {
    const range = contents.findLast(({ first }) => first <= index);
    if (range === undefined) throw new Error('a fragment has no marked content');
    return [fragment, range.contentId];
  });
}
