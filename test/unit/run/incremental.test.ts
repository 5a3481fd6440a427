import { describe, expect, test } from 'vitest';
import { loadProfiles } from '../../../src/inquiry.ts';
import { EVERYBODY } from '../../../src/run/filter.ts';
import { type GenerateManner, generate } from '../../../src/run/generate.ts';
import { closeRun, openRun } from '../../../src/run/open-run.ts';
import { recordReads } from '../../../src/run/recorded-world.ts';
import { THE_LETTER, aCampaign } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { valueOf } from '../../support/outcomes.ts';

type Files = Record<string, string>;
type Output = Map<string, Uint8Array>;

/** What an edit changes, and between which two states: each edit goes to the other one. */
const EDITS: readonly (readonly [path: string, from: string, to: string])[] = [
  ['templates/appeal/letter.yaml', 'reference: A/1', 'reference: A/2'],
  ['templates/appeal/letter.yaml', 'date: 2025-12-01', 'date: 2025-12-15'],
  ['templates/appeal/letter.yaml', 'The Society', 'The Other Society'],
  ['templates/appeal/sources.yaml', 'adopted in 1999', 'adopted in May 1999'],
  ['templates/appeal/en/body/chair.md', 'We write to you as', 'We turn to you as'],
  ['templates/appeal/en/body/minister.md', '{{> greeting}}', '{{> greeting}} Truly.'],
  ['templates/appeal/en/partials/greeting.md', 'We write to you.', 'We turn to you.'],
  ['templates/appeal/en/demands/publish/support.md', 'wherever you can', 'whenever you can'],
  ['templates/appeal/en/passages/thanks/signatory.md', 'We thank', 'We warmly thank'],
  ['recipients/states.yaml', 'the Kingdom of Belgium', 'the Realm of Belgium'],
  ['recipients/states.yaml', 'value: true, since: 2001-01-01', 'value: false, since: 2001-01-02'],
  ['recipients/groups.yaml', 'until: 2026-12-31', 'until: 2027-12-31'],
  ['recipients/forms/en.yaml', 'Madam Chair,', 'Madam President,'],
  ['recipients/ministers.yaml', '2 Ministry Street', '3 Ministry Street'],
  ['recipients/chair.yaml', 'Aline Durand', 'Aline Dupont'],
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

async function build(files: Files, output: Output, manner: GenerateManner = {}): Promise<number> {
  const { world, reads } = recordReads(memoryWorld(files, output).world);
  const options = { filter: EVERYBODY, force: false, dryRun: false, tool: '1.0.0', runtime: 'Node 1', reads };
  const job = { letter: THE_LETTER, formats: ['md'] as const, attachSource: false };
  const run = valueOf(await openRun(world, loadProfiles(world), job, options));
  let written = 0;
  for await (const result of generate(run, manner)) {
    expect(result.kind).toBe('done');
    if (result.kind === 'done') written += result.files.filter(({ state }) => state === 'written').length;
  }
  expect(await closeRun(run)).toEqual([]);
  return written;
}

function texts(output: Output): Record<string, string> {
  return Object.fromEntries([...output].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

function toggled(files: Files, [path, from, to]: (typeof EDITS)[number]): Files {
  const text = files[path] ?? '';
  const next = text.includes(to) ? text.replace(to, from) : text.replace(from, to);
  if (next === text) throw new Error(`${path} holds neither ${from} nor ${to}`);
  return { ...files, [path]: next };
}

/** The same row of numbers every time (a linear congruential generator, Numerical Recipes). */
function* numbers(): Generator<number, never> {
  for (let state = 8; ;) yield (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32;
}

describe('a run over what earlier ones wrote', () => {
  test('leaves what a clean one leaves, after two hundred edits in any order', async () => {
    const random = numbers();
    const output: Output = new Map();
    let files = campaign();
    await build(files, output);
    let written = 0;
    const made = new Set<number>();
    for (let edit = 0; edit < 200; edit += 1) {
      const index = Math.floor(random.next().value * EDITS.length);
      const chosen = EDITS[index];
      if (chosen === undefined) throw new Error('no such edit');
      made.add(index);
      files = toggled(files, chosen);
      written += await build(files, output);
      if (edit % 10 < 9) continue;
      const clean: Output = new Map();
      await build(files, clean);
      expect(texts(output), `after edit ${edit}: ${chosen[0]}`).toEqual(texts(clean));
    }
    expect([made.size, written > 150]).toEqual([EDITS.length, true]);
  });

  test.each(EDITS)('writes only the letters whose words change: %s, %s', async (...edit) => {
    const output: Output = new Map();
    await build(campaign(), output);
    const before = new Map(output);
    const written = await build(toggled(campaign(), edit), output);
    const changed = [...output].filter(
      ([path, bytes]) => path.endsWith('.md') && Buffer.compare(bytes, before.get(path) ?? new Uint8Array()) !== 0,
    );
    expect(written).toBe(changed.length);
    expect(written < 2 || edit[0].includes('letter.yaml') || edit[0].includes('sources.yaml')).toBe(true);
  });

  test('with nothing to do writes nothing', async () => {
    const output: Output = new Map();
    await build(campaign(), output);
    const before = new Map(output);
    expect(await build(campaign(), output)).toBe(0);
    expect([...output].every(([path, bytes]) => before.get(path) === bytes)).toBe(true);
  });
});

describe('the same bytes come out', () => {
  const many = (order: readonly number[], perFile = order.length): Files => {
    const minister = campaign()['recipients/ministers.yaml'] ?? '';
    const profiles = order.map((id) => minister.replace('be-minister', `minister-${id}`).replace('2 Min', `${id} Min`));
    const files: Files = { ...campaign(), 'recipients/ministers.yaml': '[]\n' };
    for (let at = 0; at < profiles.length; at += perFile) {
      files[`recipients/z${profiles.length - at}.yaml`] = profiles.slice(at, at + perFile).join('');
    }
    return files;
  };
  const letters = (output: Output): Record<string, string> =>
    Object.fromEntries(Object.entries(texts(output)).filter(([path]) => path.endsWith('.md')));

  test.each<[string, Files, GenerateManner]>([
    ['recipients in another order', many([5, 3, 1, 0, 2, 4]), {}],
    ['recipients in other files, in another order', many([5, 3, 1, 0, 2, 4], 2), {}],
    ['one letter at a time', many([0, 1, 2, 3, 4, 5]), { ahead: 1 }],
    ['many letters on their way', many([0, 1, 2, 3, 4, 5]), { ahead: 100 }],
    ['a letter alone', many([3]), {}],
  ])('from %s', async (_, files, manner) => {
    const one: Output = new Map();
    await build(many([0, 1, 2, 3, 4, 5]), one);
    const other: Output = new Map();
    await build(files, other, manner);
    const whole = letters(one);
    expect(Object.keys(letters(other)).length).toBeGreaterThan(1);
    for (const [path, text] of Object.entries(letters(other))) expect(text, path).toBe(whole[path]);
  });
});
