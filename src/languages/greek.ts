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
  sources: { pageOf: 'LibreOffice 7.4, wizards/resources_el.properties', copies: 'babel, babel-el.ini' },
  lists: {
    names: 'el, gr, ell, gre, Greek, ελληνικά, grec, Griechisch, griego, grecki, görög, греческий, اليونانية',
    genders: {
      f: 'κα, κυρία, δις, δεσποινίς, γυναίκα, θήλυ, θηλυκό',
      m: 'κος, κύριος, άνδρας, άντρας, άρρεν, αρσενικό',
      unknown: '',
    },
    genderLetters: [
      { f: 'θ', m: 'α' },
      { f: 'γ', m: 'α' },
    ],
    honorifics: 'Δρ, Καθηγητής, Καθηγήτρια',
    columns: {
      id: 'κωδικός, αναγνωριστικό, αριθμός μέλους',
      number: 'α/α, αριθμός',
      given: 'μικρό όνομα',
      middle: 'πατρώνυμο',
      family: 'επώνυμο, επίθετο',
      name: 'όνομα',
      'full-name': 'ονοματεπώνυμο, υπεύθυνος επικοινωνίας, παραλήπτης',
      sex: 'φύλο, προσφώνηση',
      title: 'τίτλος',
      honorific: 'ακαδημαϊκός τίτλος',
      function: 'ιδιότητα, θέση, αξίωμα, λειτουργία, ρόλος',
      organisation: 'οργανισμός, οργάνωση, εταιρεία, εταιρία, επωνυμία, ίδρυμα, φορέας, σύλλογος',
      department: 'τμήμα, διεύθυνση υπηρεσίας, υπηρεσία',
      street: 'οδός, διεύθυνση, ταχυδρομική διεύθυνση, οδός και αριθμός',
      house: 'αριθμός οδού',
      line: 'όροφος, κτίριο, ταχυδρομική θυρίδα, τ.θ., συμπλήρωμα διεύθυνσης',
      postcode: 'τ.κ., ταχυδρομικός κώδικας, ταχ. κώδικας',
      town: 'πόλη, δήμος, τόπος',
      locality: 'τ.κ. πόλη, τ.κ. και πόλη',
      region: 'περιφέρεια, νομός, περιοχή',
      country: 'χώρα',
      email: 'email, ηλεκτρονικό ταχυδρομείο, ηλεκτρονική διεύθυνση, ηλ. ταχυδρομείο',
      language: 'γλώσσα, γλώσσα επικοινωνίας',
    },
  },
};
