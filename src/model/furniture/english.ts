import type { Furniture } from '../furniture.ts';
import { inARow } from './in-a-row.ts';
import { pinpoints } from './pinpoints.ts';

export const english: Furniture = {
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
};
