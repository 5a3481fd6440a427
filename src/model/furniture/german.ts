import type { Furniture } from '../furniture.ts';
import { inARow } from './in-a-row.ts';
import { pinpoints } from './pinpoints.ts';

export const german: Furniture = {
  months: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  date: (day, month, year) => `${day}. ${month} ${year}`,
  pageOf: (page, pages) => `Seite ${page} von ${pages}`,
  enclosures: (count) => (count === 1 ? 'Anlage' : 'Anlagen'),
  copies: 'Verteiler',
  notice: {
    specimen: 'Muster: Paraphrase, von den genannten Organisationen nicht gebilligt; nicht zum Versand bestimmt.',
    draft: 'Entwurf: nicht gebilligt; nicht zum Versand bestimmt.',
  },
  translation: {
    ofEnglish: 'Höflichkeitsübersetzung; unterzeichnet ist der englische Text.',
    ofAnother: 'Höflichkeitsübersetzung; unterzeichnet ist der Originaltext.',
  },
  unsigned: { specimen: 'Muster', draft: 'Entwurf' },
  demandNumbers: (published, numbers) =>
    `${published}, ${numbers.length === 1 ? 'Forderung' : 'Forderungen'} ${inARow(numbers, ' und ')}`,
  pinpoints,
  linkTo: (url) => `Link zu ${url}`,
  writingDirection: 'ltr',
};
