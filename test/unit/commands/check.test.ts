import { describe, expect, test } from 'vitest';
import { checkFaults } from '../../../src/commands/check/text.ts';
import { type CheckedFile, check, findKeptFormats } from '../../../src/commands/check/check.ts';
import { loadProfiles } from '../../../src/load/load-profiles.ts';
import type { Format } from '../../../src/model/artifact.ts';
import type { RequestedEditions } from '../../../src/model/edition.ts';
import { plainMessage } from '../../../src/model/message.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { ALL_RECIPIENTS, type Filter } from '../../../src/run/filter.ts';
import { generate } from '../../../src/run/generate.ts';
import { type InspectedRun, closeRun, inspectRun, openRun } from '../../../src/run/open-run.ts';
import { sha256 } from '../../../src/run/sha256.ts';
import { aBilingualCampaign } from '../../support/a-bilingual-campaign.ts';
import { THE_LETTER, aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { valueOf } from '../../support/outcomes.ts';

type Output = Map<string, Uint8Array>;

const BOTH: readonly Format[] = ['md', 'pdf'];
const MARKDOWN: readonly Format[] = ['md'];
const MANIFEST = `${THE_LETTER}/manifest.ndjson`;
const PDF = `${THE_LETTER}/be-minister.en.pdf`;
const TEXT = `${THE_LETTER}/be-minister.en.md`;

interface Looking {
  readonly files?: Record<string, string>;
  readonly formats?: readonly Format[];
  readonly filter?: Filter;
  readonly tool?: string;
}

function start(output: Output, looking: Looking, editions?: RequestedEditions): Promise<Outcome<InspectedRun>> {
  return inspectRun(...asked(output, looking, editions));
}

function asked(
  output: Output,
  { files = aCampaign(), formats = MARKDOWN, ...more }: Looking,
  editions?: RequestedEditions,
): Parameters<typeof openRun> {
  const { world } = memoryWorld(files, output);
  const options = { filter: ALL_RECIPIENTS, force: false, dryRun: false, tool: '1.0.0', runtime: 'Node', ...more };
  const job = { letter: THE_LETTER, formats, attachSource: false, ...(editions === undefined ? {} : { editions }) };
  return [world, loadProfiles(world), job, options];
}

async function open(output: Output, looking: Looking, editions?: RequestedEditions): Promise<InspectedRun> {
  return valueOf(await start(output, looking, editions));
}

async function write(formats: readonly Format[], files = aCampaign(), editions?: RequestedEditions): Promise<Output> {
  const output: Output = new Map();
  const run = valueOf(await openRun(...asked(output, { formats, files }, editions)));
  for await (const result of generate(run)) expect(result.kind).toBe('done');
  expect(await closeRun(run)).toEqual([]);
  return output;
}

const WRITTEN = { text: write(MARKDOWN), both: write(BOTH) };

/** What a run wrote, for the test to change. */
async function written(formats: readonly Format[] = MARKDOWN): Promise<Output> {
  return new Map(await (formats === BOTH ? WRITTEN.both : WRITTEN.text));
}

/** Every file that was looked at, and the ids of letters that failed. Nothing is written. */
async function looked(output: Output, looking: Looking = {}) {
  const before = new Map(output);
  const run = await open(output, looking);
  const files: CheckedFile[] = [];
  const failed: (string | undefined)[] = [];
  const messages: string[] = [];
  const openAll = () => start(output, looking, 'all');
  for await (const result of check(run, await findKeptFormats(run), openAll)) {
    if (result.kind === 'failed') failed.push(result.id);
    else {
      files.push(...result.letter.files);
      messages.push(...checkFaults(result.letter, 'out').map(({ message }) => plainMessage(message)));
    }
  }
  expect(output).toEqual(before);
  return { files, failed, messages, states: files.map(({ state }) => state) };
}

const CHANGED = aCampaignWith('templates/appeal/en/body/minister.md', 'We write to you.', 'We turn to you.');

describe('a file is', () => {
  test('fresh as it was written', async () => {
    expect((await looked(await written(BOTH), { formats: BOTH })).states).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
  });

  test('fresh when another version of the tool makes the same', async () => {
    expect((await looked(await written(), { tool: '2.0.0' })).states).toEqual(['fresh', 'fresh']);
  });

  test('stale from the line on that would be another', async () => {
    const { files, messages } = await looked(await written(), { files: CHANGED });
    expect(files.map(({ state, difference }) => [state, difference])).toEqual([
      ['fresh', undefined],
      ['stale', { kind: 'line', line: 17, reads: 'We write to you.', wouldRead: 'We turn to you.' }],
    ]);
    expect(messages).toEqual(['out of date; it reads We write to you., and would read We turn to you.']);
  });

  test('stale from a line of a page on, if it is a PDF', async () => {
    const { files } = await looked(await written(BOTH), { files: CHANGED, formats: BOTH });
    const [difference] = files.flatMap((file) => (file.path === PDF ? [file.difference] : []));
    expect(difference).toEqual({ kind: 'page', page: 1, line: 10, wouldRead: 'We turn to you.' });
  });

  test('edited if it is neither what was written nor what would be', async () => {
    const output = await written();
    output.set(
      TEXT,
      Buffer.from(
        Buffer.from(output.get(TEXT) ?? [])
          .toString()
          .replace('write to', 'WRITE TO'),
      ),
    );
    const { files, messages } = await looked(output);
    expect(files.map(({ state }) => state)).toEqual(['fresh', 'edited']);
    expect(messages).toEqual([
      'changed by hand, or not written by demarche; it reads We WRITE TO you., and would read We write to you.',
    ]);
  });

  test('fresh if somebody wrote by hand what would be written', async () => {
    const output = await written();
    const made = output.get(TEXT) ?? new Uint8Array();
    output.set(
      MANIFEST,
      Buffer.from(
        Buffer.from(output.get(MANIFEST) ?? [])
          .toString()
          .replaceAll(sha256(made), 'x'),
      ),
    );
    expect((await looked(output)).states).toEqual(['fresh', 'fresh']);
  });

  test('missing if it is gone, or was never written', async () => {
    const output = await written();
    output.delete(TEXT);
    expect((await looked(output)).states).toEqual(['fresh', 'missing']);
    const second = aCampaign({ 'recipients/second.yaml': aCampaign()['recipients/chair.yaml']?.replace('the-', 'a-') });
    expect((await looked(await written(), { files: second })).states).toEqual(['fresh', 'fresh', 'missing']);
  });

  test('of nobody if its recipient is gone; a filter does not make it so, nor does a broken profile', async () => {
    const output = await written();
    const files = aCampaign({ 'recipients/chair.yaml': undefined });
    const gone = await looked(output, { files });
    expect(gone.files.map(({ path, state }) => [path, state])).toEqual([
      [TEXT, 'fresh'],
      [`${THE_LETTER}/the-chair.en.md`, 'orphaned'],
    ]);
    expect((await looked(output, { files, filter: { ...ALL_RECIPIENTS, roles: ['minister'] } })).states).toEqual([
      'fresh',
    ]);
    const broken = aCampaignWith('recipients/chair.yaml', 'id: the-chair', 'id: the-chair\nnickname: x');
    const one = await looked(output, { files: broken });
    expect([one.states, one.failed]).toEqual([['fresh'], ['the-chair']]);
    const unread = await looked(output, { files: aCampaign({ 'recipients/chair.yaml': 'a: b: c' }) });
    expect([unread.states, unread.failed]).toEqual([['fresh'], [undefined]]);
  });

  test('no letter any more if the profile is now skipped, until it is deleted', async () => {
    const output = await written();
    const files = aCampaignWith('recipients/chair.yaml', 'verified:', 'skip: { reason: x }\nverified:');
    expect((await looked(output, { files })).states).toEqual(['skipped', 'fresh']);
    output.delete(`${THE_LETTER}/the-chair.en.md`);
    expect((await looked(output, { files })).states).toEqual(['fresh']);
  });
});

test('a PDF with other bytes and the same pages is equivalent', async () => {
  const output = await written(BOTH);
  const made = output.get(PDF) ?? new Uint8Array();
  const other = Buffer.concat([made, Buffer.from('% by another zlib\n')]);
  output.set(PDF, other);
  const manifest = Buffer.from(output.get(MANIFEST) ?? []).toString();
  expect(manifest).toContain(sha256(made));
  output.set(MANIFEST, Buffer.from(manifest.replace(sha256(made), sha256(other))));
  // The inputs say so as well, and what they vouch for is not made again.
  expect((await looked(output, { formats: BOTH })).states).not.toContain('equivalent');
  const touched = aCampaignWith('templates/appeal/letter.yaml', 'status:', '# read again\nstatus:');
  expect((await looked(output, { formats: BOTH, files: touched })).states).toEqual([
    'fresh',
    'fresh',
    'fresh',
    'equivalent',
  ]);
});

describe('where PDFs are not kept', () => {
  test('the manifest is asked instead', async () => {
    const output = await written(BOTH);
    for (const path of output.keys()) if (path.endsWith('.pdf')) output.delete(path);
    expect((await looked(output, { formats: BOTH })).states).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
    const { states, messages } = await looked(output, { formats: BOTH, files: CHANGED });
    expect(states).toEqual(['fresh', 'fresh', 'stale', 'stale']);
    expect(messages[1]).toBe('out of date; page 1, line 10 would read We turn to you.');
  });

  test('one that is kept shows that another is missing', async () => {
    const output = await written(BOTH);
    output.delete(PDF);
    expect((await looked(output, { formats: BOTH })).states).toEqual(['fresh', 'fresh', 'fresh', 'missing']);
  });
});

describe('of editions', () => {
  const BILINGUAL = aBilingualCampaign('revised');

  test('those that were written count', async () => {
    const [one, all] = [await write(MARKDOWN, BILINGUAL), await write(MARKDOWN, BILINGUAL, 'all')];
    expect((await looked(one, { files: BILINGUAL })).states).toEqual(['fresh', 'fresh']);
    expect((await looked(all, { files: BILINGUAL })).states).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
    const path = 'templates/appeal/fr/body/minister.md';
    const files = { ...BILINGUAL, [path]: BILINGUAL[path]?.replace('écrivons', 'ÉCRIVONS') ?? '' };
    const { files: found } = await looked(all, { files });
    expect(found.filter(({ state }) => state === 'stale').map((file) => file.path)).toEqual([
      'appeal/be-minister.fr.md',
    ]);
  });

  test('one that the letter does not have any more is nobody’s', async () => {
    const all = await write(MARKDOWN, BILINGUAL, 'all');
    const { files } = await looked(all);
    expect(files.map(({ path, state }) => `${path} ${state}`)).toEqual([
      'appeal/the-chair.en.md fresh',
      'appeal/be-minister.en.md fresh',
      'appeal/be-minister.fr.md orphaned',
      'appeal/the-chair.fr.md orphaned',
    ]);
  });
});
