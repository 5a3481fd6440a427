import type { LocaleData } from '../model/locale-data.ts';

/** What the plain forms have in common. A close has no mark after it. */
const SWEDISH_FORM = {
  close: 'Med vänlig hälsning',
  source:
    'Språktidningen, Hej. Det här kan verka lite stelt (Hej with a full stop as the correct and formal greeting); Språkrådet, Svenska skrivregler, as Aftonbladet quotes its editor (Hej with any mark, or the name of the recipient; Med vänlig hälsning); official letters often have no salutation, and no native speaker has read the form',
} as const;

/**
 * The form for a person. Swedish greets by the full name alone, without courtesy titles, so that all genders share it.
 */
const SWEDISH_PERSON = {
  ...SWEDISH_FORM,
  inText: 'du',
  envelope: '{name}',
  salutation: 'Hej {name}.',
  familySalutation: undefined,
  withHonorific: { envelope: '{honorific} {name}', salutation: 'Hej {name}.', familySalutation: 'Hej {name}.' },
} as const;

export const swedish: LocaleData = {
  months: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  date: '{day} {month} {year}',
  firstDay: undefined,
  numbers: { groupSeparator: '\u00A0', minGrouped: 4, decimalSign: ',', amount: '{minus}{digits}\u00A0{currency}' },
  plural: { one: 'i = 1 and v = 0' },
  attachedPrefixes: [],
  placeAndDate: '{place} den {date}',
  pageOf: 'Sida {page} av {pages}',
  enclosures: { singular: 'Bilaga', dual: undefined, plural: 'Bilagor' },
  copies: 'Kopia till',
  labels: { ours: 'Vår referens', yours: 'Er referens', date: 'Datum' },
  onBehalfOf: 'för {principal}',
  notice: {
    specimen: 'Exempel: parafras, inte godkänd av de nämnda organisationerna; får inte skickas.',
    draft: 'Utkast: inte godkänt; får inte skickas.',
  },
  translation: {
    ofEnglish: 'Översättning för kännedom; den undertecknade texten är den engelska.',
    ofAnother: 'Översättning för kännedom; den undertecknade texten är originalet.',
  },
  unsignedAuthor: { specimen: 'Exempel', draft: 'Utkast' },
  demandNumbers: {
    number: '{number}',
    singular: '{published}, krav {numbers}',
    dual: undefined,
    plural: '{published}, krav {numbers}',
  },
  comma: ', ',
  list: '{items} och {last}',
  // The form of the EU's Interinstitutional Style Guide, 8.2.
  noteAbove: 'se not {note}',
  plainForms: {
    // They stand in the address, and not in the salutation.
    honorifics: ['Dr', 'dr', 'Prof', 'prof', 'Professor', 'professor'],
    office: { ...SWEDISH_FORM, salutation: 'Hej.', inText: 'ni' },
    person: {
      f: { ...SWEDISH_PERSON, courtesyTitles: ['Fru', 'fru', 'Fröken', 'fröken'] },
      m: { ...SWEDISH_PERSON, courtesyTitles: ['Herr', 'herr', 'Hr', 'hr'] },
      unknown: { ...SWEDISH_PERSON, courtesyTitles: [] },
    },
  },
  linkDescription: 'Länk till {url}',
  markDescription: 'Tillbaka till hänvisningen till not {note}',
  quotationMarks: { open: '”', close: '”' },
  writingDirection: 'ltr',
  thinSpaces: undefined,
  keptTogether: {
    beforeWords: [],
    beforeNumbers: [
      'Artikel',
      'artikel',
      'artiklarna',
      'art.',
      'nr',
      's.',
      'sid.',
      'sidan',
      'punkt',
      'p.',
      'regel',
      'regler',
      'kapitel',
      'kap.',
      'krav',
      'not',
      'fotnot',
      'band',
      'rekommendation',
      'rekommendationer',
    ],
    beforeNames: ['Herr', 'herr', 'Fru', 'fru', 'Dr', 'dr', 'Prof.', 'prof.', 'H.E.'],
    notCounted: ['och', 'eller', 'av', 'till', 'i', 'på', 'från', 'är', 'var'],
    conjunctions: ['och', 'eller'],
  },
  hyphenation: { patterns: () => import('hyphen/patterns/sv.js'), dividesCapitalised: false },
  workingNotes: {
    openChoices: ['han/hon', 'hans/hennes', 'herr/fru'],
    requests: ['kolla', 'kontrollera', 'ska kontrolleras'],
  },
  paper: 'a4',
  sources: {
    pageOf: 'KOMA-Script 3.38, scrlttr2.cls (Sida); LibreOffice 7.4, wizards/resources_sv.properties (av)',
    enclosures: 'KOMA-Script 3.38, scrlttr2.cls',
    copies: 'KOMA-Script 3.38, scrlttr2.cls',
    labels: 'isodoc 1.14, isodoc.cls',
    onBehalfOf: 'Interinstitutional Style Guide of the EU (sv), 2.5: För ordföranden',
  },
  lists: {
    names:
      'sv, swe, Swedish, svenska, suédois, Schwedisch, sueco, szwedzki, svéd, шведский, σουηδικά, السويدية, svedese, Zweeds, svensk',
    genders: {
      f: 'fru, fröken, kvinna, kvinnlig',
      m: 'herr, man, manlig',
      unknown: 'annat, okänd, okänt',
    },
    genderLetters: [{ f: 'k', m: 'm' }],
    honorifics: 'Docent, Fil dr, Tekn dr',
    columns: {
      id: 'medlemsnummer, medlemsnr, kundnummer, referens, diarienummer, ärendenummer',
      number: 'nr, nummer, löpnummer, rad',
      given: 'förnamn, tilltalsnamn',
      middle: 'mellannamn',
      family: 'efternamn, familjenamn',
      name: 'namn',
      'full-name': 'fullständigt namn, hela namnet, kontaktperson, mottagare, för- och efternamn',
      sex: 'kön, tilltal, hälsningsfras, herr fru, fru herr',
      title: 'titel',
      honorific: 'akademisk titel, akademisk grad',
      function: 'befattning, funktion, tjänst, ämbete, roll, tjänstetitel, uppdrag',
      organisation: 'organisation, företag, företagsnamn, institution, förening, myndighet, bolag, förbund',
      department: 'avdelning, enhet, förvaltning',
      street: 'gata, adress, gatuadress, postadress, gatunamn, gata och nummer',
      house: 'husnummer, gatunummer',
      line: 'våning, byggnad, trappa, postbox, adressrad',
      postcode: 'postnummer, postnr',
      town: 'ort, postort, stad, kommun',
      locality: 'postnummer och ort, postnummer ort, postnr och ort',
      region: 'län, region, landskap',
      country: 'land',
      email: 'e-post, e-postadress, mejl, mejladress, mail',
      language: 'språk, korrespondensspråk',
    },
  },
};
