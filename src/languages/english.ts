import type { Conventions } from './conventions.ts';
import { inARow } from './in-a-row.ts';
import { pinpoints } from './pinpoints.ts';

export const english: Conventions = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  date: (day, month, year) => `${day} ${month} ${year}`,
  dayWords: { ordinal: undefined, link: undefined },
  prefixes: [],
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  enclosures: (count) => (count === 1 ? 'Enclosure' : 'Enclosures'),
  copies: 'Copy to',
  notice: {
    specimen: 'Specimen: a paraphrase, not approved by the organisations named; not to be sent.',
    draft: 'Draft: not approved; not to be sent.',
  },
  translation: {
    ofEnglish: 'Courtesy translation; the signed text is English.',
    ofAnother: 'Courtesy translation; the signed text is the original.',
  },
  unsigned: { specimen: 'Specimen', draft: 'Draft' },
  demandNumbers: (published, numbers) =>
    `${published}, ${numbers.length === 1 ? 'demand' : 'demands'} ${inARow(numbers, ' and ')}`,
  pinpoints,
  linkTo: (url) => `Link to ${url}`,
  writingDirection: 'ltr',
  thinSpaces: undefined,
  companions: {
    numbered: [
      'Articles?',
      'articles?',
      'arts?\\.',
      'Nos?\\.?',
      'pp?\\.',
      'paras?\\.',
      'paragraphs?',
      'Parts?',
      'Rules?',
      'rules?',
      'sections?',
      'chapters?',
      'demands?',
      'vol\\.',
      '[Rr]ecommendations?',
      'Orders?',
    ],
    titles: ['Mrs?\\.?', 'Ms\\.?', 'Drs?\\.?', 'Prof\\.', 'Sir', 'H\\.E\\.', 'St\\.?'],
    small: ['and', 'or', 'of', 'to', 'in', 'at', 'on', 'is', 'are', 'as'],
    joins: ['and', 'or'],
  },
  hyphenation: { patterns: () => import('hyphen/patterns/en-gb.js'), capitalised: false },
  workingNotes: {
    alternatives: /\b(?:his\/her|her\/his|he\/she|she\/he|him\/her|her\/him|sir\/madam|madam\/sir|mr\/ms|ms\/mr)\b/gi,
    checks: ['check'],
  },
};
