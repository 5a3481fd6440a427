import { beforeAll, expect, test } from 'vitest';
import { wordsOf } from '../../src/model/letter-words.ts';
import { explain } from '../../src/office/explain.ts';
import { composeLetter } from '../../src/pipeline.ts';
import { openShipped } from '../support/shipped-campaign.ts';
import { valueOf } from '../support/outcomes.ts';

/** What each recipient reads, and what `explain` says that it reads and why. */
interface Run {
  readonly letters: ReadonlyMap<string, string>;
  readonly explained: ReadonlyMap<string, string>;
}

type Change = (text: string) => string;

async function run(changes: Readonly<Record<string, Change>> = {}): Promise<Run> {
  const { plan, addressees } = await openShipped(['md'], { changes });
  const letters = new Map<string, string>();
  const explained = new Map<string, string>();
  for (const found of addressees) {
    if (found.kind !== 'target' || found.target.kind !== 'letter') continue;
    const { selection } = found.target;
    letters.set(selection.recipient.id, wordsOf(valueOf(await composeLetter(plan, selection)).letter));
    const { outcome, texts } = explain(plan, found.target);
    explained.set(selection.recipient.id, [outcome, ...texts.map(({ file }) => file)].join(' '));
  }
  return { letters, explained };
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => before.get(id) !== after.get(id)).toSorted();
}

/** Changes one entry of a file, from the line with its name to the next line that is such a name. */
function within(name: string, names: RegExp, piece: RegExp, replacement: string): Change {
  return (text) => {
    const lines = text.split('\n');
    const start = lines.indexOf(name);
    const length = lines.slice(start + 1).findIndex((line) => names.test(line));
    const end = length === -1 ? lines.length : start + 1 + length;
    const entry = lines.slice(start, end).join('\n');
    const changed = entry.replace(piece, replacement);
    if (start === -1 || changed === entry) throw new Error(`${name} has nothing like ${piece.source}`);
    return [...lines.slice(0, start), changed, ...lines.slice(end)].join('\n');
  };
}

/** Changes what is recorded about a State. */
function about(state: string, piece: RegExp, replacement: string): Readonly<Record<string, Change>> {
  return { 'recipients/states.yaml': within(`${state}:`, /^[A-Z]{2}:$/u, piece, replacement) };
}

/** Changes when a State belongs to a group. */
function membership(group: string, piece: RegExp, replacement: string): Readonly<Record<string, Change>> {
  return { 'recipients/groups.yaml': within(`  ${group}:`, /^ {2}[a-z-]+:$/u, piece, replacement) };
}

let before: Run;
beforeAll(async () => {
  before = await run();
});

const JOINED = /joint-statement-2025:\n {6}value: true\n {6}since: 2025-02-07/u;
const joined = (words: string): string => `joint-statement-2025:\n      ${words}`;

test.each([
  ['Austria never joined the statement', about('AT', JOINED, joined('value: false')), ['eu-at']],
  [
    'Czechia joined it',
    about('CZ', /(?<=of: تشيكيا\n)/u, `  facts:\n    ${joined('value: true')}\n      source: a test\n`),
    ['eu-cz'],
  ],
  [
    'Senegal joined it a day after the letter',
    about('SN', JOINED, joined('value: true\n      since: 2025-12-02')),
    ['bureau-sn'],
  ],
  [
    'Belgium left it the day before the letter',
    about('BE', JOINED, joined('value: true\n      since: 2025-02-07\n      until: 2025-11-30')),
    ['bureau-be', 'eu-be'],
  ],
  ['Slovenia did not ask for the Blocking Statute', about('SI', /(?<=asked:\n {6}value: )true/u, 'false'), ['eu-si']],
  ['the Court moved away', about('NL', /(?<=court-host:\n {6}value: )true/u, 'false'), ['eu-nl']],
  [
    'Italy’s seat on the Bureau ended before the letter',
    membership('asp-bureau', /(?<=state: IT\n.*\n {8}until: )2026-12-31/u, '2025-11-30'),
    ['eu-it'],
  ],
  [
    'Cyprus took over the Council Presidency early',
    membership(
      'eu-council-presidency',
      /until: 2025-12-31(?<rest>[^]*?)since: 2026-01-01/u,
      'until: 2025-11-30$<rest>since: 2025-12-01',
    ),
    ['eu-cy', 'eu-dk'],
  ],
  // Nothing is said of it to Spain, and what France said is later than the letter.
  [
    'Spain asked for the Blocking Statute',
    about('ES', /(?<= {2}facts:\n)/u, '    blocking-statute-asked:\n      value: true\n      source: a test\n'),
    [],
  ],
  ['France took back what it said in 2026', about('FR', /(?<=asked:\n {6}value: )true/u, 'false'), []],
])('%s: the letters that change are those that explain says', async (_, changes, expected) => {
  const after = await run(changes);
  expect(before.letters.size).toBe(47);
  expect(differing(before.letters, after.letters)).toEqual(expected);
  expect(differing(before.explained, after.explained)).toEqual(expected);
});
