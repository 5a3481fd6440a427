import { stringify } from 'yaml';
import type { PageSettings } from '../../src/model/page-settings.ts';
import type { Language } from '../../src/model/language.ts';

/** The words of a letter in a language. */
interface Words {
  readonly sender: string;
  readonly lines: readonly string[];
  readonly place: string;
  readonly marking: string;
  readonly delivery: string;
  readonly person: string;
  readonly title: string;
  readonly principal: string;
  readonly subject: string;
  readonly body: string;
  readonly postScriptum: string;
  readonly note: string;
  readonly address: readonly string[];
}

/** A short letter in four languages, with two directions of writing. */
const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    sender: 'Walkers of the Valley',
    lines: ['12 Mill Lane, Upper Town UT1 2AB', 'office@example.org · +44 20 7946 0000 · https://example.org/en'],
    place: 'Upper Town',
    marking: 'Private and confidential',
    delivery: 'By e-mail and by hand',
    person: 'Ada Brook',
    title: 'Deputy Chair',
    principal: 'the Chair',
    subject: 'The footbridge at the mill',
    body: 'Please have the footbridge repaired before summer',
    postScriptum: 'P.S. The walk is on 4 May, and you are welcome',
    note: 'County survey of 2025',
    address: ['2 Mill Lane', 'LOWER TOWN LT2 3CD'],
  },
  fr: {
    sender: 'Marcheurs de la Vallée',
    lines: ['12, rue du Moulin, 75001 Paris', 'bureau@example.org · +33 1 23 45 67 89 · https://example.org/fr'],
    place: 'Paris',
    marking: 'Personnel et confidentiel',
    delivery: 'Par courriel et par porteur',
    person: 'Ada Brook',
    title: 'Vice-présidente',
    principal: 'la Présidente',
    subject: 'La passerelle du moulin',
    body: 'Nous vous prions de faire réparer la passerelle avant l’été',
    postScriptum: 'P.-S. La marche a lieu le 4 mai ; vous y êtes les bienvenus',
    note: 'Enquête départementale de 2025',
    address: ['2, rue du Moulin', '75002 PARIS'],
  },
  de: {
    sender: 'Wanderer des Tals',
    lines: ['Mühlgasse 12, 1010 Wien', 'buero@example.org · +43 1 2345678 · https://example.org/de'],
    place: 'Wien',
    marking: 'Persönlich und vertraulich',
    delivery: 'Per E-Mail und durch Boten',
    person: 'Ada Brook',
    title: 'Stellvertretende Vorsitzende',
    principal: 'die Vorsitzende',
    subject: 'Der Steg an der Mühle',
    body: 'Bitte lassen Sie den Steg vor dem Sommer reparieren',
    postScriptum: 'PS: Die Wanderung ist am 4. Mai; Sie sind willkommen',
    note: 'Erhebung des Bezirks 2025',
    address: ['Mühlgasse 2', '1020 WIEN'],
  },
  ar: {
    sender: 'مشاة الوادي',
    lines: ['12 شارع الطاحونة، المدينة العليا', 'office@example.org · +970 2 295 4646 · https://example.org/ar'],
    place: 'London',
    marking: 'شخصي وسري',
    delivery: 'بالبريد الإلكتروني وباليد',
    person: 'آدا بروك',
    title: 'نائبة الرئيسة',
    principal: 'الرئيسة',
    subject: 'الجسر عند الطاحونة',
    body: 'نرجو إصلاح الجسر قبل الصيف',
    postScriptum: 'ملاحظة: تقام المسيرة في 4 أيار',
    note: 'مسح المقاطعة لعام 2025',
    address: ['2 Mill Lane', 'LOWER TOWN LT2 3CD'],
  },
};

/** The languages of the letter. */
export const HEAD_LANGUAGES: readonly Language[] = Object.keys(WORDS);

/**
 * Returns the files of a campaign whose letter has all that there may be in the head and at the end: a letterhead with
 * lines and an accent, a place, both references, a marking, a way of delivery, a signature on behalf of another, and a
 * post-scriptum with a note. Its one recipient has the given id.
 */
export function headCampaign(id: string, page: PageSettings): Record<string, string> {
  const inEach = <T>(read: (words: Words) => T): Readonly<Record<Language, T>> =>
    Object.fromEntries(Object.entries(WORDS).map(([language, words]) => [language, read(words)]));
  const letter = {
    date: '2026-03-02',
    languages: { en: 'original', fr: 'revised', de: 'revised', ar: 'revised' },
    letterhead: { name: inEach(({ sender }) => sender), lines: inEach(({ lines }) => lines), accent: '#1a3c6e' },
    place: inEach(({ place }) => place),
    reference: { ours: 'WV/2026/17-{{recipient.id}}' },
    marking: inEach(({ marking }) => marking),
    delivery: inEach(({ delivery }) => delivery),
    'post-scriptum': 'walk',
    passages: { walk: [{ use: 'walk' }] },
    signatories: [
      {
        id: 'walkers',
        name: inEach(({ sender }) => sender),
        person: inEach(({ person }) => person),
        title: inEach(({ title }) => title),
        'on-behalf-of': inEach(({ principal }) => principal),
      },
      { id: 'friends', name: 'Friends of the Old Mill' },
    ],
    enclosures: ['survey'],
    page,
  };
  const sources = {
    survey: {
      title: inEach(({ note }) => note),
      note: inEach(({ note }) => note),
      url: 'https://example.org/survey',
      source: 'invented',
    },
  };
  const recipient = {
    id,
    holder: { name: 'Anna Berg', gender: 'f' },
    reference: { yours: 'BM 4/11' },
    address: { lines: inEach(({ address }) => address) },
    copies: ['The County Surveyor'],
    source: 'invented',
  };
  const texts = Object.entries(WORDS).flatMap(([language, { subject, body, postScriptum }]) => [
    [`${language}/body/letter.md`, `# ${subject}\n\n${body}{{cite "survey" at="3"}}.\n`],
    [`${language}/passages/walk/walk.md`, `${postScriptum}{{cite "survey" at="4"}}.\n`],
  ]);
  return {
    'templates/walk/letter.yaml': stringify(letter),
    'templates/walk/sources.yaml': stringify(sources),
    ...Object.fromEntries(texts.map(([path, text]) => [`templates/walk/${path}`, text])),
    'recipients/people.yaml': stringify([recipient]),
  };
}
