import type { LocaleData } from '../model/locale-data.ts';

/**
 * What the plain forms have in common. The names of men change in the vocative (Παπαδόπουλος, Παπαδόπουλε), so that no
 * salutation has a name.
 */
const GREEK_FORM = {
  inText: 'εσείς',
  close: 'Με εκτίμηση,',
  source: 'No style guide was found; the forms are usual in formal letters, and no native speaker has read them',
} as const;

/** The semicolon of Greek is the ano teleia (·). */
export const greek: LocaleData = {
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
  date: '{day} {month} {year}',
  firstDay: undefined,
  numbers: { groupSeparator: '.', minGrouped: 4, decimalSign: ',', amount: '{minus}{digits}\u00A0{currency}' },
  plural: { one: 'n = 1' },
  attachedPrefixes: [],
  placeAndDate: '{place}, {date}',
  pageOf: 'Σελίδα {page} από {pages}',
  enclosures: { singular: 'Συνημμένο', dual: undefined, plural: 'Συνημμένα' },
  copies: 'Κοινοποίηση',
  labels: { ours: 'Αναφορά μας', yours: 'Αναφορά σας', date: 'Ημερομηνία' },
  onBehalfOf: 'για {principal}',
  notice: {
    specimen: 'Υπόδειγμα: παράφραση, μη εγκεκριμένη από τις αναφερόμενες οργανώσεις· να μην αποσταλεί.',
    draft: 'Σχέδιο: μη εγκεκριμένο· να μην αποσταλεί.',
  },
  translation: {
    ofEnglish: 'Ανεπίσημη μετάφραση· το υπογεγραμμένο κείμενο είναι το αγγλικό.',
    ofAnother: 'Ανεπίσημη μετάφραση· το υπογεγραμμένο κείμενο είναι το πρωτότυπο.',
  },
  unsignedAuthor: { specimen: 'Υπόδειγμα', draft: 'Σχέδιο' },
  demandNumbers: {
    number: '{number}',
    singular: '{published}, αίτημα {numbers}',
    dual: undefined,
    plural: '{published}, αιτήματα {numbers}',
  },
  comma: ', ',
  list: '{items} και {last}',
  // The EU's Interinstitutional Style Guide, 8.2, has "Βλ. υποσημείωση x"; no native speaker has read the form.
  noteAbove: 'βλ. υποσημείωση\u00A0{note}',
  plainForms: {
    honorifics: [],
    office: { salutation: 'Αξιότιμη κυρία, αξιότιμε κύριε,', ...GREEK_FORM },
    person: {
      f: {
        envelope: '{name}',
        salutation: 'Αξιότιμη κυρία,',
        familySalutation: undefined,
        courtesyTitles: ['κα', 'κ', 'Κα', 'Κυρία', 'κυρία'],
        withHonorific: undefined,
        ...GREEK_FORM,
      },
      m: {
        envelope: '{name}',
        salutation: 'Αξιότιμε κύριε,',
        familySalutation: undefined,
        courtesyTitles: ['κ', 'κος', 'Κος', 'Κύριος', 'κύριος'],
        withHonorific: undefined,
        ...GREEK_FORM,
      },
      unknown: {
        envelope: '{name}',
        salutation: 'Αξιότιμη κυρία, αξιότιμε κύριε,',
        familySalutation: undefined,
        courtesyTitles: [],
        withHonorific: undefined,
        ...GREEK_FORM,
      },
    },
  },
  // None have been collected yet.
  genderWords: { f: [], m: [], unknown: [] },
  linkDescription: 'Σύνδεσμος προς {url}',
  markDescription: 'Επιστροφή στον δείκτη της υποσημείωσης {note}',
  quotationMarks: { open: '«', close: '»' },
  writingDirection: 'ltr',
  thinSpaces: undefined,
  // No words have been collected for Greek, because the sample campaign has no Greek letter.
  keptTogether: undefined,
  // The licence of the Greek patterns does not allow redistribution with the program: see docs/typography.md.
  hyphenation: undefined,
  // No patterns have been collected for Greek, for the same reason.
  workingNotes: { openChoices: [], requests: [] },
  paper: 'a4',
  sources: { furniture: undefined, statusLines: undefined, labels: undefined },
};
