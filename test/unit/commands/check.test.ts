import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkFaults, checkSummary } from '../../../src/commands/check/text.ts';
import { type CheckedFile, type CheckedLetter, check } from '../../../src/commands/check/check.ts';
import { differenceFields } from '../../../src/commands/check/hide-values.ts';
import { loadProfiles } from '../../../src/pipeline.ts';
import type { Format } from '../../../src/model/artifact.ts';
import type { RequestedEditions } from '../../../src/model/edition.ts';
import { plainMessage } from '../../../src/model/message.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import { ALL_RECIPIENTS, type Filter } from '../../../src/run/filter.ts';
import { generate } from '../../../src/run/generate.ts';
import { type InspectedRun, closeRun, inspectRun, openRun } from '../../../src/run/open-run.ts';
import { sha256 } from '../../../src/run/sha256.ts';
import { findWrittenLetters } from '../../../src/run/written-letters.ts';
import { aBilingualCampaign } from '../../support/a-bilingual-campaign.ts';
import { THE_LETTER, aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { deflatedAgain } from '../../support/deflated-again.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { valueOf } from '../../support/outcomes.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

type Output = Map<string, Uint8Array>;

const BOTH_FORMATS: readonly Format[] = ['md', 'pdf'];
const MARKDOWN_ONLY: readonly Format[] = ['md'];
const MANIFEST = `${THE_LETTER}/manifest.ndjson`;
const PDF_FILE = `${THE_LETTER}/be-minister.en.pdf`;
const MARKDOWN_FILE = `${THE_LETTER}/be-minister.en.md`;

interface CheckSettings {
  readonly files?: Record<string, string>;
  readonly formats?: readonly Format[];
  readonly filter?: Filter;
  readonly tool?: string;
  /** The formats that the command line names. */
  readonly requestedFormats?: readonly Format[];
}

function startInspection(
  output: Output,
  settings: CheckSettings,
  editions?: RequestedEditions,
): Promise<Outcome<InspectedRun>> {
  return inspectRun(...runArguments(output, settings, editions));
}

function runArguments(
  output: Output,
  { files = aCampaign(), formats = MARKDOWN_ONLY, requestedFormats: _requested, ...more }: CheckSettings,
  editions?: RequestedEditions,
): Parameters<typeof openRun> {
  const { world } = memoryWorld(files, output);
  const options = { filter: ALL_RECIPIENTS, force: false, dryRun: false, tool: '1.0.0', runtime: 'Node', ...more };
  const job = { letter: THE_LETTER, formats, attachSource: false, ...(editions === undefined ? {} : { editions }) };
  return [world, loadProfiles(world), job, options];
}

async function open(output: Output, settings: CheckSettings, editions?: RequestedEditions): Promise<InspectedRun> {
  return valueOf(await startInspection(output, settings, editions));
}

async function writeLetters(
  formats: readonly Format[],
  files = aCampaign(),
  editions?: RequestedEditions,
): Promise<Output> {
  const output: Output = new Map();
  const run = valueOf(await openRun(...runArguments(output, { formats, files }, editions)));
  for await (const result of generate(run)) expect(result.kind).toBe('done');
  expect(await closeRun(run)).toEqual([]);
  return output;
}

const WRITTEN = { text: writeLetters(MARKDOWN_ONLY), both: writeLetters(BOTH_FORMATS) };

/** A copy of what a run wrote, for the test to change. */
async function written(formats: readonly Format[] = MARKDOWN_ONLY): Promise<Output> {
  return new Map(await (formats === BOTH_FORMATS ? WRITTEN.both : WRITTEN.text));
}

/** Checks the output; returns the checked files, their states and messages, and the ids of letters that failed. */
async function checkOutput(output: Output, settings: CheckSettings = {}) {
  const outputBefore = new Map(output);
  const run = await open(output, settings);
  const files: CheckedFile[] = [];
  const failed: (string | undefined)[] = [];
  const letters: CheckedLetter[] = [];
  const messages: string[] = [];
  const openAll = () => startInspection(output, settings, 'all');
  const found = await findWrittenLetters(run.output, THE_LETTER, run.manifest);
  for await (const result of check(run, { ...found, requestedFormats: settings.requestedFormats }, openAll)) {
    if (result.kind === 'failed') failed.push(result.id);
    else {
      letters.push(result.letter);
      files.push(...result.letter.files);
      messages.push(...checkFaults(result.letter, 'out').map(({ message }) => plainMessage(message)));
    }
  }
  expect(output).toEqual(outputBefore);
  return { files, failed, messages, states: files.map(({ state }) => state), summary: checkSummary(letters, 0) };
}

const CHANGED = aCampaignWith('templates/appeal/en/body/minister.md', 'We write to you.', 'We turn to you.');

describe('a file is', () => {
  test('fresh after it was written', async () => {
    expect((await checkOutput(await written(BOTH_FORMATS), { formats: BOTH_FORMATS })).states).toEqual([
      'fresh',
      'fresh',
      'fresh',
      'fresh',
    ]);
  });

  test('fresh if another version of the tool makes the same bytes', async () => {
    expect((await checkOutput(await written(), { tool: '2.0.0' })).states).toEqual(['fresh', 'fresh']);
  });

  test('stale if its text would change, with the first line that differs', async () => {
    const { files, messages } = await checkOutput(await written(), { files: CHANGED });
    expect(files.map(({ state, difference }) => [state, differenceFields(difference, { showValues: true })])).toEqual([
      ['fresh', undefined],
      ['stale', { kind: 'line', line: 17, reads: 'We write to you.', wouldRead: 'We turn to you.' }],
    ]);
    expect(messages).toEqual(['out of date; it reads We write to you., and would read We turn to you.']);
  });

  test('stale if it is a PDF that would change, with the first page and line that differ', async () => {
    const { files } = await checkOutput(await written(BOTH_FORMATS), { files: CHANGED, formats: BOTH_FORMATS });
    const [difference] = files.flatMap((file) => (file.path === PDF_FILE ? [file.difference] : []));
    expect(differenceFields(difference, { showValues: true })).toEqual({
      kind: 'page',
      page: 1,
      line: 10,
      wouldRead: 'We turn to you.',
    });
  });

  test('edited if it is neither what was written nor what would be written', async () => {
    const output = await written();
    output.set(
      MARKDOWN_FILE,
      Buffer.from(
        Buffer.from(output.get(MARKDOWN_FILE) ?? [])
          .toString()
          .replace('write to', 'WRITE TO'),
      ),
    );
    const { files, messages } = await checkOutput(output);
    expect(files.map(({ state }) => state)).toEqual(['fresh', 'edited']);
    expect(messages).toEqual([
      'changed by hand, or not written by demarche; it reads We WRITE TO you., and would read We write to you.',
    ]);
  });

  test('fresh if it is what would be written, even if the manifest has another hash', async () => {
    const output = await written();
    const originalBytes = output.get(MARKDOWN_FILE) ?? new Uint8Array();
    output.set(
      MANIFEST,
      Buffer.from(
        Buffer.from(output.get(MANIFEST) ?? [])
          .toString()
          .replaceAll(sha256(originalBytes), 'x'),
      ),
    );
    expect((await checkOutput(output)).states).toEqual(['fresh', 'fresh']);
  });

  test('missing if it was deleted or never written', async () => {
    const output = await written();
    output.delete(MARKDOWN_FILE);
    expect((await checkOutput(output)).states).toEqual(['fresh', 'missing']);
    const second = aCampaign({ 'recipients/second.yaml': aCampaign()['recipients/chair.yaml']?.replace('the-', 'a-') });
    expect((await checkOutput(await written(), { files: second })).states).toEqual(['fresh', 'fresh', 'missing']);
  });

  test('missing in a format that is written on request if its letter was written in it, or the format is named', async () => {
    const output = await written();
    const formats: readonly Format[] = ['md', 'html'];
    const filter = { ...ALL_RECIPIENTS, ids: ['be-minister'] };
    const run = valueOf(await openRun(...runArguments(output, { formats, filter })));
    for await (const result of generate(run)) expect(result.kind).toBe('done');
    await closeRun(run);
    expect((await checkOutput(output, { formats })).states).toEqual(['fresh', 'fresh', 'fresh']);
    const requested = await checkOutput(output, { formats, requestedFormats: formats });
    expect(requested.states).toEqual(['fresh', 'missing', 'fresh', 'fresh']);
    const second = aCampaign({ 'recipients/second.yaml': aCampaign()['recipients/chair.yaml']?.replace('the-', 'a-') });
    const withSecond = await checkOutput(output, { formats, files: second });
    expect(withSecond.files.filter(({ state }) => state === 'missing').map(({ path }) => path)).toEqual([
      `${THE_LETTER}/a-chair.en.md`,
      `${THE_LETTER}/a-chair.en.html`,
    ]);
    // Another letter in HTML is there, so that this one is not absent because no HTML is kept.
    output.set(`${THE_LETTER}/other.en.html`, new Uint8Array());
    output.delete(`${THE_LETTER}/be-minister.en.html`);
    expect((await checkOutput(output, { formats })).states).toEqual(['fresh', 'fresh', 'missing', 'orphaned']);
  });

  test('orphaned if its recipient was removed, but not because of a filter or a broken profile', async () => {
    const output = await written();
    const files = aCampaign({ 'recipients/chair.yaml': undefined });
    const withoutProfile = await checkOutput(output, { files });
    expect(withoutProfile.files.map(({ path, state }) => [path, state])).toEqual([
      [MARKDOWN_FILE, 'fresh'],
      [`${THE_LETTER}/the-chair.en.md`, 'orphaned'],
    ]);
    expect((await checkOutput(output, { files, filter: { ...ALL_RECIPIENTS, roles: ['minister'] } })).states).toEqual([
      'fresh',
    ]);
    const broken = aCampaignWith('recipients/chair.yaml', 'id: the-chair', 'id: the-chair\nnickname: x');
    const withBrokenProfile = await checkOutput(output, { files: broken });
    expect([withBrokenProfile.states, withBrokenProfile.failed]).toEqual([['fresh'], ['the-chair']]);
    const withUnreadableProfile = await checkOutput(output, {
      files: aCampaign({ 'recipients/chair.yaml': 'a: b: c' }),
    });
    expect([withUnreadableProfile.states, withUnreadableProfile.failed]).toEqual([['fresh'], [undefined]]);
  });

  test('skipped if the profile is now skipped, until the file is deleted', async () => {
    const output = await written();
    const files = aCampaignWith('recipients/chair.yaml', 'verified:', 'skip: { reason: x }\nverified:');
    expect((await checkOutput(output, { files })).states).toEqual(['skipped', 'fresh']);
    output.delete(`${THE_LETTER}/the-chair.en.md`);
    expect((await checkOutput(output, { files })).states).toEqual(['fresh']);
  });
});

/** Replaces the text of the manifest. */
function editManifest(output: Output, edit: (manifest: string) => string): void {
  const manifest = Buffer.from(output.get(MANIFEST) ?? []).toString();
  const edited = edit(manifest);
  expect(edited).not.toBe(manifest);
  output.set(MANIFEST, Buffer.from(edited));
}

/** Replaces a file, and its hash in the manifest. */
function forge(output: Output, path: string, bytes: Uint8Array): void {
  editManifest(output, (manifest) => manifest.replace(sha256(output.get(path) ?? Buffer.of()), sha256(bytes)));
  output.set(path, bytes);
}

describe('check does not rely on the manifest', () => {
  test.each([
    [
      MARKDOWN_FILE,
      '; it reads Anything., and would read **Specimen: a paraphrase, not approved by the organisations …',
    ],
    [PDF_FILE, '; its words and pages are recorded as the same, its other parts differ'],
  ])('if %s was replaced together with its hash', async (path, difference) => {
    const output = await written(BOTH_FORMATS);
    forge(output, path, Buffer.from('Anything.\n'));
    const { files, messages } = await checkOutput(output, { formats: BOTH_FORMATS });
    expect(files.filter(({ state }) => state !== 'fresh').map((file) => [file.path, file.state])).toEqual([
      [path, 'misrecorded'],
    ]);
    expect(messages).toEqual([
      `the manifest says that this file is current, but demarche would write another${difference}`,
    ]);
  });

  test('if it no longer lists a file that was changed', async () => {
    const output = await written(BOTH_FORMATS);
    editManifest(output, (manifest) => manifest.replaceAll(/,\{"name":"[^"]*\.pdf"[^}]*\}/g, ''));
    output.set(PDF_FILE, Buffer.from('anything'));
    const run = await open(output, { formats: BOTH_FORMATS });
    expect((await findWrittenLetters(run.output, THE_LETTER, run.manifest)).formats).toEqual(['md', 'pdf']);
    expect((await checkOutput(output, { formats: BOTH_FORMATS })).states).toEqual([
      'fresh',
      'fresh',
      'fresh',
      'edited',
    ]);
  });

  test('if it does not list a letter that no recipient gets', async () => {
    const output = await written();
    output.set(`${THE_LETTER}/no-one.en.md`, Buffer.from('anything'));
    output.set(`${THE_LETTER}/notes.txt`, Buffer.from('not a letter'));
    const { files } = await checkOutput(output);
    expect(files.map(({ path, state }) => [path, state]).at(-1)).toEqual([`${THE_LETTER}/no-one.en.md`, 'orphaned']);
    expect(files).toHaveLength(3);
  });

  test.each(['élise-durand', 'Mayor_1', 'a.b.c', 'рада', '٣'])('if it does not list the letter of %s', async (id) => {
    const output = await written();
    const path = `${THE_LETTER}/${id}.en.md`;
    output.set(path, Buffer.from('anything'));
    const { files } = await checkOutput(output);
    expect(files.map((file) => [file.path, file.state]).at(-1)).toEqual([path, 'orphaned']);
  });

  test('if something other than a file is in the place of a letter', async () => {
    const output = await written();
    const read = output.get.bind(output);
    output.get = (path) => (path === MARKDOWN_FILE ? ('in-the-way' as never) : read(path));
    expect((await checkOutput(output)).states).toEqual(['fresh', 'in-the-way']);
  });
});

test('a PDF that differs only in its compression is equivalent, with a note, and has no fault', async () => {
  const output = await written(BOTH_FORMATS);
  const stored = deflatedAgain(output.get(PDF_FILE) ?? Buffer.of(), (stream) =>
    deflateSync(inflateSync(stream), { level: 0 }),
  );
  output.set(PDF_FILE, stored);
  const { states, messages, summary } = await checkOutput(output, { formats: BOTH_FORMATS });
  expect([states, messages]).toEqual([['fresh', 'fresh', 'fresh', 'equivalent'], []]);
  expect(summary).toBe(
    'note: 1 PDF with the same content, compressed by another version of zlib\n4 files of 2 letters: 4 fresh\n',
  );
});

test('a PDF of an older version with the same words and pages is stale', async () => {
  const output = await written(BOTH_FORMATS);
  forge(output, PDF_FILE, Buffer.concat([output.get(PDF_FILE) ?? Buffer.of(), Buffer.from('% older\n')]));
  const { states, messages } = await checkOutput(output, { formats: BOTH_FORMATS, tool: '2.0.0' });
  expect(states).toEqual(['fresh', 'fresh', 'fresh', 'stale']);
  expect(messages).toEqual(['out of date; its words and pages are recorded as the same, its other parts differ']);
});

describe('PDFs that are not kept', () => {
  const withoutPdfs = async (): Promise<Output> => {
    const output = await written(BOTH_FORMATS);
    for (const path of output.keys()) if (path.endsWith('.pdf')) output.delete(path);
    return output;
  };

  test('are answered for by the words and pages that the manifest records, with a note', async () => {
    const output = await withoutPdfs();
    const { states, summary } = await checkOutput(output, { formats: BOTH_FORMATS });
    expect(states).toEqual(['fresh', 'recorded', 'fresh', 'recorded']);
    expect(summary).toBe(
      'note: 2 files not there; the manifest records the same words and pages as would be written\n' +
        '4 files of 2 letters: 4 fresh\n',
    );
    const changed = await checkOutput(output, { formats: BOTH_FORMATS, files: CHANGED });
    expect(changed.states).toEqual(['fresh', 'recorded', 'stale', 'stale']);
    expect(changed.messages[1]).toBe('out of date; page 1, line 10 would read We turn to you.');
  });

  test.each(['words', 'layout'])('are stale if the manifest records other %s', async (key) => {
    const output = await withoutPdfs();
    editManifest(output, (manifest) => {
      const start = manifest.indexOf('be-minister.en.pdf');
      return manifest.slice(0, start) + manifest.slice(start).replace(new RegExp(`"${key}":"`), `"${key}":"0`);
    });
    expect((await checkOutput(output, { formats: BOTH_FORMATS })).states).toContain('stale');
  });

  test('are missing if the manifest has no record of them', async () => {
    const output = await withoutPdfs();
    editManifest(output, (manifest) => manifest.replace(/,\{"name":"be-minister.en.pdf"[^}]*\}/, ''));
    expect((await checkOutput(output, { formats: BOTH_FORMATS })).states).toEqual([
      'fresh',
      'recorded',
      'fresh',
      'missing',
    ]);
  });

  test('are missing if any other PDF is kept', async () => {
    const output = await written(BOTH_FORMATS);
    output.delete(PDF_FILE);
    expect((await checkOutput(output, { formats: BOTH_FORMATS })).states).toEqual([
      'fresh',
      'fresh',
      'fresh',
      'missing',
    ]);
  });
});

describe('editions', () => {
  const BILINGUAL = aBilingualCampaign('revised');

  test('are checked if they were written', async () => {
    const [firstRead, allEditions] = [
      await writeLetters(MARKDOWN_ONLY, BILINGUAL),
      await writeLetters(MARKDOWN_ONLY, BILINGUAL, 'all'),
    ];
    expect((await checkOutput(firstRead, { files: BILINGUAL })).states).toEqual(['fresh', 'fresh']);
    expect((await checkOutput(allEditions, { files: BILINGUAL })).states).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
    const path = 'templates/appeal/fr/body/minister.md';
    const files = { ...BILINGUAL, [path]: BILINGUAL[path]?.replace('écrivons', 'ÉCRIVONS') ?? '' };
    const { files: checkedFiles } = await checkOutput(allEditions, { files });
    expect(checkedFiles.filter(({ state }) => state === 'stale').map((file) => file.path)).toEqual([
      'appeal/be-minister.fr.md',
    ]);
  });

  test('are orphaned if the letter no longer has their language', async () => {
    const allEditions = await writeLetters(MARKDOWN_ONLY, BILINGUAL, 'all');
    const { files } = await checkOutput(allEditions);
    expect(files.map(({ path, state }) => `${path} ${state}`)).toEqual([
      'appeal/the-chair.en.md fresh',
      'appeal/be-minister.en.md fresh',
      'appeal/be-minister.fr.md orphaned',
      'appeal/the-chair.fr.md orphaned',
    ]);
  });
});

test.each(['check', 'dispatch'])('a manifest of another version is a fault of %s', async (command) => {
  const output = await written();
  editManifest(output, (manifest) => manifest.replace('"schemaVersion":1', '"schemaVersion":99'));
  for (const path of [...output.keys()].filter((name) => name !== MANIFEST)) output.delete(path);
  const { code, err } = await runInMemory([command], memoryWorld(aCampaign(), output).world);
  expect([code, err]).toEqual([1, expect.stringContaining('error[output/manifest]')]);
});
