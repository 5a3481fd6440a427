import type { LocaleData } from '../model/locale-data.ts';

/**
 * What the plain forms have in common. They have the full name and neither a courtesy title nor a mark: "rouva" and
 * "herra" are rare in Finnish letters, and a name in a salutation stays in the nominative.
 */
const FINNISH_FORM = {
  inText: 'Te',
  close: 'Ystävällisin terveisin',
  source:
    'Kielitoimiston ohjepankki, Sähköposti, kirje ja muut viestit (Ystävällisin terveisin); kotus.fi, Selkeä ja kohtelias viesti (no mark after a greeting, and a capital after it; no comma after the close); Kielikello, Oletteko kuullut teitittelystä (Te with a capital in letters). No source was found for "Hyvä" with the full name, and no native speaker has read the forms',
} as const;

/** What the plain forms for persons have in common: they are the same for all genders. */
const FINNISH_PERSON = {
  envelope: '{name}',
  salutation: 'Hyvä {name}',
  familySalutation: undefined,
  withHonorific: undefined,
  ...FINNISH_FORM,
} as const;

export const finnish: LocaleData = {
  months: [
    'tammikuuta',
    'helmikuuta',
    'maaliskuuta',
    'huhtikuuta',
    'toukokuuta',
    'kesäkuuta',
    'heinäkuuta',
    'elokuuta',
    'syyskuuta',
    'lokakuuta',
    'marraskuuta',
    'joulukuuta',
  ],
  date: '{day}. {month} {year}',
  firstDay: undefined,
  numbers: { groupSeparator: '\u00A0', minGrouped: 4, decimalSign: ',', amount: '{minus}{digits}\u00A0{currency}' },
  plural: { one: 'i = 1 and v = 0' },
  attachedPrefixes: [],
  // No comma, be the place in the nominative or in the inessive: "Helsinki 1. …", "Helsingissä 1. …".
  placeAndDate: '{place} {date}',
  pageOf: 'Sivu {page}/{pages}',
  enclosures: { singular: 'Liite', dual: undefined, plural: 'Liitteet' },
  copies: 'Tiedoksi',
  attachedLetter: 'Liitteenä on {date} päivätty kirjeemme.',
  labels: { ours: 'Viitteemme', yours: 'Viitteenne', date: 'Päiväys' },
  onBehalfOf: '{principal} puolesta',
  andOthers: { one: '{name} ja {count} muu', other: '{name} ja {count} muuta' },
  notice: {
    specimen: 'Malli: mukaelma, jota mainitut järjestöt eivät ole hyväksyneet; ei lähetettäväksi.',
    draft: 'Luonnos: ei hyväksytty; ei lähetettäväksi.',
  },
  translation: {
    ofEnglish: 'Epävirallinen käännös; allekirjoitettu teksti on englanninkielinen.',
    ofAnother: 'Epävirallinen käännös; allekirjoitettu teksti on alkukielinen.',
  },
  unsignedAuthor: { specimen: 'Malli', draft: 'Luonnos' },
  demandNumbers: {
    heading: 'Vaatimukset',
    number: '{number}',
    singular: '{published}, vaatimus {numbers}',
    dual: undefined,
    plural: '{published}, vaatimukset {numbers}',
  },
  comma: ', ',
  list: '{items} ja {last}',
  // Finnish texts of the EU refer to notes with "Ks."; no native speaker has read the form.
  noteAbove: 'ks. alaviite\u00A0{note}',
  plainForms: {
    honorifics: [],
    office: { ...FINNISH_FORM, salutation: 'Hyvä vastaanottaja' },
    person: {
      f: { ...FINNISH_PERSON, courtesyTitles: ['rouva', 'Rouva', 'neiti', 'Neiti'] },
      m: { ...FINNISH_PERSON, courtesyTitles: ['herra', 'Herra'] },
      unknown: { ...FINNISH_PERSON, courtesyTitles: [] },
    },
  },
  linkDescription: 'Linkki osoitteeseen {url}',
  markDescription: 'Takaisin alaviitteen {note} viitenumeroon',
  quotationMarks: { open: '”', close: '”' },
  writingDirection: 'ltr',
  thinSpaces: undefined,
  noBreakSpaces: undefined,
  raisedEndings: undefined,
  keptTogether: {
    beforeWords: [],
    beforeNumbers: [
      'artikla',
      'artiklan',
      'art.',
      'kohta',
      'kohdan',
      'luku',
      'luvun',
      'nro',
      'N:o',
      'n:o',
      's.',
      'sivu',
      'alaviite',
      'vaatimus',
      'vaatimukset',
      'suositus',
      'suosituksen',
    ],
    beforeNames: ['rouva', 'Rouva', 'herra', 'Herra', 'tri', 'Tri', 'prof.'],
    notCounted: ['ja', 'tai', 'sekä', 'eli', 'on', 'ovat', 'ei', 'eivät', 'kuin'],
    conjunctions: ['ja', 'tai', 'sekä'],
  },
  // The licence of the Finnish patterns says nothing of changed copies, and they divide compounds as
  // "vastaanot-toilmoitus": see docs/typography.md.
  hyphenation: undefined,
  workingNotes: { openChoices: ['rouva/herra'], requests: ['tarkista', 'tarkistettava'] },
  paper: 'a4',
  sources: { pageOf: 'LibreOffice 7.4, wizards/resources_fi.properties' },
  lists: {
    names:
      'fi, fin, Finnish, suomi, suomen kieli, finnois, Finnisch, finés, fiński, finn, финский, φινλανδικά, الفنلندية',
    genders: { f: 'rouva, neiti, nainen', m: 'herra, mies', unknown: 'muu, tuntematon' },
    genderLetters: [{ f: 'n', m: 'm' }],
    honorifics: 'tri, tohtori, professori, dosentti',
    columns: {
      id: 'tunniste, tunnus, jäsennumero, asiakasnumero, viite, viitenumero',
      number: 'nro, numero, rivi',
      given: 'etunimi, etunimet, kutsumanimi',
      middle: 'toinen nimi, toinen etunimi',
      family: 'sukunimi',
      name: 'nimi',
      'full-name': 'koko nimi, etu- ja sukunimi, sukunimi ja etunimi, yhteyshenkilö, vastaanottaja',
      sex: 'sukupuoli, puhuttelu, puhuttelumuoto',
      title: 'titteli',
      honorific: 'oppiarvo, akateeminen arvo',
      function: 'tehtävä, tehtävänimike, asema, virka, rooli, ammattinimike',
      organisation: 'organisaatio, yritys, yrityksen nimi, yhdistys, laitos, yhtiö, viranomainen, järjestö',
      department: 'osasto, yksikkö, toimiala',
      street: 'katu, osoite, katuosoite, postiosoite, lähiosoite',
      house: 'talon numero, talonumero',
      line: 'lisäosoite, osoitteen lisätieto, rakennus, kerros, huoneisto, postilokero',
      postcode: 'postinumero',
      town: 'postitoimipaikka, kaupunki, paikkakunta, kunta',
      locality: 'postinumero ja postitoimipaikka, postinumero ja kaupunki',
      region: 'maakunta, alue, lääni',
      country: 'maa',
      email: 'sähköposti, sähköpostiosoite',
      language: 'kieli, asiointikieli, äidinkieli',
    },
  },
};
