import type { LocaleData } from '../model/locale-data.ts';

/** What the plain forms have in common. A salutation and a close have no mark after them. */
const DANISH_FORM = { inText: 'De', close: 'Med venlig hilsen' } as const;

/** The form for a person. Danish greets by the full name alone, without courtesy titles, so that all genders share it. */
const DANISH_PERSON = {
  ...DANISH_FORM,
  envelope: '{name}',
  salutation: 'Kære {name}',
  familySalutation: undefined,
  withHonorific: { envelope: '{honorific} {name}', salutation: 'Kære {name}', familySalutation: 'Kære {name}' },
  source:
    'sproget.dk, Kære Eva (kære with the full name to a person whom the writer does not know); Dansk Sprognævn, Nyt fra Sprognævnet, January 2020 (kære in formal letters; some readers find it intimate) and May 2020 (med venlig hilsen)',
} as const;

export const danish: LocaleData = {
  months: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  date: '{day}. {month} {year}',
  firstDay: undefined,
  numbers: { groupSeparator: '.', minGrouped: 4, decimalSign: ',', amount: '{minus}{digits}\u00A0{currency}' },
  plural: { one: 'n = 1 or t != 0 and i = 0,1' },
  attachedPrefixes: [],
  placeAndDate: '{place}, den {date}',
  pageOf: 'Side {page} af {pages}',
  // The noun has one form for both numbers.
  enclosures: { singular: 'Bilag', dual: undefined, plural: 'Bilag' },
  copies: 'Kopi til',
  labels: { ours: 'Vores reference', yours: 'Deres reference', date: 'Dato' },
  onBehalfOf: 'på vegne af {principal}',
  notice: {
    specimen: 'Eksempel: parafrase, ikke godkendt af de nævnte organisationer; må ikke sendes.',
    draft: 'Udkast: ikke godkendt; må ikke sendes.',
  },
  translation: {
    ofEnglish: 'Oversættelse til orientering; den underskrevne tekst er den engelske.',
    ofAnother: 'Oversættelse til orientering; den underskrevne tekst er den originale.',
  },
  unsignedAuthor: { specimen: 'Eksempel', draft: 'Udkast' },
  demandNumbers: {
    number: '{number}',
    singular: '{published}, krav {numbers}',
    dual: undefined,
    plural: '{published}, krav {numbers}',
  },
  comma: ', ',
  list: '{items} og {last}',
  // "Se" is what the EU's Interinstitutional Style Guide refers with; no native speaker has read the form.
  noteAbove: 'se fodnote {note}',
  plainForms: {
    // They stand in the address, and not in the salutation.
    honorifics: ['Dr', 'dr', 'Prof', 'prof', 'Professor', 'professor'],
    office: {
      ...DANISH_FORM,
      salutation: 'Til rette vedkommende',
      source:
        'Dansk Sprognævn, Nyt fra Sprognævnet, May 2020 (med venlig hilsen); no source was found for the salutation, and no native speaker has read the form',
    },
    person: {
      f: { ...DANISH_PERSON, courtesyTitles: ['Fru', 'fru', 'Frøken', 'frøken'] },
      m: { ...DANISH_PERSON, courtesyTitles: ['Hr', 'hr', 'Herr', 'herr'] },
      unknown: { ...DANISH_PERSON, courtesyTitles: [] },
    },
  },
  linkDescription: 'Link til {url}',
  markDescription: 'Tilbage til henvisningen til fodnote {note}',
  quotationMarks: { open: '»', close: '«' },
  writingDirection: 'ltr',
  thinSpaces: undefined,
  keptTogether: {
    beforeWords: [],
    beforeNumbers: [
      'Artikel',
      'artikel',
      'artiklerne',
      'art.',
      'stk.',
      'nr.',
      's.',
      'side',
      'punkt',
      'pkt.',
      'regel',
      'regler',
      'kapitel',
      'kap.',
      'krav',
      'note',
      'fodnote',
      'fodnoterne',
      'bind',
      'henstilling',
      'henstillinger',
    ],
    beforeNames: ['Hr.', 'hr.', 'Fru', 'fru', 'Dr.', 'dr.', 'Prof.', 'prof.', 'H.E.'],
    notCounted: ['og', 'eller', 'af', 'til', 'i', 'på', 'fra', 'er', 'var'],
    conjunctions: ['og', 'eller'],
  },
  hyphenation: { patterns: () => import('hyphen/patterns/da.js'), dividesCapitalised: false },
  workingNotes: {
    openChoices: ['han/hun', 'hans/hendes', 'hr./fru'],
    requests: ['tjek', 'tjekkes', 'skal tjekkes'],
  },
  paper: 'a4',
  // The locale da of the LaTeX package babel has "Side" and "Kopi til"; the other words have no source.
  sources: { furniture: undefined, statusLines: undefined, labels: undefined },
  lists: {
    names:
      'da, dan, Danish, dansk, danois, Dänisch, danés, duński, dán, датский, δανικά, الدنماركية, dinamarquês, danese',
    genders: {
      f: 'fru, frøken, kvinde, kvindelig, hunkøn',
      m: 'hr, mand, mandlig, hankøn',
      unknown: 'andet, ukendt',
    },
    genderLetters: [{ f: 'k', m: 'm' }],
    honorifics: 'Lektor, Docent, Cand',
    columns: {
      id: 'medlemsnummer, medlemsnr, kundenummer, sagsnummer, journalnummer',
      number: 'nr, nummer, løbenummer, række',
      given: 'fornavn, fornavne',
      middle: 'mellemnavn, mellemnavne',
      family: 'efternavn, familienavn',
      name: 'navn',
      'full-name': 'fulde navn, fuldt navn, kontaktperson, modtager, for- og efternavn',
      sex: 'køn, tiltale, tiltaleform, hr fru, fru hr',
      title: 'titel',
      honorific: 'akademisk titel, akademisk grad',
      function: 'stilling, funktion, embede, rolle, hverv, stillingsbetegnelse',
      organisation: 'organisation, virksomhed, firma, institution, forening, myndighed, selskab',
      department: 'afdeling, kontor, styrelse',
      street: 'adresse, gade, vej, vejnavn, gade og nummer, postadresse',
      house: 'husnummer, husnr',
      line: 'etage, bygning, postboks, adresselinje',
      postcode: 'postnummer, postnr',
      town: 'by, postdistrikt, kommune, bynavn',
      locality: 'postnummer og by, postnr og by, postnummer by',
      region: 'region, landsdel',
      country: 'land',
      email: 'e-mail, mail, e-mailadresse, mailadresse',
      language: 'sprog, korrespondancesprog',
    },
  },
};
