import type { Fragment } from '../model/page.ts';

/** Consecutive fragments of one look, which a format shows in one go. */
export type FragmentRun = readonly [Fragment, ...Fragment[]];

/** Divides fragments of a line into runs of one look. */
export function runsOfOneLook(fragments: readonly Fragment[]): readonly FragmentRun[] {
  const runs: [Fragment, ...Fragment[]][] = [];
  for (const fragment of fragments) {
    const run = runs.at(-1);
    if (run !== undefined && isSameLook(run[0], fragment)) run.push(fragment);
    else runs.push([fragment]);
  }
  return runs;
}

function isSameLook(a: Fragment, b: Fragment): boolean {
  return (
    a.rise === b.rise && a.face === b.face && a.size === b.size && a.colour === b.colour && a.expansion === b.expansion
  );
}
