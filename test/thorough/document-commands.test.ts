import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { blocksOf, commandsOf } from '../support/document-commands.ts';
import { type InProcessResult, folderWith, inProcess, putFile } from '../support/in-process.ts';
import { copyOfCampaign } from '../support/run-demarche.ts';

/** The documents whose commands are for the sample, each with the number of commands that it has at least. */
const DOCUMENTS: readonly (readonly [string, number])[] = [
  ['README.md', 25],
  ['CHANGELOG.md', 8],
  ['docs/campaign.md', 7],
  ['docs/ci.md', 2],
  ['docs/many-letters.md', 2],
  ['docs/markdown.md', 2],
  ['docs/office.md', 15],
  ['docs/preview.md', 4],
  ['docs/sending.md', 4],
  ['docs/typography.md', 1],
];

/** What a reader writes in the place of a placeholder. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  '<recipient>': 'eu-be',
  '<command>': 'generate',
  CODE: 'data/unknown-key',
  'bash|zsh|fish': 'bash',
};

/** Commands that are named in sentences, not shown: they need arguments, or are in the transcript of another test. */
const IS_NAME_ONLY =
  /^(?:join|approve|explain|init --language|translations --renew|validate --reporter github|\S+ <manifest\.\.\.>)$/;

/** The exit codes that are not 0. */
const EXIT_CODES: Readonly<Record<string, readonly [code: number, reason: string]>> = {
  'check --approved': [1, 'approvals are missing'],
  'check --approved asp-president': [1, 'approvals are missing'],
  drafts: [1, 'the sample is not final'],
  'drafts --role eu-minister --to mbox': [1, 'the sample is not final'],
  'generate --watch': [1, 'it was stopped'],
};

/** The sample with six of its recipients, so that its letters are made fast. Their letters are in `out/`. */
async function smallSample(): Promise<string> {
  const folder = copyOfCampaign();
  const kept = /^(?:asp-president|eu-(?:at|be|de|fr|hu))$/;
  const shared = ['groups.yaml', 'powers.yaml', 'states.yaml'];
  for (const name of readdirSync(join(folder, 'recipients')).filter((file) => file.endsWith('.yaml'))) {
    if (shared.includes(name)) continue;
    const path = join(folder, 'recipients', name);
    const content = parse(readFileSync(path, 'utf8')) as { id: string } | { id: string }[];
    const profiles = [content].flat().filter(({ id }) => kept.test(id));
    if (profiles.length === 0) rmSync(path);
    else writeFileSync(path, stringify(profiles));
  }
  expect((await inProcess(folder, ['generate', '--quiet'])).code).toBe(0);
  return folder;
}

/** Runs a command line in a campaign. Standard input has one profile as a JSON line. */
function run(campaign: string, line: string): Promise<InProcessResult> {
  const filled = Object.entries(PLACEHOLDERS).reduce((text, [from, to]) => text.replace(from, to), line);
  const [profile] = parse(readFileSync('examples/open-letter/eu-institutions.yaml', 'utf8')) as unknown[];
  return inProcess(campaign, filled.split(' '), {}, `${JSON.stringify(profile)}\n`, untilItWaits());
}

/** Parts of a shell in which a command that would run until Ctrl-C is stopped when it says so, and nothing listens. */
function untilItWaits(): Parameters<typeof inProcess>[4] {
  const controller = new AbortController();
  const served = { address: 'http://127.0.0.1:7340/token/', port: 7340, failed: new Promise<never>(() => undefined) };
  return {
    stop: controller.signal,
    serve: async () => ({ ...served, close: async () => undefined }),
    openAddress: async () => undefined,
    err: async (text) => {
      if (text.includes('Ctrl-C')) controller.abort();
    },
  };
}

/** Whether an output has lines, in their order; `…` in a line stands for any text, and as a line for any lines. */
function hasLines(output: string, lines: readonly string[]): boolean {
  const escaped = lines.map((line) => line.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*'));
  return new RegExp(`^${escaped.join('\n(?:.*\n)*?')}$`, 'm').test(output);
}

describe('the commands of a document run on the sample, with the exit codes that it says', () => {
  test.each(DOCUMENTS)('%s', async (document, atLeast) => {
    const commands = commandsOf(document).filter(({ line }) => !IS_NAME_ONLY.test(line));
    expect(commands.length).toBeGreaterThanOrEqual(atLeast);
    const campaign = await smallSample();
    const [table = ''] = blocksOf('docs/many-letters.md', '').filter((block) => block.startsWith('id,'));
    putFile(campaign, 'people.csv', table);
    const results: unknown[] = [];
    let outside = '';
    for (const { line } of commands) {
      // A new campaign is begun outside the sample, and `-C` names it.
      if (/^init\b/.test(line)) outside = folderWith({ 'members.csv': 'Name\nAnna Berg\n' });
      // A language is added to a campaign; that of another test is left as it is.
      if (line === 'init --language eu') putFile(outside, 'templates/a/letter.yaml', 'date: 2026-03-02\n');
      const { code, err } = await run(/^init\b| -C /.test(line) ? outside : campaign, line);
      const [expected = 0] = EXIT_CODES[line] ?? [];
      if (code !== expected) results.push({ line, code, err: err.slice(0, 2000) });
    }
    expect(results).toEqual([]);
  });
});

/** What the author of the README's story does before a command, by the number of the command. */
const EDITS: Readonly<Record<number, (campaign: string) => void>> = {
  0: (campaign) => edit(campaign, 'recipients/eu-ministers.yaml', 'rank: minister', 'rang: minister'),
  1: (campaign) => {
    edit(campaign, 'recipients/eu-ministers.yaml', 'rang: minister', 'rank: minister');
    // The address is in German and in English; the letter has the English one.
    const ministry = 'Federal Ministry for European and International Affairs\n        - Minoritenplatz';
    edit(campaign, 'recipients/eu-ministers.yaml', `${ministry} 8`, `${ministry} 9`);
  },
};
/** The exit codes of the story, in its order: a fault, stale letters and differences give 1, missing approvals too. */
const STORY_CODES = [1, 1, 1, 0, 0, 0, 1, 0, 0];

function edit(campaign: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(campaign, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(campaign, file), text.replace(from, to));
}

test('the story of the README happens as it is told', async () => {
  const campaign = copyOfCampaign();
  const made = await inProcess(campaign, ['generate']);
  const [first = ''] = blocksOf('README.md', '').filter((block) => block.startsWith('eu-hu skipped'));
  expect(hasLines(made.err, first.trimEnd().split('\n'))).toBe(true);
  const [second = ''] = blocksOf('README.md', '').filter((block) => block.startsWith('47 letters: 0 files'));
  expect((await inProcess(campaign, ['generate'])).err).toContain(second);

  const story = commandsOf('README.md').filter(({ isTranscript }) => isTranscript);
  expect(story).toHaveLength(STORY_CODES.length);
  for (const [index, { line, output }] of story.entries()) {
    EDITS[index]?.(campaign);
    const { code, out, err } = await inProcess(campaign, line.split(' '));
    expect({ line, code, isAsTold: hasLines(out + err, output) || out + err }).toEqual({
      line,
      code: STORY_CODES[index],
      isAsTold: true,
    });
  }
});
