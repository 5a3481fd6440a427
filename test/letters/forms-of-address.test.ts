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
/** The ranks of offices that a State holds, not a person. */
const WITHOUT_HOLDERS = ['eu-council-presidency'];

let shipped: Shipped;
beforeAll(async () => {
  shipped = await openShipped(['md'], { editions: 'all', examples: EXAMPLES });
});

/** A recipient of the language and rank, with a holder of the gender; `unknown` stands for no holder. */
function recipientOf(language: string, rank: string, gender: Gender): Addressing {
  for (const addressee of shipped.addressees) {
    if (addressee.kind !== 'target' || addressee.target.kind !== 'letter') continue;
    const { recipient, state, language: recipientLanguage } = addressee.target.selection;
    if (recipientLanguage !== language || recipient.office?.rank !== rank) continue;
    const { holder: _holder, salutation: _salutation, close: _close, ...withoutHolder } = recipient;
    if (gender === 'unknown') return { recipient: withoutHolder, state, language };
    const holder = { name: 'N. N.', honorific: 'H.E.', gender, span: recipient.span };
    const withHolder: Recipient = { ...withoutHolder, holder };
    return { recipient: withHolder, state, language };
  }
  throw new Error(`no recipient of the rank ${rank} in ${language}`);
}

function wordsFor(language: string, rank: string, gender: Gender) {
  const { words, faults } = renderAddressWords(
    shipped.plan.campaign,
    shipped.plan.templates,
    recipientOf(language, rank, gender),
  );
  expect(faults).toEqual([]);
  const { envelope, salutation, inText, close } = words;
  return {
    envelope: envelope.map(({ value }) => value).join(' / '),
    salutation: salutation.value,
    inText: inText?.value,
    close: close.value,
  };
}

/** Words that fit one gender only. They must not occur where no holder is known. */
const GENDERED: Readonly<Record<string, RegExp>> = {
  en: /\b(?:Madam|Sir|Mr|Ms|his|her)\b/iu,
  fr: /(?:Madame|Monsieur|Mme|\bM\.|Présidente?\b|Représentante?\b|Ambassad)/u,
  es: /(?:Señora?|Sra\.|Sr\.|Excm[oa]|Excelentísim[oa]|President[ea]\b|Ministr[oa]\b)/u,
  ar: /(?:السيدة|السيد|الوزيرة?|السفيرة?|رئيسة?|نائبة?|ممثلة? )/u,
};

describe.each(LANGUAGES)('forms of address in %s', (language) => {
  test('exist for every rank, each with its source and how certain it is', () => {
    const ranks = shipped.plan.campaign.forms[language]?.ranks ?? new Map();
    expect([...ranks.keys()]).toEqual(RANKS);
    for (const [rank, forms] of ranks) {
      expect(Object.keys(forms)).toEqual(WITHOUT_HOLDERS.includes(rank) ? ['unknown'] : ['unknown', 'f', 'm']);
      for (const { source } of Object.values<{ source: string }>(forms)) {
        expect(source).toMatch(/high|medium|seen|as for an office/iu);
      }
    }
  });

  test.each(RANKS)('%s without a holder: no name, no gender, no slash', (rank) => {
    const words = Object.values(wordsFor(language, rank, 'unknown'));
    expect(words).toHaveLength(4);
    for (const part of words) {
      expect(part).toMatch(/\S/u);
      expect(part).not.toMatch(/\/|N\. N\.|undefined/u);
      expect(part).not.toMatch(GENDERED[language] ?? /^/u);
    }
  });

  test.each(RANKS.filter((rank) => !WITHOUT_HOLDERS.includes(rank)))(
    '%s with a holder: have the name, and differ for a woman and a man',
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

test('all forms of address are as recorded, in one table for the reviewers of a language', async () => {
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
