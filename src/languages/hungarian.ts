import { joinNumbers, type Conventions } from './conventions.ts';

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
  comma: ', ',
  // The colon avoids the article, whose form depends on the number. No native speaker has read the form.
  noteAbove: (note) => `lásd: ${note}.\u00A0lábjegyzet`,
  linkDescription: (url) => `Hivatkozás: ${url}`,
  markDescription: (note) => `Vissza a jelhez: ${note}. lábjegyzet`,
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
