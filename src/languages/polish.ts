import { joinNumbers, type Conventions } from './conventions.ts';

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
