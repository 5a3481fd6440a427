import { codeAfterDigits, joinNumbers, type Conventions } from './conventions.ts';
import { endsInTwoToFour } from './plural-rule.ts';

/**
 * What the plain forms have in common. Names change in the vocative, so that no salutation has one. The close has no
 * comma, unlike that of an English letter.
 */
const POLISH_FORM = {
  close: 'Z poważaniem',
  source:
    'polka1.pl, Ludzie listy piszą (Szanowna Pani; Szanowny Panie; Szanowni Państwo; Pan with the full name in the address); interviewme.pl (Szanowni Państwo where the gender is not known); Poradnia językowa UW, 10438 (Z poważaniem without a comma)',
} as const;

export const polish: Conventions = {
  months: [
    'stycznia',
    'lutego',
    'marca',
    'kwietnia',
    'maja',
    'czerwca',
    'lipca',
    'sierpnia',
    'września',
    'października',
    'listopada',
    'grudnia',
  ],
  date: (day, month, year) => `${day} ${month} ${year}`,
  numbers: { groupSeparator: '\u00A0', minGrouped: 5, decimalSign: ',', amount: codeAfterDigits },
  plural: {
    categories: ['one', 'few', 'many', 'other'],
    select: ({ i, v }) => {
      if (v > 0) return 'other';
      if (i === 1n) return 'one';
      return endsInTwoToFour(i) ? 'few' : 'many';
    },
  },
  dateConnectors: { ordinalSuffix: undefined, wordBeforeMonth: undefined },
  attachedPrefixes: [],
  pageOf: (page, pages) => `Strona ${page} z ${pages}`,
  enclosures: (count) => (count === 1 ? 'Załącznik' : 'Załączniki'),
  copies: 'Do wiadomości',
  notice: {
    specimen: 'Wzór: parafraza niezatwierdzona przez wymienione organizacje; nie do wysłania.',
    draft: 'Projekt: niezatwierdzony; nie do wysłania.',
  },
  translation: {
    ofEnglish: 'Tłumaczenie grzecznościowe; podpisany jest tekst angielski.',
    ofAnother: 'Tłumaczenie grzecznościowe; podpisany jest tekst oryginalny.',
  },
  unsignedAuthor: { specimen: 'Wzór', draft: 'Projekt' },
  demandNumbers: (published, numbers) =>
    `${published}, ${numbers.length === 1 ? 'postulat' : 'postulaty'} ${joinNumbers(numbers, ' i ')}`,
  comma: ', ',
  // "Zob." is what Polish texts of the EU refer with; no native speaker has read the form.
  noteAbove: (note) => `zob. przypis\u00A0${note}`,
  plainForms: {
    honorifics: [],
    office: { salutation: 'Szanowni Państwo,', inText: 'Państwo', ...POLISH_FORM },
    person: {
      f: {
        envelope: 'Pani {name}',
        salutation: 'Szanowna Pani,',
        familySalutation: undefined,
        inText: 'Pani',
        courtesyTitles: ['Pani'],
        withHonorific: undefined,
        ...POLISH_FORM,
      },
      m: {
        envelope: 'Pan {name}',
        salutation: 'Szanowny Panie,',
        familySalutation: undefined,
        inText: 'Pan',
        courtesyTitles: ['Pan'],
        withHonorific: undefined,
        ...POLISH_FORM,
      },
      unknown: {
        envelope: '{name}',
        salutation: 'Szanowni Państwo,',
        familySalutation: undefined,
        inText: 'Państwo',
        courtesyTitles: [],
        withHonorific: undefined,
        ...POLISH_FORM,
      },
    },
  },
  linkDescription: (url) => `Odnośnik do ${url}`,
  markDescription: (note) => `Powrót do odnośnika przypisu ${note}`,
  quotesInGuillemets: false,
  writingDirection: 'ltr',
  thinSpaces: undefined,
  // No such words have been collected yet: the sample campaign has no Polish letter.
  keptTogether: undefined,
  // The licence of the Polish patterns does not allow redistribution with the program: see docs/typography.md.
  hyphenation: undefined,
  // No working notes have been collected yet: the sample campaign has no Polish letter.
  draftMarks: { openChoices: undefined, requests: [] },
};
