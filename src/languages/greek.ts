import { joinNumbers, type Conventions } from './conventions.ts';

/** The semicolon of Greek is the ano teleia (·). */
export const greek: Conventions = {
  months: [
    'Ιανουαρίου',
    'Φεβρουαρίου',
    'Μαρτίου',
    'Απριλίου',
    'Μαΐου',
    'Ιουνίου',
    'Ιουλίου',
    'Αυγούστου',
    'Σεπτεμβρίου',
    'Οκτωβρίου',
    'Νοεμβρίου',
    'Δεκεμβρίου',
  ],
  date: (day, month, year) => `${day} ${month} ${year}`,
  dateConnectors: { ordinalSuffix: undefined, wordBeforeMonth: undefined },
  attachedPrefixes: [],
  pageOf: (page, pages) => `Σελίδα ${page} από ${pages}`,
  enclosures: (count) => (count === 1 ? 'Συνημμένο' : 'Συνημμένα'),
  copies: 'Κοινοποίηση',
  notice: {
    specimen: 'Υπόδειγμα: παράφραση, μη εγκεκριμένη από τις αναφερόμενες οργανώσεις· να μην αποσταλεί.',
    draft: 'Σχέδιο: μη εγκεκριμένο· να μην αποσταλεί.',
  },
  translation: {
    ofEnglish: 'Ανεπίσημη μετάφραση· το υπογεγραμμένο κείμενο είναι το αγγλικό.',
    ofAnother: 'Ανεπίσημη μετάφραση· το υπογεγραμμένο κείμενο είναι το πρωτότυπο.',
  },
  unsignedAuthor: { specimen: 'Υπόδειγμα', draft: 'Σχέδιο' },
  demandNumbers: (published, numbers) =>
    `${published}, ${numbers.length === 1 ? 'αίτημα' : 'αιτήματα'} ${joinNumbers(numbers, ' και ')}`,
  comma: ', ',
  // The EU's Interinstitutional Style Guide, 8.2, has "Βλ. υποσημείωση x"; no native speaker has read the form.
  noteAbove: (note) => `βλ. υποσημείωση\u00A0${note}`,
  linkDescription: (url) => `Σύνδεσμος προς ${url}`,
  markDescription: (note) => `Επιστροφή στον δείκτη της υποσημείωσης ${note}`,
  quotesInGuillemets: true,
  writingDirection: 'ltr',
  thinSpaces: undefined,
  // No words have been collected for Greek, because the sample campaign has no Greek letter.
  keptTogether: undefined,
  // The licence of the Greek patterns does not allow redistribution with the program: see docs/typography.md.
  hyphenation: undefined,
  // No patterns have been collected for Greek, for the same reason.
  draftMarks: { openChoices: undefined, requests: [] },
};
