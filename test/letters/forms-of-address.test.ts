import { beforeAll, describe, expect, test } from 'vitest';
import { renderAddressWords } from '../../src/merge/address-words.ts';
import type { Gender, Recipient } from '../../src/model/recipient.ts';
import type { Addressing } from '../../src/model/selection.ts';
import { type Shipped, openShipped } from '../support/shipped-campaign.ts';

const EXAMPLES = ['states-parties.yaml', 'eu-institutions.yaml'];
const LANGUAGES = ['en', 'fr', 'es', 'ar'];
const RANKS = [
  'asp-president',
  'asp-vice-president',
  'bureau-representative',
  'minister',
  'permanent-representative',
  'eu-commission-president',
  'eu-high-representative',
  'eu-council-presidency',
];
/** A State holds it, never a person. */
const WITHOUT_HOLDERS = ['eu-council-presidency'];

let shipped: Shipped;
beforeAll(async () => {
  shipped = await openShipped(['md'], { editions: 'all', examples: EXAMPLES });
});

/** Somebody written to in that language whose office has the rank, as if such a person held it, or nobody known. */
function somebody(language: string, rank: string, gender: Gender): Addressing {
  for (const found of shipped.addressees) {
    if (found.kind !== 'target' || found.target.kind !== 'letter') continue;
    const { recipient, state, language: its } = found.target.selection;
    if (its !== language || recipient.office.rank !== rank) continue;
    const { holder: _holder, salutation: _salutation, close: _close, ...office } = recipient;
    if (gender === 'unknown') return { recipient: office, state, language };
    const holder = { name: 'N. N.', honorific: 'H.E.', gender, span: recipient.span };
    const held: Recipient = { ...office, holder };
    return { recipient: held, state, language };
  }
  throw new Error(`nobody of the rank ${rank} is written to in ${language}`);
}

function wordsFor(language: string, rank: string, gender: Gender) {
  const { words, faults } = renderAddressWords(
    shipped.plan.campaign,
    shipped.plan.templates,
    somebody(language, rank, gender),
  );
  expect(faults).toEqual([]);
  const { envelope, salutation, inText, close } = words;
  return { envelope: envelope.value, salutation: salutation.value, inText: inText.value, close: close.value };
}

/** Words that fit one gender only. Where nobody is known, none of them may stand. */
const GENDERED: Readonly<Record<string, RegExp>> = {
  en: /\b(?:Madam|Sir|Mr|Ms|his|her)\b/iu,
  fr: /(?:Madame|Monsieur|Mme|\bM\.|Présidente?\b|Représentante?\b|Ambassad)/u,
  es: /(?:Señora?|Sra\.|Sr\.|Excm[oa]|Excelentísim[oa]|President[ea]\b|Ministr[oa]\b)/u,
  ar: /(?:السيدة|السيد|الوزيرة?|السفيرة?|رئيسة?|نائبة?|ممثلة? )/u,
};

describe.each(LANGUAGES)('forms of address in %s', (language) => {
  test('there is one for every rank, each with where it comes from and how sure it is', () => {
    const ranks = shipped.plan.campaign.forms[language]?.ranks ?? new Map();
    expect([...ranks.keys()]).toEqual(RANKS);
    for (const [rank, forms] of ranks) {
      expect(Object.keys(forms)).toEqual(WITHOUT_HOLDERS.includes(rank) ? ['unknown'] : ['unknown', 'f', 'm']);
      for (const { source } of Object.values<{ source: string }>(forms)) {
        expect(source).toMatch(/high|medium|seen|as for an office/iu);
      }
    }
  });

  test.each(RANKS)('%s, nobody known: no name, no gender, no stroke', (rank) => {
    const words = Object.values(wordsFor(language, rank, 'unknown'));
    expect(words).toHaveLength(4);
    for (const part of words) {
      expect(part).toMatch(/\S/u);
      expect(part).not.toMatch(/\/|N\. N\.|undefined/u);
      expect(part).not.toMatch(GENDERED[language] ?? /^/u);
    }
  });

  test.each(RANKS.filter((rank) => !WITHOUT_HOLDERS.includes(rank)))(
    '%s, somebody known: named, and a woman otherwise than a man',
    (rank) => {
      const [woman, man] = [wordsFor(language, rank, 'f'), wordsFor(language, rank, 'm')];
      expect(woman.envelope).toContain('N. N.');
      expect(man.envelope).toContain('N. N.');
      expect(`${woman.envelope} ${woman.salutation}`).not.toMatch(/\/|undefined/u);
      const isSame = woman.envelope === man.envelope && woman.salutation === man.salutation;
      // In English the honorific is the profile's own, and "Excellency" is the same for both.
      expect(isSame).toBe(language === 'en' && rank === 'asp-vice-president');
    },
  );
});

test('all of them read as they were approved: one table, for whoever checks a language', async () => {
  const rows = LANGUAGES.flatMap((language) =>
    RANKS.flatMap((rank) => {
      const genders: readonly Gender[] = WITHOUT_HOLDERS.includes(rank) ? ['unknown'] : ['unknown', 'f', 'm'];
      return genders.map((gender) => {
        const { envelope, salutation, inText, close } = wordsFor(language, rank, gender);
        return `| ${[language, rank, gender, envelope, salutation, inText, close].join(' | ')} |`;
      });
    }),
  );
  expect(rows).toHaveLength(88);
  const head = ['| | rank | holder | envelope | salutation | in the text | close |', `|${' --- |'.repeat(7)}`];
  await expect([...head, ...rows, ''].join('\n')).toMatchFileSnapshot('../golden/forms-of-address.md');
});
