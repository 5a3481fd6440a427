import type { LocaleData } from '../model/locale-data.ts';

/**
 * What the plain forms have in common. A name in a salutation is in the vocative, so that no salutation has one. An
 * envelope has the name as the profile has it, which the campaign may write in the dative.
 */
const LITHUANIAN_FORM = {
  inText: 'Jūs',
  close: 'Pagarbiai',
  source:
    'laiskailietuviams.lt, Antanė Kučinskaitė, Rašome laišką (Gerbiamasis …; a comma or an exclamation mark after the salutation). No source was found for the close, and no native speaker has read the forms',
} as const;

/** Dates begin with the year and end with the abbreviation of "day". */
export const lithuanian: LocaleData = {
  months: [
    'sausio',
    'vasario',
    'kovo',
    'balandžio',
    'gegužės',
    'birželio',
    'liepos',
    'rugpjūčio',
    'rugsėjo',
    'spalio',
    'lapkričio',
    'gruodžio',
  ],
  date: '{year}\u00A0m. {month} {day}\u00A0d.',
  firstDay: undefined,
  numbers: { groupSeparator: '\u00A0', minGrouped: 4, decimalSign: ',', amount: '{minus}{digits}\u00A0{currency}' },
  // The condition of "many" is decimals, after which the noun is in the genitive singular: "1,5 euro".
  plural: {
    one: 'n % 10 = 1 and n % 100 != 11..19',
    few: 'n % 10 = 2..9 and n % 100 != 11..19',
    many: 'f != 0',
  },
  attachedPrefixes: [],
  placeAndDate: '{place}, {date}',
  pageOf: '{page} puslapis iš {pages}',
  enclosures: { singular: 'Priedas', dual: undefined, plural: 'Priedai' },
  copies: 'Kopija',
  attachedLetter: 'Pridedame savo {date} raštą.',
  labels: { ours: 'Mūsų nuoroda', yours: 'Jūsų nuoroda', date: 'Data' },
  onBehalfOf: '{principal} vardu',
  andOthers: { other: '{name} ir dar {count}' },
  notice: {
    specimen: 'Pavyzdys: perfrazuotas tekstas, kurio minimos organizacijos nepatvirtino; nesiųsti.',
    draft: 'Projektas: nepatvirtintas; nesiųsti.',
  },
  translation: {
    ofEnglish: 'Neoficialus vertimas; pasirašytas tekstas yra anglų kalba.',
    ofAnother: 'Neoficialus vertimas; pasirašytas yra originalo tekstas.',
  },
  unsignedAuthor: { specimen: 'Pavyzdys', draft: 'Projektas' },
  demandNumbers: {
    heading: 'Reikalavimai',
    number: '{number}',
    singular: '{published}, {numbers} reikalavimas',
    dual: undefined,
    plural: '{published}, {numbers} reikalavimai',
  },
  comma: ', ',
  list: '{items} ir {last}',
  // Lithuanian texts of the EU refer to notes with "Žr."; no native speaker has read the form.
  noteAbove: 'žr. {note}\u00A0išnašą',
  plainForms: {
    honorifics: [],
    office: { salutation: 'Gerbiamieji,', ...LITHUANIAN_FORM },
    person: {
      f: {
        envelope: '{name}',
        salutation: 'Gerbiamoji ponia,',
        familySalutation: undefined,
        courtesyTitles: ['ponia', 'Ponia', 'poniai', 'Poniai', 'panelė'],
        withHonorific: undefined,
        ...LITHUANIAN_FORM,
      },
      m: {
        envelope: '{name}',
        salutation: 'Gerbiamasis pone,',
        familySalutation: undefined,
        courtesyTitles: ['ponas', 'Ponas', 'ponui', 'Ponui'],
        withHonorific: undefined,
        ...LITHUANIAN_FORM,
      },
      unknown: {
        ...LITHUANIAN_FORM,
        envelope: '{name}',
        salutation: 'Laba diena,',
        familySalutation: undefined,
        courtesyTitles: [],
        withHonorific: undefined,
        source:
          'No style guide was found for a person whose gender is not known: "gerbiamasis" has a gender, so that a greeting without one is used; no native speaker has read the form',
      },
    },
  },
  linkDescription: 'Nuoroda į {url}',
  markDescription: 'Atgal prie {note} išnašos ženklo',
  quotationMarks: { open: '„', close: '“' },
  writingDirection: 'ltr',
  thinSpaces: undefined,
  noBreakSpaces: undefined,
  raisedEndings: undefined,
  keptTogether: {
    beforeWords: [],
    beforeNumbers: ['Nr.', 'nr.', 'p.'],
    beforeNames: ['p.', 'ponas', 'ponia', 'ponui', 'poniai', 'Ponui', 'Poniai', 'dr.', 'Dr.', 'prof.', 'Prof.'],
    notCounted: ['ir', 'ar', 'arba', 'bei', 'yra', 'iš', 'su', 'iki', 'per', 'kaip'],
    conjunctions: ['ir', 'ar', 'arba', 'bei'],
  },
  hyphenation: { patterns: () => import('hyphen/patterns/lt.js'), dividesCapitalised: false },
  workingNotes: {
    openChoices: ['jis/ji', 'ponas/ponia', 'gerbiamasis/gerbiamoji'],
    requests: ['patikrinti', 'tikrinti'],
  },
  paper: 'a4',
  sources: { pageOf: 'LibreOffice 7.4, wizards/resources_lt.properties' },
  lists: {
    names:
      'lt, lit, Lithuanian, lietuvių, lietuvių kalba, lituanien, Litauisch, lituano, litewski, litván, литовский, λιθουανικά, الليتوانية',
    genders: { f: 'ponia, panelė, moteris', m: 'ponas, vyras', unknown: 'kita, nežinoma' },
    genderLetters: [{ f: 'm', m: 'v' }],
    honorifics: 'daktaras, daktarė, profesorius, profesorė, docentas, docentė',
    columns: {
      id: 'identifikatorius, nario numeris, kliento numeris, nuoroda',
      number: 'numeris, eil. nr., eilutė',
      given: 'vardas, vardai',
      middle: 'antrasis vardas',
      family: 'pavardė',
      'full-name': 'vardas ir pavardė, vardas pavardė, pavardė vardas, kontaktinis asmuo, gavėjas, adresatas',
      sex: 'lytis, kreipinys, kreipimasis',
      title: 'titulas',
      honorific: 'mokslo laipsnis, mokslinis laipsnis',
      function: 'pareigos, pareigybė, vaidmuo, funkcija',
      organisation: 'organizacija, įstaiga, įmonė, bendrovė, asociacija, įmonės pavadinimas, įstaigos pavadinimas',
      department: 'skyrius, padalinys, departamentas',
      street: 'gatvė, adresas, pašto adresas, gatvė ir numeris',
      house: 'namo numeris, namo nr.',
      line: 'papildomas adresas, pastatas, aukštas, butas, pašto dėžutė',
      postcode: 'pašto kodas, pašto indeksas',
      town: 'miestas, gyvenvietė, vietovė',
      locality: 'pašto kodas ir miestas, miestas ir pašto kodas',
      region: 'apskritis, rajonas, regionas, savivaldybė',
      country: 'šalis, valstybė',
      email: 'el. paštas, el. pašto adresas, elektroninis paštas',
      language: 'kalba, bendravimo kalba',
    },
  },
};
