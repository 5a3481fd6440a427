import type { PageSettings } from '../../src/model/page-settings.ts';
import { encodePng } from '../support/encode-png.ts';
import type { MemoryFile } from '../support/memory-world.ts';
import { fontBytes } from '../support/own-fonts.ts';

/** The words of the letter in a language. */
interface ReportWords {
  readonly sender: string;
  readonly logo: string;
  readonly subject: string;
  readonly introduction: string;
  readonly map: string;
  readonly quotation: string;
  readonly seasons: readonly [string, string];
  readonly head: readonly [string, string, string, string];
  readonly mill: (number: number) => string;
  readonly month: string;
  readonly end: string;
}

const WORDS = {
  en: {
    sender: 'Keepers of the Mills',
    logo: 'A mill wheel',
    subject: 'The mills of the valley, and when each is inspected',
    introduction: 'Among those who keep the mills are 王小明 and משה כהן.{{cite "survey"}} A map and a table follow.',
    map: 'A map of the valley: the brook runs between two meadows',
    quotation: 'The keeper of a mill reports its state by the day that the office names.',
    seasons: ['in summer', 'in winter'],
    head: ['Mill', 'Keeper', 'Day', 'Fee'],
    mill: (number) => `Mill ${number} at the [upper brook](https://example.org/mills/${number}), repaired *twice*`,
    month: 'May',
    end: 'We ask for an answer by the end of the month.',
  },
  ar: {
    sender: 'رعاة الطواحين',
    logo: 'عجلة طاحونة',
    subject: 'طواحين الوادي ومواعيد تفتيشها',
    introduction: 'من رعاة الطواحين 王小明 و משה כהן.{{cite "survey"}} وتليها خريطة وجدول.',
    map: 'خريطة الوادي: الجدول يجري بين مرجين',
    quotation: 'يبلغ راعي الطاحونة عن حالتها في اليوم الذي يحدده المكتب.',
    seasons: ['في الصيف', 'في الشتاء'],
    head: ['الطاحونة', 'الراعي', 'اليوم', 'الرسم'],
    mill: (number) => `الطاحونة ${number} على [الجدول الأعلى](https://example.org/mills/${number})، أصلحت *مرتين*`,
    month: 'أيار',
    end: 'نرجو الجواب قبل نهاية الشهر.',
  },
} as const satisfies Readonly<Record<string, ReportWords>>;

const KEEPERS = ['王小明', 'משה כהן', 'Ada **Byron**', '<https://example.org/office>'];
const MILL_COUNT = 24;

/** The languages of the letter. */
const REPORT_LANGUAGES = ['en', 'ar'] as const;

/**
 * Returns the files of a campaign whose letter has a logo, a picture, a quotation with a list, a table of two pages with
 * links, a rule line, a note, and names in Hebrew and Chinese in the address, the text and the table, for which it
 * brings fonts. Its one recipient has the given id.
 */
export function reportCampaign(id: string, page: PageSettings): Readonly<Record<string, MemoryFile>> {
  const bodies = REPORT_LANGUAGES.map((language) => [
    `templates/report/${language}/body/report.md`,
    bodyOf(WORDS[language]),
  ]);
  const name = inEach(({ sender }) => sender);
  const alt = inEach(({ logo }) => logo);
  const settings = {
    date: '2026-06-15',
    languages: { en: 'original', ar: 'revised' },
    page: { ...page, fonts: { also: ['fonts/hebrew.ttf', 'fonts/chinese.ttf'] } },
    letterhead: { name, logo: { file: 'logo.png', alt, height: '9mm', align: 'end' } },
    signatories: [{ id: 'keepers', name, person: 'משה כהן' }],
    body: [{ use: 'report' }],
  };
  const survey = { en: 'Survey of the mills, 2025', ar: 'مسح الطواحين، 2025' };
  const office = { title: { en: 'Office of Mills', ar: 'مكتب الطواحين' } };
  const holder = { name: '王小明', family: '王', gender: 'm' };
  const profile = { id, office, holder, address: { lines: ['外交部', 'משרד החוץ', '1 Town Square'] } };
  return {
    'templates/report/letter.yaml': JSON.stringify(settings),
    'templates/report/logo.png': encodePng({
      width: 160,
      height: 54,
      colourType: 6,
      pixel: (x, y) => [20, 80, 120, (x + y) % 50 < 40 ? 255 : 60],
    }),
    'templates/report/map.png': encodePng({
      width: 240,
      height: 120,
      pixel: (x, y) => [200 - Math.floor(x / 4), 220, 140 + Math.floor(y / 4)],
    }),
    'templates/report/fonts/hebrew.ttf': fontBytes('hebrew'),
    'templates/report/fonts/chinese.ttf': fontBytes('chinese'),
    'templates/report/sources.yaml': JSON.stringify({
      survey: { title: survey, note: survey, source: 'https://example.org/survey' },
    }),
    [`recipients/${id}.yaml`]: JSON.stringify(profile),
    ...Object.fromEntries(bodies),
  };
}

function inEach(read: (words: ReportWords) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(REPORT_LANGUAGES.map((language) => [language, read(WORDS[language])]));
}

function bodyOf(words: ReportWords): string {
  const rows = Array.from({ length: MILL_COUNT }, (_, index) =>
    rowOf([
      words.mill(index + 1),
      KEEPERS[index % KEEPERS.length] ?? '',
      `${index + 1} ${words.month} 2026`,
      `${index * 137}`,
    ]),
  );
  const quotation = [words.quotation, '', ...words.seasons.map((season) => `- ${season}`)];
  return [
    `# ${words.subject}`,
    words.introduction,
    `![${words.map}](map.png "40mm")`,
    quotation.map((line) => `> ${line}`.trimEnd()).join('\n'),
    [rowOf(words.head), '| --- | --- | :-: | --: |', ...rows].join('\n'),
    '---',
    words.end,
  ].join('\n\n');
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
