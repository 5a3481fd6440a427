import type { LocaleData } from '../model/locale-data.ts';

/** What the plain forms have in common. */
const GERMAN_FORM = { inText: 'Sie', close: 'Mit freundlichen Grüßen' } as const;

/** The sources of the plain forms. */
const GERMAN_SOURCES =
  'hrm.de, Die Gestaltung Ihres Briefes (Sehr geehrte Frau Hemmer; Sehr geehrte Damen und Herren; the address in the accusative; Mit freundlichen Grüßen); sekretaria.de, DIN 5008: Anrede (Sehr geehrte Frau Dr. Meyer)';

export const german: LocaleData = {
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
  date: '{day}. {month} {year}',
  firstDay: undefined,
  numbers: { groupSeparator: '.', minGrouped: 4, decimalSign: ',', amount: '{minus}{digits}\u00A0{currency}' },
  plural: { one: 'i = 1 and v = 0' },
  attachedPrefixes: [],
  placeAndDate: '{place}, {date}',
  pageOf: 'Seite {page} von {pages}',
  enclosures: { singular: 'Anlage', dual: undefined, plural: 'Anlagen' },
  copies: 'Verteiler',
  attachedLetter: 'Anbei erhalten Sie unser Schreiben vom {date}.',
  labels: { ours: 'Unser Zeichen', yours: 'Ihr Zeichen', date: 'Datum' },
  onBehalfOf: 'für {principal}',
  andOthers: { other: '{name} und {count} weitere' },
  notice: {
    specimen: 'Muster: Paraphrase, von den genannten Organisationen nicht gebilligt; nicht zum Versand bestimmt.',
    draft: 'Entwurf: nicht gebilligt; nicht zum Versand bestimmt.',
  },
  translation: {
    ofEnglish: 'Höflichkeitsübersetzung; unterzeichnet ist der englische Text.',
    ofAnother: 'Höflichkeitsübersetzung; unterzeichnet ist der Originaltext.',
  },
  unsignedAuthor: { specimen: 'Muster', draft: 'Entwurf' },
  demandNumbers: {
    heading: 'Forderungen',
    number: '{number}',
    singular: '{published}, Forderung {numbers}',
    dual: undefined,
    plural: '{published}, Forderungen {numbers}',
  },
  comma: ', ',
  list: '{items} und {last}',
  // The EU's Interinstitutional Style Guide, 8, has "siehe Fußnote x"; no native speaker has read the form.
  noteAbove: 'siehe Fußnote {note}',
  // The close has no mark after it: it ends as a line of its own.
  plainForms: {
    // "Prof." is written out in a salutation, and then takes the ending of the gender.
    honorifics: ['Dr'],
    office: {
      salutation: 'Sehr geehrte Damen und Herren,',
      ...GERMAN_FORM,
      source: GERMAN_SOURCES,
    },
    person: {
      f: {
        envelope: 'Frau {name}',
        salutation: 'Sehr geehrte Frau {name},',
        familySalutation: 'Sehr geehrte Frau {family},',
        ...GERMAN_FORM,
        source: GERMAN_SOURCES,
        courtesyTitles: ['Frau'],
        withHonorific: {
          envelope: 'Frau {honorific} {name}',
          salutation: 'Sehr geehrte Frau {honorific} {name},',
          familySalutation: 'Sehr geehrte Frau {honorific} {family},',
        },
      },
      m: {
        envelope: 'Herrn {name}',
        salutation: 'Sehr geehrter Herr {name},',
        familySalutation: 'Sehr geehrter Herr {family},',
        ...GERMAN_FORM,
        source: GERMAN_SOURCES,
        courtesyTitles: ['Herr', 'Herrn'],
        withHonorific: {
          envelope: 'Herrn {honorific} {name}',
          salutation: 'Sehr geehrter Herr {honorific} {name},',
          familySalutation: 'Sehr geehrter Herr {honorific} {family},',
        },
      },
      unknown: {
        envelope: '{name}',
        salutation: 'Guten Tag, {name},',
        familySalutation: undefined,
        ...GERMAN_FORM,
        source:
          'IHK Ostwürttemberg, Das dritte Geschlecht in der Korrespondenz, after the Bundesvereinigung Trans* (Guten Tag, Maxi Mustermann; no courtesy title in the address)',
        courtesyTitles: [],
        withHonorific: {
          envelope: '{honorific} {name}',
          salutation: 'Guten Tag, {honorific} {name},',
          familySalutation: 'Guten Tag, {honorific} {name},',
        },
      },
    },
  },
  linkDescription: 'Link zu {url}',
  markDescription: 'Zurück zum Zeichen der Fußnote {note}',
  quotationMarks: { open: '„', close: '“' },
  writingDirection: 'ltr',
  thinSpaces: undefined,
  noBreakSpaces: undefined,
  raisedEndings: undefined,
  keptTogether: {
    beforeWords: [],
    beforeNumbers: [
      'Artikel',
      'Artikels',
      'Art.',
      'Abs.',
      'Nr.',
      'S.',
      'Ziff.',
      'Regel',
      'Regeln',
      'Kapitel',
      'Fußnote',
      'Fußnoten',
    ],
    beforeNames: ['Herr', 'Herrn', 'Frau', 'Dr.', 'Prof.', 'S.E.'],
    notCounted: ['und', 'oder', 'von', 'vom', 'zu', 'zum', 'in', 'im', 'an', 'am', 'ist', 'sind'],
    conjunctions: ['und', 'oder'],
  },
  // All nouns have an initial capital, so capitalised words are hyphenated.
  hyphenation: { patterns: () => import('hyphen/patterns/de-1996.js'), dividesCapitalised: true },
  // No patterns have been collected for German, because the sample campaign has no German letter.
  workingNotes: { openChoices: [], requests: [] },
  paper: 'a4',
  sources: {
    pageOf: 'LibreOffice 7.4, wizards/resources_de.properties',
    enclosures: 'babel, babel-de.ini; isodoc 1.14, isodoc.cls',
    copies: 'babel, babel-de.ini',
    labels: 'KOMA-Script 3.38, scrlttr2.cls; isodoc 1.14, isodoc.cls',
  },
  lists: {
    names: 'de, deu, ger, German, Deutsch, allemand, alemán, niemiecki, német, немецкий, γερμανικά, الألمانية',
    genders: { f: 'Frau, Fräulein, weiblich', m: 'Herr, Herrn, männlich, mann', unknown: 'divers, unbekannt' },
    genderLetters: [
      { f: 'f', m: 'm' },
      { f: 'w', m: 'm' },
    ],
    honorifics: 'Dr, Dr med, Dr iur, Dr phil, Dr habil, Prof, Doktor, Mag, Dipl Ing, Ing',
    columns: {
      id: 'kennung, mitgliedsnummer, mitglieds-nr, kundennummer, aktenzeichen, schlüssel',
      number: 'nr, nummer, lfd nr, laufende nummer, zeile',
      given: 'vorname, vornamen, rufname',
      middle: 'zweiter vorname',
      family: 'nachname, familienname, zuname',
      name: 'name',
      'full-name':
        'vollständiger name, vor- und nachname, vor- und zuname, ansprechpartner, ansprechpartnerin, ansprechperson, kontakt, kontaktperson, empfänger',
      sex: 'geschlecht, anrede, herr frau, frau herr',
      title: 'titel',
      honorific: 'akademischer titel, akad titel, akademischer grad',
      function: 'funktion, position, amt, rolle, amtsbezeichnung, stelle, dienststellung',
      organisation:
        'organisation, firma, unternehmen, institution, einrichtung, verein, behörde, gesellschaft, verband',
      department: 'abteilung, referat, bereich, dienststelle, fachbereich',
      street:
        'straße, strasse, adresse, anschrift, str, straße und hausnummer, straße hausnummer, straße nr, postanschrift',
      house: 'hausnummer, haus-nr, hausnr',
      line: 'adresszusatz, zusatz, anschriftenzusatz, gebäude, stock, stockwerk, postfach',
      postcode: 'plz, postleitzahl',
      town: 'ort, stadt, wohnort, gemeinde',
      locality: 'plz ort, plz und ort, plz stadt, postleitzahl und ort, postleitzahl ort',
      region: 'region, bundesland, kanton, provinz',
      country: 'land, staat',
      email: 'e-mail, mail, e-mail-adresse, mailadresse, elektronische post',
      language: 'sprache, korrespondenzsprache',
    },
  },
};
