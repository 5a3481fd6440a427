import type { MarkedContentId, Fragment, Line } from '../../src/model/page.ts';

/** The fragments of a line, each with what it belongs to. */
export function belongings({ fragments, contents }: Line): readonly (readonly [Fragment, MarkedContentId])[] {
  return fragments.map((fragment, index) => {
    const own = contents.findLast(({ first }) => first <= index);
    if (own === undefined) throw new Error('a fragment belongs to nothing');
    return [fragment, own.contentId];
  });
}
