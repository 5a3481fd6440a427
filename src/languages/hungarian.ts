import { joinNumbers, formatDefaultPinpoints, type Conventions } from './conventions.ts';

/**
 * Dates begin with the year. The numbers of demands are ordinals (a number and a full stop) before a noun in the
 * singular.
 */
export const hungarian: Conventions = {
  months: [
    'január',
    'február',
    'március',
    'április',
    'május',
    'június',
    'július',
    'augusztus',
    'szeptember',
    'október',
    'november',
    'december',
  ],
  date: (day, month, year) => `${year}. ${month} ${day}.`,
  dateConnectors: { ordinalSuffix: undefined, wordBeforeMonth: undefined },
  attachedPrefixes: [],
  pageOf: (page, pages) => `${page}. oldal, összesen ${pages}`,
  enclosures: (count) => (count === 1 ? 'Melléklet' : 'Mellékletek'),
  copies: 'Másolatot kap',
  notice: {
    specimen: 'Minta: átfogalmazás, a megnevezett szervezetek nem hagyták jóvá; nem küldhető el.',
    draft: 'Tervezet: nem jóváhagyott szöveg; nem küldhető el.',
  },
  translation: {
    ofEnglish: 'Tájékoztató jellegű fordítás; az aláírt szöveg az angol.',
    ofAnother: 'Tájékoztató jellegű fordítás; az aláírt szöveg az eredeti.',
  },
  unsignedAuthor: { specimen: 'Minta', draft: 'Tervezet' },
  demandNumbers: (published, numbers) => `${published}, ${joinNumbers(numbers, '. és ').replaceAll(',', '.,')}. kérés`,
  pinpoints: formatDefaultPinpoints,
  linkDescription: (url) => `Hivatkozás: ${url}`,
  quotesInGuillemets: false,
  writingDirection: 'ltr',
  thinSpaces: undefined,
  // No words have been collected for Hungarian, because the sample campaign has no Hungarian letter.
  keptTogether: undefined,
  // The licence of the Hungarian patterns does not allow redistribution with the program: see docs/typography.md.
  hyphenation: undefined,
  // No patterns have been collected for Hungarian, for the same reason.
  draftMarks: { openChoices: undefined, requests: [] },
};
