import { expect } from 'vitest';
import { loadProfiles } from '../../src/pipeline.ts';
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
/** The files that runs wrote, by path. */
export type Output = Map<string, Uint8Array>;

/** All inputs of a run. */
export interface Inputs {
  readonly files: Files;
  readonly tool: string;
  readonly job: Omit<Job, 'letter' | 'formats'>;
  /** Specifiers of product files, each with the one that is read instead. */
  readonly replacedResources: ReadonlyMap<string, string>;
}

/** A reversible edit: applying it a second time restores the inputs. */
export interface Edit {
  readonly what: string;
  readonly make: (inputs: Inputs) => Inputs;
}

/** Replaces `from` by `to` in a file, or `to` by `from` if the file contains `to`. */
function replace(path: string, from: string, to: string): Edit {
  return {
    what: `${path}: ${to}`,
    make: (inputs) => {
      const text = inputs.files[path] ?? '';
      const next = text.includes(to) ? text.replace(to, from) : text.replace(from, to);
      if (next === text) throw new Error(`${path} contains neither ${from} nor ${to}`);
      return { ...inputs, files: { ...inputs.files, [path]: next } };
    },
  };
}

/** Edits that may change Markdown. */
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
    make: (inputs) => ({ ...inputs, tool: inputs.tool === '1.0.0' ? '1.0.1' : '1.0.0' }),
  },
  {
    what: '--date',
    make: ({ job: { date, ...job }, ...inputs }) => ({
      ...inputs,
      job: date === undefined ? { ...job, date: '2025-12-10' } : job,
    }),
  },
];

const REGULAR_FONT = FONT_FILES.serif;

/** Edits that change pages only. */
export const PAGE_EDITS: readonly Edit[] = [
  replace('templates/appeal/letter.yaml', 'preset: international', 'preset: uk-dl'),
  replace('templates/appeal/letter.yaml', 'page: { ', 'page: { stylesheet: { text: { size: 10, leading: 15 } }, '),
  {
    what: '--attach-source',
    make: (inputs) => ({ ...inputs, job: { ...inputs.job, attachSource: !inputs.job.attachSource } }),
  },
  {
    what: 'a font',
    make: (inputs) => ({
      ...inputs,
      replacedResources:
        inputs.replacedResources.size > 0 ? new Map() : new Map([[REGULAR_FONT, FONT_FILES['serif-italic']]]),
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

/** Returns the inputs before any edit. */
export function unedited(): Inputs {
  return { files: campaign(), tool: '1.0.0', job: { attachSource: false }, replacedResources: new Map() };
}

/** Options of {@link build}; only Markdown is made by default. */
export interface BuildOptions extends GenerateControls {
  readonly formats?: Job['formats'];
}

/** Makes a run over an existing output folder, and returns the paths that it reports as written. */
export async function build(inputs: Inputs, output: Output, options: BuildOptions = {}): Promise<ReadonlySet<string>> {
  const { formats = ['md'], ...controls } = options;
  const { world, reads } = recordReads(memoryWorld(inputs.files, output, inputs.replacedResources).world);
  const { tool } = inputs;
  const runOptions = { filter: ALL_RECIPIENTS, force: false, dryRun: false, tool, runtime: 'Node 1', reads };
  const run = valueOf(
    await openRun(world, loadProfiles(world), { letter: THE_LETTER, formats, ...inputs.job }, runOptions),
  );
  const written = new Set<string>();
  for await (const result of generate(run, controls)) {
    expect(result.kind).toBe('done');
    if (result.kind !== 'done') continue;
    for (const { path, state } of result.files) if (state === 'written') written.add(path);
  }
  expect(await closeRun(run)).toEqual([]);
  return written;
}

/** Whether the hashes in the manifest show that a run would have nothing to do. */
async function isUpToDate(
  { files, replacedResources, tool, job }: Inputs,
  output: Output,
  formats: Job['formats'],
): Promise<boolean> {
  const { world } = memoryWorld(files, output, replacedResources);
  const request = {
    tool,
    runtime: 'Node 1',
    job: { letter: THE_LETTER, ...job },
    formats,
    editions: undefined,
  };
  return (await findUnchanged(world, request)) !== undefined;
}

function texts(output: Output): Record<string, string> {
  return Object.fromEntries([...output].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]));
}

const isLetter = (path: string): boolean => /\.(?:md|pdf)$/.test(path);

/** The paths of letters that are new or whose bytes differ from the previous ones. */
function changedSince(previous: Output, output: Output): ReadonlySet<string> {
  const changed = [...output].filter(([path, bytes]) => !Buffer.from(bytes).equals(previous.get(path) ?? Buffer.of()));
  return new Set(changed.map(([path]) => path).filter(isLetter));
}

/**
 * Yields the same pseudo-random numbers, from 0 to 1, every time (the linear congruential generator of Numerical
 * Recipes).
 */
function* pseudoRandomNumbers(): Generator<number, never> {
  for (let state = 8; ;) yield (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32;
}

/**
 * Makes `times` random edits, each followed by a run that must write exactly the letters that changed. After each
 * `compared` edits, the output must equal that of a clean build. Returns the number of files written.
 */
export async function editAndBuild(
  edits: readonly Edit[],
  { times, compared, formats }: { times: number; compared: number; formats: Job['formats'] },
): Promise<number> {
  const random = pseudoRandomNumbers();
  const output: Output = new Map();
  let inputs = unedited();
  await build(inputs, output, { formats });
  let count = 0;
  const usedEdits = new Set<Edit>();
  for (let turn = 1; turn <= times; turn += 1) {
    const edit = edits[Math.floor(random.next().value * edits.length)];
    if (edit === undefined) throw new Error('no such edit');
    usedEdits.add(edit);
    inputs = edit.make(inputs);
    const previous = new Map(output);
    const wasUpToDate = await isUpToDate(inputs, output, formats);
    const written = await build(inputs, output, { formats });
    expect(written, `edit ${turn}: ${edit.what}`).toEqual(changedSince(previous, output));
    expect([wasUpToDate && written.size > 0, await isUpToDate(inputs, output, formats)]).toEqual([false, true]);
    count += written.size;
    if (turn % compared > 0) continue;
    const clean: Output = new Map();
    await build(inputs, clean, { formats });
    expect(texts(output), `after edit ${turn}: ${edit.what}`).toEqual(texts(clean));
  }
  expect(usedEdits.size).toBe(edits.length);
  return count;
}
