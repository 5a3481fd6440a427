import type { LocaleData } from '../model/locale-data.ts';

/**
 * What the plain forms have in common. They have the full name, which stays in the nominative, and no courtesy title:
 * "proua" and "härra" are for those who are known to want them.
 */
const ESTONIAN_FORM = { inText: 'Teie', close: 'Lugupidamisega' } as const;

/** What the plain forms for persons have in common: they are the same for all genders. */
const ESTONIAN_PERSON = {
  envelope: '{name}',
  salutation: 'Lugupeetud {name}',
  familySalutation: undefined,
  withHonorific: undefined,
  source:
    'Eesti Keele Instituut, Maire Raadik, Kuidas vormistada ametikirja (Lugupeetud Mari Mänd; the name alone in the address; Teie with a capital for one person). No source was found for the close without a comma, and no native speaker has read the form',
  ...ESTONIAN_FORM,
} as const;

export const estonian: LocaleData = {
  months: [
    'jaanuar',
    'veebruar',
    'märts',
    'aprill',
    'mai',
    'juuni',
    'juuli',
    'august',
    'september',
    'oktoober',
    'november',
    'detsember',
  ],
  date: '{day}. {month} {year}',
  firstDay: undefined,
  numbers: { groupSeparator: '\u00A0', minGrouped: 5, decimalSign: ',', amount: '{minus}{digits}\u00A0{currency}' },
  plural: { one: 'i = 1 and v = 0' },
  attachedPrefixes: [],
  placeAndDate: '{place}, {date}',
  pageOf: 'Lehekülg {page}/{pages}',
  enclosures: { singular: 'Lisa', dual: undefined, plural: 'Lisad' },
  copies: 'Teadmiseks',
  labels: { ours: 'Meie viide', yours: 'Teie viide', date: 'Kuupäev' },
  onBehalfOf: '{principal} nimel',
  notice: {
    specimen: 'Näidis: ümbersõnastus, mida nimetatud organisatsioonid ei ole heaks kiitnud; mitte saata.',
    draft: 'Kavand: heaks kiitmata; mitte saata.',
  },
  translation: {
    ofEnglish: 'Mitteametlik tõlge; allkirjastatud on ingliskeelne tekst.',
    ofAnother: 'Mitteametlik tõlge; allkirjastatud on originaaltekst.',
  },
  unsignedAuthor: { specimen: 'Näidis', draft: 'Kavand' },
  demandNumbers: {
    heading: 'Nõuded',
    number: '{number}',
    singular: '{published}, nõue {numbers}',
    dual: undefined,
    plural: '{published}, nõuded {numbers}',
  },
  comma: ', ',
  list: '{items} ja {last}',
  // The EU's Interinstitutional Style Guide, 8.2, has "vt viidet x"; no native speaker has read the form.
  noteAbove: 'vt viidet\u00A0{note}',
  plainForms: {
    honorifics: [],
    office: {
      salutation: 'Lugupeetud daamid ja härrad',
      source:
        'No style guide was found for the salutation, which is usual for an unknown addressee; no native speaker has read the form',
      ...ESTONIAN_FORM,
    },
    person: {
      f: { ...ESTONIAN_PERSON, courtesyTitles: ['proua', 'Proua', 'pr', 'preili', 'Preili'] },
      m: { ...ESTONIAN_PERSON, courtesyTitles: ['härra', 'Härra', 'hr'] },
      unknown: { ...ESTONIAN_PERSON, courtesyTitles: [] },
    },
  },
  linkDescription: 'Link aadressile {url}',
  markDescription: 'Tagasi viite {note} märgi juurde',
  quotationMarks: { open: '„', close: '“' },
  writingDirection: 'ltr',
  thinSpaces: undefined,
  noBreakSpaces: undefined,
  raisedEndings: undefined,
  keptTogether: {
    beforeWords: [],
    beforeNumbers: [
      'artikkel',
      'artikli',
      'art',
      'lõige',
      'lõike',
      'lg',
      'punkt',
      'punkti',
      'p',
      'peatükk',
      'nr',
      'lk',
      'viide',
      'viidet',
      'nõue',
      'nõuded',
      'soovitus',
      'soovituse',
    ],
    beforeNames: ['proua', 'Proua', 'pr', 'härra', 'Härra', 'hr', 'dr', 'prof'],
    notCounted: ['ja', 'ning', 'või', 'on', 'ei', 'ega', 'kui'],
    conjunctions: ['ja', 'ning', 'või'],
  },
  hyphenation: { patterns: () => import('hyphen/patterns/et.js'), dividesCapitalised: false },
  workingNotes: { openChoices: ['proua/härra'], requests: ['kontrollida', 'üle kontrollida', 'täpsustada'] },
  paper: 'a4',
  sources: { pageOf: 'LibreOffice 7.4, wizards/resources_et.properties', enclosures: 'babel, babel-et.ini' },
  lists: {
    names:
      'et, est, Estonian, eesti, eesti keel, estonien, Estnisch, estonio, estoński, észt, эстонский, εσθονικά, الإستونية',
    genders: { f: 'proua, pr, preili, naine', m: 'härra, hr, mees', unknown: 'muu, teadmata' },
    genderLetters: [{ f: 'n', m: 'm' }],
    honorifics: 'doktor, professor, dotsent',
    columns: {
      id: 'tunnus, identifikaator, liikmenumber, kliendinumber, viide, viitenumber',
      number: 'nr, number, jrk, jrk nr, rida',
      given: 'eesnimi, eesnimed',
      middle: 'teine eesnimi, teine nimi',
      family: 'perekonnanimi, perenimi',
      name: 'nimi',
      'full-name': 'täisnimi, ees- ja perekonnanimi, kontaktisik, adressaat, saaja',
      sex: 'sugu, kõnetlus, pöördumine',
      title: 'tiitel',
      honorific: 'teaduskraad, akadeemiline kraad',
      function: 'ametikoht, amet, ametinimetus, roll, ülesanne',
      organisation: 'organisatsioon, asutus, ettevõte, firma, ühing, äriühing, asutuse nimi, ettevõtte nimi',
      department: 'osakond, üksus, struktuuriüksus',
      street: 'tänav, aadress, postiaadress',
      house: 'majanumber, maja number',
      line: 'lisaaadress, aadressi lisa, hoone, korrus, korter, postkast',
      postcode: 'sihtnumber, postiindeks',
      town: 'linn, asula, vald, asukoht',
      locality: 'sihtnumber ja linn, sihtnumber linn',
      region: 'maakond, piirkond',
      country: 'riik',
      email: 'e-post, e-posti aadress, meiliaadress',
      language: 'keel, suhtluskeel',
    },
  },
};
