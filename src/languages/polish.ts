import type { LocaleData } from '../model/locale-data.ts';

/**
 * What the plain forms have in common. Names change in the vocative, so that no salutation has one. The close has no
 * comma, unlike that of an English letter.
 */
const POLISH_FORM = {
  close: 'Z poważaniem',
  source:
    'polka1.pl, Ludzie listy piszą (Szanowna Pani; Szanowny Panie; Szanowni Państwo; Pan with the full name in the address); interviewme.pl (Szanowni Państwo where the gender is not known); Poradnia językowa UW, 10438 (Z poważaniem without a comma)',
} as const;

export const polish: LocaleData = {
  months: [
    'stycznia',
    'lutego',
    'marca',
    'kwietnia',
    'maja',
    'czerwca',
    'lipca',
    'sierpnia',
    'września',
    'października',
    'listopada',
    'grudnia',
  ],
  date: '{day} {month} {year}',
  firstDay: undefined,
  numbers: { groupSeparator: '\u00A0', minGrouped: 5, decimalSign: ',', amount: '{minus}{digits}\u00A0{currency}' },
  plural: {
    one: 'i = 1 and v = 0',
    few: 'v = 0 and i % 10 = 2..4 and i % 100 != 12..14',
    many: 'v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14',
  },
  attachedPrefixes: [],
  placeAndDate: '{place}, {date}',
  pageOf: 'Strona {page} z {pages}',
  enclosures: { singular: 'Załącznik', dual: undefined, plural: 'Załączniki' },
  copies: 'Do wiadomości',
  labels: { ours: 'Nasz znak', yours: 'Państwa znak', date: 'Data' },
  onBehalfOf: 'w imieniu {principal}',
  notice: {
    specimen: 'Wzór: parafraza niezatwierdzona przez wymienione organizacje; nie do wysłania.',
    draft: 'Projekt: niezatwierdzony; nie do wysłania.',
  },
  translation: {
    ofEnglish: 'Tłumaczenie grzecznościowe; podpisany jest tekst angielski.',
    ofAnother: 'Tłumaczenie grzecznościowe; podpisany jest tekst oryginalny.',
  },
  unsignedAuthor: { specimen: 'Wzór', draft: 'Projekt' },
  demandNumbers: {
    number: '{number}',
    singular: '{published}, postulat {numbers}',
    dual: undefined,
    plural: '{published}, postulaty {numbers}',
  },
  comma: ', ',
  list: '{items} i {last}',
  // "Zob." is what Polish texts of the EU refer with; no native speaker has read the form.
  noteAbove: 'zob. przypis\u00A0{note}',
  plainForms: {
    honorifics: [],
    office: { salutation: 'Szanowni Państwo,', inText: 'Państwo', ...POLISH_FORM },
    person: {
      f: {
        envelope: 'Pani {name}',
        salutation: 'Szanowna Pani,',
        familySalutation: undefined,
        inText: 'Pani',
        courtesyTitles: ['Pani'],
        withHonorific: undefined,
        ...POLISH_FORM,
      },
      m: {
        envelope: 'Pan {name}',
        salutation: 'Szanowny Panie,',
        familySalutation: undefined,
        inText: 'Pan',
        courtesyTitles: ['Pan'],
        withHonorific: undefined,
        ...POLISH_FORM,
      },
      unknown: {
        envelope: '{name}',
        salutation: 'Szanowni Państwo,',
        familySalutation: undefined,
        inText: 'Państwo',
        courtesyTitles: [],
        withHonorific: undefined,
        ...POLISH_FORM,
      },
    },
  },
  linkDescription: 'Odnośnik do {url}',
  markDescription: 'Powrót do odnośnika przypisu {note}',
  quotationMarks: { open: '„', close: '”' },
  writingDirection: 'ltr',
  thinSpaces: undefined,
  // No such words have been collected yet: the sample campaign has no Polish letter.
  keptTogether: undefined,
  // The licence of the Polish patterns does not allow redistribution with the program: see docs/typography.md.
  hyphenation: undefined,
  // No working notes have been collected yet: the sample campaign has no Polish letter.
  workingNotes: { openChoices: [], requests: [] },
  paper: 'a4',
  sources: {
    pageOf: 'LibreOffice 7.4, wizards/resources_pl.properties',
    onBehalfOf: 'Interinstitutional Style Guide of the EU (pl), 2.5: W imieniu Komisji',
  },
  lists: {
    names: 'pl, pol, Polish, polski, polonais, Polnisch, polaco, lengyel, польский, πολωνικά, البولندية',
    genders: { f: 'Pani, kobieta, żeńska', m: 'Pan, mężczyzna, męska', unknown: '' },
    genderLetters: [{ f: 'k', m: 'm' }],
    honorifics: 'hab, inż, mgr',
    columns: {
      id: 'identyfikator, numer członkowski, nr członkowski, sygnatura',
      number: 'lp, nr, numer',
      given: 'imię, imiona',
      middle: 'drugie imię',
      family: 'nazwisko',
      'full-name': 'imię i nazwisko, nazwisko i imię, osoba kontaktowa, kontakt, adresat, odbiorca',
      sex: 'płeć, zwrot grzecznościowy, pan pani, pani pan, forma grzecznościowa',
      title: 'tytuł',
      honorific: 'tytuł naukowy, stopień naukowy',
      function: 'stanowisko, funkcja, urząd, rola',
      organisation: 'organizacja, firma, nazwa firmy, instytucja, stowarzyszenie, spółka, nazwa, nazwa organizacji',
      department: 'dział, wydział, departament, oddział',
      street: 'ulica, adres, ul, adres pocztowy, ulica i numer, ulica i nr',
      house: 'numer domu, nr domu, numer budynku',
      line: 'numer mieszkania, nr mieszkania, budynek, piętro, skrytka pocztowa, skr. poczt., dodatkowy adres',
      postcode: 'kod pocztowy, kod',
      town: 'miasto, miejscowość, gmina, poczta',
      locality: 'kod pocztowy i miejscowość, kod pocztowy i miasto, kod i miejscowość',
      region: 'województwo, region, powiat',
      country: 'kraj, państwo',
      email: 'e-mail, adres e-mail, poczta elektroniczna, mail',
      language: 'język, język korespondencji',
    },
  },
};
