import { joinNumbers, type Conventions } from './conventions.ts';

export const german: Conventions = {
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
  dateConnectors: { ordinalSuffix: undefined, wordBeforeMonth: undefined },
  attachedPrefixes: [],
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
  unsignedAuthor: { specimen: 'Muster', draft: 'Entwurf' },
  demandNumbers: (published, numbers) =>
    `${published}, ${numbers.length === 1 ? 'Forderung' : 'Forderungen'} ${joinNumbers(numbers, ' und ')}`,
  comma: ', ',
  // The EU's Interinstitutional Style Guide, 8, has "siehe Fußnote x"; no native speaker has read the form.
  noteAbove: (note) => `siehe Fußnote ${note}`,
  linkDescription: (url) => `Link zu ${url}`,
  markDescription: (note) => `Zurück zum Zeichen der Fußnote ${note}`,
  quotesInGuillemets: false,
  writingDirection: 'ltr',
  thinSpaces: undefined,
  keptTogether: {
    beforeNumbers: ['Artikels?', 'Art\\.', 'Abs\\.', 'Nr\\.', 'S\\.', 'Ziff\\.', 'Regeln?', 'Kapitel', 'Fußnoten?'],
    beforeNames: ['Herrn?', 'Frau', 'Dr\\.', 'Prof\\.', 'S\\.E\\.'],
    notCounted: ['und', 'oder', 'von', 'vom', 'zu', 'zum', 'in', 'im', 'an', 'am', 'ist', 'sind'],
    conjunctions: ['und', 'oder'],
  },
  // All nouns have an initial capital, so capitalised words are hyphenated.
  hyphenation: { patterns: () => import('hyphen/patterns/de-1996.js'), dividesCapitalised: true },
  // No patterns have been collected for German, because the sample campaign has no German letter.
  draftMarks: { openChoices: undefined, requests: [] },
};
