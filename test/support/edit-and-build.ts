import { expect } from 'vitest';
import { loadProfiles } from '../../src/load/load-profiles.ts';
import { FONT_FILES } from '../../src/model/font-files.ts';
import type { Job } from '../../src/model/job.ts';
import { ALL_RECIPIENTS } from '../../src/run/filter.ts';
import { type GenerateControls, generate } from '../../src/run/generate.ts';
import { closeRun, openRun } from '../../src/run/open-run.ts';
import { recordReads } from '../../src/run/recorded-world.ts';
import { findUnchanged } from '../../src/run/find-unchanged.ts';
import { THE_LETTER, aCampaign } from './a-campaign.ts';
import { memoryWorld } from './memory-world.ts';
import { valueOf } from './outcomes.ts';

type Files = Record<string, string>;
/** What runs wrote, by path. */
export type Output = Map<string, Uint8Array>;

/** All that letters are made from. */
export interface State {
  readonly files: Files;
  readonly tool: string;
  readonly job: Omit<Job, 'letter' | 'formats'>;
  /** Files of the product in the place of others. */
  readonly swapped: ReadonlyMap<string, string>;
}

/** What an edit changes, and there and back: made twice, it changes nothing. */
export interface Edit {
  readonly what: string;
  readonly make: (state: State) => State;
}

/** Puts words of a file in the place of others, or back. */
function replace(path: string, from: string, to: string): Edit {
  return {
    what: `${path}: ${to}`,
    make: (state) => {
      const text = state.files[path] ?? '';
      const next = text.includes(to) ? text.replace(to, from) : text.replace(from, to);
      if (next === text) throw new Error(`${path} holds neither ${from} nor ${to}`);
      return { ...state, files: { ...state.files, [path]: next } };
    },
  };
}

/** Edits that show in Markdown. */
export const EDITS: readonly Edit[] = [
  replace('templates/appeal/letter.yaml', 'reference: A/1', 'reference: A/2'),
  replace('templates/appeal/letter.yaml', 'date: 2025-12-01', 'date: 2025-12-15'),
  replace('templates/appeal/letter.yaml', 'The Society', 'The Other Society'),
  replace('templates/appeal/sources.yaml', 'adopted in 1999', 'adopted in May 1999'),
  replace('templates/appeal/en/body/chair.md', 'We write to you as', 'We turn to you as'),
  replace('templates/appeal/en/body/minister.md', '{{> greeting}}', '{{> greeting}} Truly.'),
  replace('templates/appeal/en/partials/greeting.md', 'We write to you.', 'We turn to you.'),
  replace('templates/appeal/en/demands/publish/support.md', 'wherever you can', 'whenever you can'),
  replace('templates/appeal/en/passages/thanks/signatory.md', 'We thank', 'We warmly thank'),
  replace('recipients/states.yaml', 'the Kingdom of Belgium', 'the Realm of Belgium'),
  replace('recipients/states.yaml', 'value: true, since: 2001-01-01', 'value: false, since: 2001-01-02'),
  replace('recipients/groups.yaml', 'until: 2026-12-31', 'until: 2027-12-31'),
  replace('recipients/forms/en.yaml', 'Madam Chair,', 'Madam President,'),
  replace('recipients/ministers.yaml', '2 Ministry Street', '3 Ministry Street'),
  replace('recipients/chair.yaml', 'Aline Durand', 'Aline Dupont'),
  {
    what: 'the version',
    make: (state) => ({ ...state, tool: state.tool === '1.0.0' ? '1.0.1' : '1.0.0' }),
  },
  {
    what: '--date',
    make: ({ job: { date, ...job }, ...state }) => ({
      ...state,
      job: date === undefined ? { ...job, date: '2025-12-10' } : job,
    }),
  },
];

const REGULAR = FONT_FILES.serif;

/** Edits that show on pages alone. */
export const PAGE_EDITS: readonly Edit[] = [
  replace('templates/appeal/letter.yaml', 'preset: international', 'preset: din-5008'),
  replace('templates/appeal/letter.yaml', 'page: { ', 'page: { stylesheet: { text: { size: 10, leading: 15 } }, '),
  {
    what: '--attach-source',
    make: (state) => ({ ...state, job: { ...state.job, attachSource: !state.job.attachSource } }),
  },
  {
    what: 'a font',
    make: (state) => ({
      ...state,
      swapped: state.swapped.size > 0 ? new Map() : new Map([[REGULAR, FONT_FILES['serif-italic']]]),
    }),
  },
];

function campaign(): Files {
  const body = 'templates/appeal/en/body/minister.md';
  const files = aCampaign();
  return {
    ...files,
    [body]: (files[body] ?? '').replace('We write to you.', '{{> greeting}}'),
    'templates/appeal/en/partials/greeting.md': 'We write to you.\n',
  };
}

/** Before any edit. */
export function unedited(): State {
  return { files: campaign(), tool: '1.0.0', job: { attachSource: false }, swapped: new Map() };
}

export interface BuildManner extends GenerateControls {
  readonly formats?: Job['formats'];
}

/** Runs over what stands there, and gives the paths that the run says it wrote. */
export async function build(state: State, output: Output, manner: BuildManner = {}): Promise<ReadonlySet<string>> {
  const { formats = ['md'], ...generating } = manner;
  const { world, reads } = recordReads(memoryWorld(state.files, output, state.swapped).world);
  const { tool } = state;
  const options = { filter: ALL_RECIPIENTS, force: false, dryRun: false, tool, runtime: 'Node 1', reads };
  const run = valueOf(
    await openRun(world, loadProfiles(world), { letter: THE_LETTER, formats, ...state.job }, options),
  );
  const written = new Set<string>();
  for await (const result of generate(run, generating)) {
    expect(result.kind).toBe('done');
    if (result.kind !== 'done') continue;
    for (const { path, state: became } of result.files) if (became === 'written') written.add(path);
  }
  expect(await closeRun(run)).toEqual([]);
  return written;
}

/** Would a run be found to have nothing to do, by hashes alone? */
async function isSettled({ files, swapped, tool, job }: State, output: Output): Promise<boolean> {
  const { world } = memoryWorld(files, output, swapped);
  const question = {
    tool,
    runtime: 'Node 1',
    job: { letter: THE_LETTER, ...job },
    formats: 'any',
    editions: 'any',
  } as const;
  return (await findUnchanged(world, question)) !== undefined;
}

function texts(output: Output): Record<string, string> {
  return Object.fromEntries([...output].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]));
}

const isLetter = (path: string): boolean => /\.(?:md|pdf)$/.test(path);

/** Letters whose bytes are others than before. */
function changedSince(before: Output, output: Output): ReadonlySet<string> {
  const changed = [...output].filter(([path, bytes]) => !Buffer.from(bytes).equals(before.get(path) ?? Buffer.of()));
  return new Set(changed.map(([path]) => path).filter(isLetter));
}

/** The same row of numbers every time (a linear congruential generator, Numerical Recipes). */
function* numbers(): Generator<number, never> {
  for (let state = 8; ;) yield (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32;
}

/**
 * Makes edits at random, each followed by a run, and looks at what each run did; every so many are compared with what a
 * clean build leaves. Gives how many files were written.
 */
export async function editAndBuild(
  edits: readonly Edit[],
  { times, compared, formats }: { times: number; compared: number; formats: Job['formats'] },
): Promise<number> {
  const random = numbers();
  const output: Output = new Map();
  let state = unedited();
  await build(state, output, { formats });
  let count = 0;
  const made = new Set<Edit>();
  for (let turn = 1; turn <= times; turn += 1) {
    const edit = edits[Math.floor(random.next().value * edits.length)];
    if (edit === undefined) throw new Error('no such edit');
    made.add(edit);
    state = edit.make(state);
    const before = new Map(output);
    const wasSettled = await isSettled(state, output);
    const written = await build(state, output, { formats });
    expect(written, `edit ${turn}: ${edit.what}`).toEqual(changedSince(before, output));
    expect([wasSettled && written.size > 0, await isSettled(state, output)]).toEqual([false, true]);
    count += written.size;
    if (turn % compared > 0) continue;
    const clean: Output = new Map();
    await build(state, clean, { formats });
    expect(texts(output), `after edit ${turn}: ${edit.what}`).toEqual(texts(clean));
  }
  expect(made.size).toBe(edits.length);
  return count;
}
