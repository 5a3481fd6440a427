import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Selection } from '../../src/model/selection.ts';
import { composeLetter } from '../../src/pipeline.ts';
import { selectedTextKeys } from '../../src/run/manifest.ts';
import { wordsOfPage } from '../support/paged-text.ts';
import { runInMemory } from '../support/run-in-memory.ts';
import { type Shipped, openShipped, shippedWorld } from '../support/shipped-campaign.ts';
import { valueDespiteWarnings } from '../support/outcomes.ts';
import { letterWords } from '../support/product-languages.ts';

const EXAMPLES = ['states-parties.yaml', 'eu-institutions.yaml'];

let shipped: Shipped;
let selections: readonly Selection[];
/** The shipped campaign and the recipients in examples/open-letter/. */
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

/** The ids of the recipients whose letter has the passage on the Presidency of the Council. */
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

describe('recipients', () => {
  test('have valid profiles: 47 get a letter, and Hungary is skipped', () => {
    expect(shipped.addressees).toHaveLength(48);
    expect(selections).toHaveLength(47);
    expect(skippedIn(shipped)).toEqual(['eu-hu']);
  });

  test.each([
    ['asp-president', 1],
    ['asp-vice-president', 2],
    ['bureau-member', 18],
    ['eu-minister', 26],
  ])('with the role %s: %i', (role, count) => {
    expect(selections.filter(({ recipient }) => recipient.roles.includes(role))).toHaveLength(count);
  });

  test('have no named holder except the three officers, and no profile is marked as verified', () => {
    const named = selections
      .filter(({ recipient }) => recipient.holder !== undefined)
      .map(({ recipient }) => recipient.id);
    expect(named).toHaveLength(3);
    expect(named.every((id) => id.startsWith('asp-'))).toBe(true);
    expect(selections.filter(({ recipient }) => recipient.verified !== false)).toEqual([]);
  });
});

describe('demands and passages', () => {
  test.each([
    ['asp-president', [[1], [2], [3], [4], [5], [6]]],
    ['asp-vice-president', [[6, 2], [4], [3], [1]]],
    ['bureau-member', [[6, 2], [3], [1], [4]]],
    ['eu-minister', [[5], [2], [3], [1], [4, 6]]],
  ])('for a recipient with the role %s: demands %j', (role, numbers) => {
    const demandLists = selections
      .filter(({ recipient }) => recipient.roles.includes(role))
      .map(({ demands }) => demands);
    expect(demandLists.length).toBeGreaterThan(0);
    for (const demands of demandLists) expect(demands.map((demand) => demand.numbers)).toEqual(numbers);
  });

  test('ask the ministers of six Bureau States, but not Finland’s, to instruct their representative', () => {
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

  test('thank exactly the States that joined the statement', () => {
    const isThanked = ({ passages }: Selection): boolean =>
      passages.some(({ id, choice }) => id === 'thanks' && choice);
    const idsWithoutThanks = selections
      .filter((selection) => !isThanked(selection))
      .map(({ recipient }) => recipient.id);
    const ministers = idsWithoutThanks.filter((id) => id.startsWith('eu-'));
    const members = idsWithoutThanks.filter((id) => id.startsWith('bureau-'));
    expect([ministers, members.sort()]).toEqual([
      ['eu-cz', 'eu-it'],
      ['bureau-ec', 'bureau-it', 'bureau-jp', 'bureau-ke', 'bureau-kr', 'bureau-nz'],
    ]);
  });
});

describe('the recipients in examples/open-letter/', () => {
  const additional = (): readonly Selection[] =>
    selectionsOf(extended).filter(({ recipient }) => recipient.span.file.startsWith('examples/open-letter/'));
  const withRole = (role: string): readonly Selection[] =>
    additional().filter(({ recipient }) => recipient.roles.includes(role));

  test('are 83 States Parties and three institutions; the State of Palestine is skipped', () => {
    expect(readdirSync('examples/open-letter').sort()).toEqual(EXAMPLES.toSorted());
    expect(withRole('state-party')).toHaveLength(83);
    expect(additional()).toHaveLength(86);
    expect(skippedIn(extended)).toEqual(['eu-hu', 'party-ps']);
  });

  test('add letters to all other States Parties, none of which has profiles in two files', () => {
    const states = selectionsOf(extended).flatMap(({ recipient }) => recipient.state ?? []);
    expect(new Set(states).size).toBe(123);
    const { groups } = extended.plan.campaign.register;
    const otherStates = ['eu', 'asp-bureau'].flatMap(
      (name) => groups.get(name)?.members.map(({ state }) => state) ?? [],
    );
    expect(otherStates).toHaveLength(48);
    const duplicates = withRole('state-party').filter(({ recipient }) => otherStates.includes(recipient.state ?? ''));
    expect(duplicates).toEqual([]);
  });

  test.each([
    ['state-party', [[2], [3], [1], [4, 6]]],
    ['eu-commission', [[5], [2]]],
    ['eu-high-representative', [[5], [2], [3]]],
    ['eu-council', [[5], [2]]],
  ])('for a recipient with the role %s: demands %j', (role, numbers) => {
    expect(withRole(role).length).toBeGreaterThan(0);
    for (const { demands } of withRole(role)) expect(demands.map((demand) => demand.numbers)).toEqual(numbers);
  });

  test('include 45 States that joined the statement and are thanked', () => {
    const thanked = withRole('state-party').filter(({ passages }) =>
      passages.some(({ id, choice }) => id === 'thanks' && choice),
    );
    expect(thanked).toHaveLength(45);
    expect(thanked.map(({ recipient }) => recipient.state)).not.toContain('BF');
  });

  test('get letters that name no person and mention nothing later than their date', async () => {
    for (const selection of additional()) {
      const { letter } = valueDespiteWarnings(await composeLetter(extended.plan, selection));
      const words = letterWords(letter);
      expect(words).toContain('1 December 2025');
      expect(words).not.toMatch(/2026|withdraw from/u);
      expect(selection.recipient.holder).toBeUndefined();
    }
  });
});

describe('facts that depend on the date', () => {
  test('on the date of the letter: no source is later, Denmark holds the Council Presidency, Hungary is skipped', () => {
    const { letter, sources, register } = shipped.plan.campaign;
    expect(letter.date).toBe('2025-12-01');
    const days = [...sources.values()].flatMap(({ date }) => date ?? []);
    expect(days.length).toBeGreaterThan(10);
    expect(days.filter((day) => day > letter.date)).toEqual([]);
    expect(skippedIn(shipped)).toEqual(['eu-hu']);
    expect(presidingIn(shipped)).toEqual(['eu-dk']);
    // The register has memberships that begin later, which no letter uses.
    const later = [...register.groups.values()].flatMap(({ members }) =>
      members.filter(({ since }) => since !== undefined && since > letter.date),
    );
    expect(later.length).toBeGreaterThan(0);
  });

  test('after the Bureau’s term: validate reports every expired holder and membership', async () => {
    const { out, code } = await runInMemory(['validate', '--date', '2027-01-15', '--json'], shippedWorld());
    expect(code).toBe(1);
    const { diagnostics } = JSON.parse(out) as {
      diagnostics: readonly { code: string; message: string; related: readonly object[] }[];
    };
    const holders = diagnostics.filter((diagnostic) => diagnostic.code === 'profile/expired-holder');
    expect(holders.map(({ message }) => /Kaukoranta|Kassangana|Kanu/u.exec(message)?.[0])).toEqual([
      'Kaukoranta',
      'Kassangana',
      'Kanu',
    ]);
    const groups = diagnostics.filter((diagnostic) => diagnostic.code === 'group/expired');
    expect(groups.map(({ related }) => related.length)).toEqual([21]);
  });

  test('on 15 July 2026: Hungary gets a letter, and Ireland holds the Council Presidency', async () => {
    const later = await openShipped([], { date: '2026-07-15' });
    expect(skippedIn(later)).toEqual([]);
    expect(presidingIn(later)).toEqual(['eu-ie']);
  });
});

describe('no file is unused', () => {
  test('every body, demand and passage is in a letter', () => {
    const used = new Set(selectionsOf(extended).flatMap(selectedTextKeys));
    const textKeys = [...(shipped.plan.campaign.templates['en']?.keys() ?? [])].filter(
      (key) => !key.startsWith('partials/'),
    );
    expect(textKeys.length).toBeGreaterThan(25);
    expect(textKeys.filter((key) => !used.has(key))).toEqual([]);
  });

  test('every profile file is read', () => {
    const shared = ['forms', 'groups.yaml', 'powers.yaml', 'states.yaml'];
    const files = readdirSync('recipients').filter((name) => !shared.includes(name));
    const read = new Set(selections.map(({ recipient }) => recipient.span.file));
    expect([...read].sort()).toEqual(files.map((name) => `recipients/${name}`).sort());
  });
});

describe('pages', () => {
  test('all have the specimen notice; only the President’s letter has more than two', async () => {
    const long: string[] = [];
    for (const selection of selections) {
      const { letter, pages } = valueDespiteWarnings(await composeLetter(shipped.plan, selection));
      if (letter.notice === undefined || pages === undefined) throw new Error('no notice or no pages');
      expect(letterWords(letter).startsWith(`${letter.notice}\n`)).toBe(true);
      expect(pages.pages.length).toBeGreaterThan(0);
      for (const page of pages.pages) expect(wordsOfPage(page)).toContain(letter.notice);
      if (pages.pages.length > 2) long.push(letter.id);
    }
    expect(long).toEqual(['asp-president']);
  });
});
