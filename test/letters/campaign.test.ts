import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { letterWords } from '../../src/languages/letter-words.ts';
import type { Selection } from '../../src/model/selection.ts';
import { composeLetter } from '../../src/pipeline.ts';
import { wordingsOf } from '../../src/run/manifest.ts';
import { wordsOfPage } from '../support/paged-text.ts';
import { runInMemory } from '../support/run-in-memory.ts';
import { type Shipped, openShipped, shippedWorld } from '../support/shipped-campaign.ts';
import { valueOf } from '../support/outcomes.ts';

const EXAMPLES = ['states-parties.yaml', 'eu-institutions.yaml'];

let shipped: Shipped;
let selections: readonly Selection[];
/** With everybody in examples/ besides. */
let extended: Shipped;

function selectionsOf({ addressees }: Shipped): readonly Selection[] {
  return addressees.flatMap((found) =>
    found.kind === 'target' && found.target.kind === 'letter' ? [found.target.selection] : [],
  );
}

function skippedIn({ addressees }: Shipped): readonly string[] {
  return addressees.flatMap((found) =>
    found.kind === 'target' && found.target.kind === 'skipped' ? [found.target.addressing.recipient.id] : [],
  );
}

/** Whose letter speaks of the Presidency of the Council. */
function presidingIn(campaign: Shipped): readonly string[] {
  return selectionsOf(campaign)
    .filter(({ passages }) => passages.some(({ id, choice }) => id === 'council-presidency' && choice))
    .map(({ recipient }) => recipient.id);
}

beforeAll(async () => {
  shipped = await openShipped(['md', 'pdf']);
  selections = selectionsOf(shipped);
  extended = await openShipped(['md'], { examples: EXAMPLES });
});

describe('who is written to', () => {
  test('every profile is sound: 47 letters, and Hungary skipped', () => {
    expect(shipped.addressees).toHaveLength(48);
    expect(selections).toHaveLength(47);
    expect(skippedIn(shipped)).toEqual(['eu-hu']);
  });

  test.each([
    ['asp-president', 1],
    ['asp-vice-president', 2],
    ['bureau-member', 18],
    ['eu-minister', 26],
  ])('as %s: %i', (role, count) => {
    expect(selections.filter(({ recipient }) => recipient.roles.includes(role))).toHaveLength(count);
  });

  test('holder not named but the three officers, and nobody claims to have checked a profile', () => {
    const named = selections
      .filter(({ recipient }) => recipient.holder !== undefined)
      .map(({ recipient }) => recipient.id);
    expect(named).toHaveLength(3);
    expect(named.every((id) => id.startsWith('asp-'))).toBe(true);
    expect(selections.filter(({ recipient }) => recipient.verified !== undefined)).toEqual([]);
  });
});

describe('what is asked of whom', () => {
  test.each([
    ['asp-president', [[1], [2], [3], [4], [5], [6]]],
    ['asp-vice-president', [[6, 2], [4], [3], [1]]],
    ['bureau-member', [[6, 2], [3], [1], [4]]],
    ['eu-minister', [[5], [2], [3], [1], [4, 6]]],
  ])('a recipient with the role %s: demands %j', (role, numbers) => {
    const asked = selections.filter(({ recipient }) => recipient.roles.includes(role)).map(({ demands }) => demands);
    expect(asked.length).toBeGreaterThan(0);
    for (const demands of asked) expect(demands.map((demand) => demand.numbers)).toEqual(numbers);
  });

  test('the ministers of six Bureau States are asked to instruct their representative; Finland’s is not', () => {
    const instructed = selections.filter(({ passages }) =>
      passages.some(({ id, choice }) => id === 'bureau-seat' && choice),
    );
    expect(instructed.map(({ recipient }) => recipient.id)).toEqual([
      'eu-be',
      'eu-cy',
      'eu-it',
      'eu-lv',
      'eu-pl',
      'eu-si',
    ]);
  });

  test('States that joined the statement are thanked; nobody else is', () => {
    const isThanked = ({ passages }: Selection): boolean =>
      passages.some(({ id, choice }) => id === 'thanks' && choice);
    const thankless = selections.filter((selection) => !isThanked(selection)).map(({ recipient }) => recipient.id);
    const ministers = thankless.filter((id) => id.startsWith('eu-'));
    const members = thankless.filter((id) => id.startsWith('bureau-'));
    expect([ministers, members.sort()]).toEqual([
      ['eu-cz', 'eu-it'],
      ['bureau-ec', 'bureau-it', 'bureau-jp', 'bureau-ke', 'bureau-kr', 'bureau-nz'],
    ]);
  });
});

describe('more recipients, when they are asked for', () => {
  const additional = (): readonly Selection[] =>
    selectionsOf(extended).filter(({ recipient }) => recipient.span.file.startsWith('examples/'));
  const withRole = (role: string): readonly Selection[] =>
    additional().filter(({ recipient }) => recipient.roles.includes(role));

  test('83 States Parties and three institutions; the State of Palestine is not sent what others are', () => {
    expect(readdirSync('examples').sort()).toEqual(EXAMPLES.toSorted());
    expect(withRole('state-party')).toHaveLength(83);
    expect(additional()).toHaveLength(86);
    expect(skippedIn(extended)).toEqual(['eu-hu', 'party-ps']);
  });

  test('every State Party gets one letter at least, and none is in two files', () => {
    const states = selectionsOf(extended).flatMap(({ recipient }) => recipient.state ?? []);
    expect(new Set(states).size).toBe(123);
    const { groups } = extended.plan.campaign.register;
    const others = ['eu', 'asp-bureau'].flatMap((name) => groups.get(name)?.members.map(({ state }) => state) ?? []);
    expect(others).toHaveLength(48);
    const twice = withRole('state-party').filter(({ recipient }) => others.includes(recipient.state ?? ''));
    expect(twice).toEqual([]);
  });

  test.each([
    ['state-party', [[2], [3], [1], [4, 6]]],
    ['eu-commission', [[5], [2]]],
    ['eu-high-representative', [[5], [2], [3]]],
    ['eu-council', [[5], [2]]],
  ])('a recipient with the role %s: demands %j', (role, numbers) => {
    expect(withRole(role).length).toBeGreaterThan(0);
    for (const { demands } of withRole(role)) expect(demands.map((demand) => demand.numbers)).toEqual(numbers);
  });

  test('the 45 among them who joined the statement are thanked', () => {
    const thanked = withRole('state-party').filter(({ passages }) =>
      passages.some(({ id, choice }) => id === 'thanks' && choice),
    );
    expect(thanked).toHaveLength(45);
    expect(thanked.map(({ recipient }) => recipient.state)).not.toContain('BF');
  });

  test('every one of their letters comes out, names no person and sees no later day', async () => {
    for (const selection of additional()) {
      const { letter } = valueOf(await composeLetter(extended.plan, selection));
      const words = letterWords(letter);
      expect(words).toContain('1 December 2025');
      expect(words).not.toMatch(/2026|withdraw from/u);
      expect(selection.recipient.holder).toBeUndefined();
    }
  });
});

describe('at another date', () => {
  test('on the day of the letter nothing used is later, Denmark presides over the Council, Hungary is skipped', () => {
    const { letter, sources, register } = shipped.plan.campaign;
    expect(letter.date).toBe('2025-12-01');
    const days = [...sources.values()].flatMap(({ date }) => date ?? []);
    expect(days.length).toBeGreaterThan(10);
    expect(days.filter((day) => day > letter.date)).toEqual([]);
    expect(skippedIn(shipped)).toEqual(['eu-hu']);
    expect(presidingIn(shipped)).toEqual(['eu-dk']);
    // What is recorded of later days is there, and reaches no letter.
    const later = [...register.groups.values()].flatMap(({ members }) =>
      members.filter(({ since }) => since !== undefined && since > letter.date),
    );
    expect(later.length).toBeGreaterThan(0);
  });

  test('after the Bureau’s term validate names every expired holder and every membership', async () => {
    const { out, code } = await runInMemory(['validate', '--date', '2027-01-15', '--json'], shippedWorld());
    expect(code).toBe(1);
    const { diagnostics } = JSON.parse(out) as {
      diagnostics: readonly { code: string; message: string; related: readonly object[] }[];
    };
    const holders = diagnostics.filter((one) => one.code === 'profile/expired-holder');
    expect(holders.map(({ message }) => /Kaukoranta|Kassangana|Kanu/u.exec(message)?.[0])).toEqual([
      'Kaukoranta',
      'Kassangana',
      'Kanu',
    ]);
    const groups = diagnostics.filter((one) => one.code === 'group/expired');
    expect(groups.map(({ related }) => related.length)).toEqual([21]);
  });

  test('Hungary is written to once its withdrawal is withdrawn, and Ireland holds the Council Presidency', async () => {
    const later = await openShipped([], { date: '2026-07-15' });
    expect(skippedIn(later)).toEqual([]);
    expect(presidingIn(later)).toEqual(['eu-ie']);
  });
});

describe('nothing lies about unused', () => {
  test('every body, demand and passage reaches somebody', () => {
    const used = new Set(selectionsOf(extended).flatMap(wordingsOf));
    const there = [...(shipped.plan.campaign.templates['en']?.keys() ?? [])].filter(
      (key) => !key.startsWith('partials/'),
    );
    expect(there.length).toBeGreaterThan(25);
    expect(there.filter((key) => !used.has(key))).toEqual([]);
  });

  test('every profile file is read', () => {
    const files = readdirSync('recipients').filter((name) => !['forms', 'groups.yaml', 'states.yaml'].includes(name));
    const read = new Set(selections.map(({ recipient }) => recipient.span.file));
    expect([...read].sort()).toEqual(files.map((name) => `recipients/${name}`).sort());
  });
});

describe('on the page', () => {
  test('every letter says on every page that it is a specimen; all but the President’s have at most two', async () => {
    const long: string[] = [];
    for (const selection of selections) {
      const { letter, pages } = valueOf(await composeLetter(shipped.plan, selection));
      if (letter.notice === undefined || pages === undefined) throw new Error('no notice or no pages');
      expect(letterWords(letter).startsWith(`${letter.notice}\n`)).toBe(true);
      expect(pages.pages.length).toBeGreaterThan(0);
      for (const page of pages.pages) expect(wordsOfPage(page)).toContain(letter.notice);
      if (pages.pages.length > 2) long.push(letter.id);
    }
    expect(long).toEqual(['asp-president']);
  });
});
