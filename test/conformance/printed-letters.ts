import { addressLinesFor } from '../../src/model/recipient.ts';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createNodeWorld } from '../../src/cli/node-world.ts';
import { GALLERY } from '../../src/commands/init/gallery.ts';
import type { Artifact } from '../../src/model/artifact.ts';
import type { PageSettings } from '../../src/model/page-settings.ts';
import type { Language } from '../../src/model/language.ts';
import type { Letter } from '../../src/model/letter.ts';
import { composeLetter } from '../../src/pipeline.ts';
import type { Plan } from '../../src/plan.ts';
import { createMarkdownWriter } from '../../src/formats/markdown/write-markdown.ts';
import type { PagedLetter } from '../../src/model/page.ts';
import { notesOnPages } from '../support/printed-notes.ts';
import { createLazyFontLoader } from '../../src/fonts/lazy-fonts.ts';
import { openFormats } from '../../src/formats/formats.ts';
import type { Selection } from '../../src/model/selection.ts';
import { createValues } from '../../src/model/values.ts';
import { createTypesetter } from '../../src/layout/typeset.ts';
import { aCampaignWith } from '../support/a-campaign.ts';
import { aPdf } from '../support/a-pdf.ts';
import { encodePng } from '../support/encode-png.ts';
import { headCampaign } from '../support/head-campaign.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { PRESET_PAGES } from '../support/preset-pages.ts';
import { FONT_CAMPAIGNS } from '../stress/font-letters.ts';
import { STRESS_LANGUAGES, stressLetter } from '../stress/stress-letters.ts';
import { SIGNATORIES_LANGUAGES, signatoriesLetter } from '../stress/signatories-letter.ts';
import { PICTURE_LANGUAGES, PICTURES_OF_LETTERS, pictureLetter } from '../stress/picture-letters.ts';
import { reportCampaign } from '../stress/report-campaign.ts';
import { TABLE_LANGUAGES, tableLetter } from '../stress/table-letters.ts';
import { preparedPictures } from '../support/pictures.ts';
import { inFull, valueDespiteWarnings } from '../support/outcomes.ts';
import { type Shipped, openLetter, openShipped } from '../support/shipped-campaign.ts';
import { wordsOfMarkdown } from '../support/read-markdown.ts';
import { type Locales, NO_LOCALES } from '../../src/model/locale-data.ts';
import { NO_PICTURES, type PreparedPictures } from '../../src/model/picture.ts';

/** A letter on the disk, in both formats. */
export interface PrintedLetter {
  /** The name of both files without their extension: `eu-be.en`. */
  readonly name: string;
  readonly language: Language;
  /** The Markdown that demarche writes. */
  readonly written: string;
  /** The Markdown in which each note has the form that it has on its page. */
  readonly markdown: string;
  readonly pdf: string;
  /** Texts that a user of a PDF reader may search for: the name of the holder, lines of the address, and numbers. */
  readonly searched: readonly string[];
}

/** Writes every letter of the shipped campaign, and those to the institutions in `examples/open-letter/`, in every language. */
export async function printShippedLetters(folder: string): Promise<readonly PrintedLetter[]> {
  const { plan, addressees } = await openShipped(['md', 'pdf'], {
    editions: 'all',
    examples: ['eu-institutions.yaml'],
  });
  return printLetters({ plan, addressees }, folder);
}

/** Writes every letter of the campaigns in `examples/`, which `init` copies, in every language. */
export async function printGalleryLetters(folder: string): Promise<readonly PrintedLetter[]> {
  const printed: PrintedLetter[] = [];
  for (const { source, letter } of GALLERY) {
    if (source.kind === 'one') continue;
    for (const language of readdirSync(source.folder)) {
      const campaign = join(source.folder, language);
      const world = createNodeWorld(campaign, { folder: '/nowhere', name: 'nowhere', isNamedByUser: true });
      const opened = await openLetter(world, { letter, formats: ['md', 'pdf'], attachSource: false });
      printed.push(...(await printLetters(opened, folder)));
    }
  }
  return printed;
}

/**
 * Writes a letter that has all that there may be in the head and at the end, in four languages, on each paper and in
 * each window.
 */
export async function printHeadLetters(folder: string): Promise<readonly PrintedLetter[]> {
  const printed: PrintedLetter[] = [];
  for (const page of PRESET_PAGES) {
    const id = ['head', page.preset, page.paper, page.window].filter((part) => part !== undefined).join('-');
    const { world } = memoryWorld(headCampaign(id, page));
    const job = { letter: 'walk', formats: ['md', 'pdf'], attachSource: false, editions: 'all' } as const;
    printed.push(...(await printLetters(await openLetter(world, job), folder)));
  }
  return printed;
}

/** Writes the letters in fonts of a campaign. */
export async function printFontLetters(folder: string): Promise<readonly PrintedLetter[]> {
  const printed: PrintedLetter[] = [];
  for (const files of FONT_CAMPAIGNS) {
    const { world } = memoryWorld(files);
    const job = { letter: 'names', formats: ['md', 'pdf'], attachSource: false } as const;
    printed.push(...(await printLetters(await openLetter(world, job), folder)));
  }
  return printed;
}

async function printLetters({ plan, addressees }: Shipped, folder: string): Promise<readonly PrintedLetter[]> {
  const printed: PrintedLetter[] = [];
  for (const found of addressees) {
    if (found.kind !== 'target' || found.target.kind !== 'letter') continue;
    const { selection } = found.target;
    printed.push(print(await make(plan, selection), namesIn(selection), folder));
  }
  return printed;
}

/**
 * Writes the letters that are hard to typeset: ragged with one preset and justified with another in every language, and
 * with every other page in four languages.
 */
export async function printStressLetters(folder: string): Promise<readonly PrintedLetter[]> {
  const inEveryLanguage: readonly PageSettings[] = [
    { preset: 'international' },
    { preset: 'din-5008-b', justify: true },
  ];
  const others = PRESET_PAGES.filter(
    ({ preset, paper }) => preset !== 'din-5008-b' && (preset !== 'international' || paper !== 'a4'),
  );
  const editions = [
    ...inEveryLanguage.map((page) => ({ page, languages: STRESS_LANGUAGES })),
    ...others.map((page) => ({ page, languages: ['ar', 'de', 'en', 'fr'] })),
  ];
  return setAndPrint(editions, stressLetter, folder);
}

/** The pages of the letters with tables, with pictures and with both. */
const PAGES: readonly PageSettings[] = [
  { preset: 'international', paper: 'a4' },
  { preset: 'international', paper: 'us-letter' },
  { preset: 'din-5008-b', justify: true },
];

/** Writes the letters with tables of several pages, on A4 and on Letter. */
export async function printTableLetters(folder: string): Promise<readonly PrintedLetter[]> {
  const editions = PAGES.map((page) => ({ page, languages: TABLE_LANGUAGES }));
  return setAndPrint(editions, tableLetter, folder);
}

/** Writes the letters with a long list of signatures. */
export async function printSignatoriesLetters(folder: string): Promise<readonly PrintedLetter[]> {
  const editions = [{ page: { preset: 'international', paper: 'a4' }, languages: SIGNATORIES_LANGUAGES }] as const;
  return setAndPrint(editions, signatoriesLetter, folder);
}

/** Writes the letters with a picture of each kind, on A4 and on Letter. */
export async function printPictureLetters(folder: string): Promise<readonly PrintedLetter[]> {
  const editions = PAGES.map((page) => ({ page, languages: PICTURE_LANGUAGES }));
  return setAndPrint(editions, pictureLetter, folder, preparedPictures(...PICTURES_OF_LETTERS));
}

/** Writes the letters that have a logo, a picture, a quotation, a long table and names in other scripts all at once. */
export async function printReportLetters(folder: string): Promise<readonly PrintedLetter[]> {
  const printed: PrintedLetter[] = [];
  for (const page of PAGES) {
    const id = ['report', page.preset, page.paper].filter((part) => part !== undefined).join('-');
    const { world } = memoryWorld(reportCampaign(id, page));
    const job = { letter: 'report', formats: ['md', 'pdf'], attachSource: false, editions: 'all' } as const;
    printed.push(...(await printLetters(await openLetter(world, job), folder)));
  }
  return printed;
}

/** The files that the letters of `printEmbeddedLetters` enclose, by name. */
export const EMBEDDED_FILES: Readonly<Record<string, Uint8Array>> = {
  'survey.pdf': aPdf(),
  'figures.xlsx': readFileSync(new URL('../support/workbooks/empty-ends-openpyxl.xlsx', import.meta.url)),
  'carte-été.png': encodePng({ width: 20, height: 20 }),
};

/** Writes the letters of a small campaign that have what they enclose in their PDF. */
export async function printEmbeddedLetters(folder: string): Promise<readonly PrintedLetter[]> {
  const names = Object.keys(EMBEDDED_FILES);
  const enclosures = names.map((name) => `{ id: ${name}, title: ${name}, file: annexes/${name} }`).join(', ');
  const { world } = memoryWorld({
    ...aCampaignWith('templates/appeal/letter.yaml', 'enclosures: [charter]', `enclosures: [charter, ${enclosures}]`),
    ...Object.fromEntries(names.map((name) => [`templates/appeal/annexes/${name}`, EMBEDDED_FILES[name] ?? ''])),
  });
  const job = { letter: 'appeal', formats: ['md', 'pdf'], attachSource: false, embed: true } as const;
  return printLetters(await openLetter(world, job), folder);
}

/** A kind of page, and the languages in which letters are set on it. */
interface Editions<L extends Language> {
  readonly page: PageSettings;
  readonly languages: readonly L[];
}

/** Sets the letter of each language on each kind of page, and writes it. */
async function setAndPrint<L extends Language>(
  editions: readonly Editions<L>[],
  letterIn: (language: L) => Letter,
  folder: string,
  pictures: PreparedPictures = NO_PICTURES,
): Promise<readonly PrintedLetter[]> {
  const values = createValues();
  const fonts = createLazyFontLoader((specifier) => readFileSync(createRequire(import.meta.url).resolve(specifier)));
  const job = { letter: 'stress', formats: ['md', 'pdf'], attachSource: false } as const;
  const write = openFormats(job, { fonts, values, locales: NO_LOCALES, pictures, accent: undefined });
  const printed: PrintedLetter[] = [];
  for (const { page, languages } of editions) {
    for (const language of languages) {
      const stress = letterIn(language);
      const id = [stress.id, page.preset, page.paper, page.window].filter((part) => part !== undefined).join('-');
      const sender: Partial<Letter> =
        page.window === undefined
          ? {}
          : { letterhead: stress.letterhead.slice(0, 1), senderLines: [[{ type: 'text', value: '12 Mill Lane' }]] };
      // The German address is as tall as the smallest window without a return line.
      const letter: Letter = { ...stress, id, ...(language === 'de' ? {} : sender) };
      const outcome = (await createTypesetter({ page }, language, NO_LOCALES, await fonts(), values))(letter);
      // Warnings are ignored, because such letters may have loose lines.
      if (!outcome.ok) throw new Error(outcome.diagnostics.map(inFull).join('\n'));
      const made = { letter, pages: outcome.value, artifacts: await write({ letter, pages: outcome.value }) };
      printed.push(
        print(
          { ...made, locales: NO_LOCALES },
          letter.insideAddress.map(({ value }) => value),
          folder,
        ),
      );
    }
  }
  return printed;
}

/** Writes the first shipped letter again, with its Markdown attached to its PDF. */
export async function printWithSource(folder: string): Promise<PrintedLetter> {
  const { plan, addressees } = await openShipped(['md', 'pdf'], { attachSource: true });
  for (const found of addressees) {
    if (found.kind !== 'target' || found.target.kind !== 'letter') continue;
    const { selection } = found.target;
    return print(await make(plan, selection), namesIn(selection), folder);
  }
  throw new Error('the shipped campaign has no letter');
}

/** The name of the holder, if any, and the lines of the address. */
function namesIn({ recipient, language }: Selection): readonly string[] {
  return [
    ...(recipient.holder === undefined ? [] : [recipient.holder.name]),
    ...(recipient.address === undefined ? [] : addressLinesFor(recipient.address, language).lines),
  ];
}

/** Numbers of several digits with the signs between them (14203, 2271/96), and Latin words with combining marks. */
const FIGURES =
  /(?<![\p{L}\p{M}\d])(?:\d[\d.,/:-]{2,}\d|[\p{Script=Latin}]*[\p{Script=Latin}]\p{M}+[\p{Script=Latin}\p{M}]*)(?![\p{L}\p{M}\d/])/gu;

/** A letter that was made, with its files. */
interface MadeLetter {
  readonly letter: Letter;
  readonly pages: PagedLetter;
  readonly artifacts: readonly Artifact[];
  readonly locales: Locales;
}

async function make(plan: Plan, selection: Selection): Promise<MadeLetter> {
  const composed = valueDespiteWarnings(await composeLetter(plan, selection));
  const { letter, pages } = composed;
  if (pages === undefined) throw new Error('no pages');
  return { letter, pages, artifacts: await plan.write(composed), locales: plan.campaign.locales };
}

/**
 * Returns the Markdown of a letter in which each note has the form that it has on its page. In the Markdown of the
 * product, which is one page, later notes of a source are short; `test/support/same-words.ts` compares that.
 */
function markdownAsOnPages({ letter, pages, locales }: MadeLetter): string {
  const notes = notesOnPages(letter, pages).map(({ number, content }) => {
    const note = letter.notes.find((each) => each.number === number);
    if (note === undefined) throw new Error(`the letter has no note ${number}`);
    return { ...note, content, source: `${note.source} ${number}` };
  });
  return createMarkdownWriter(locales)({ ...letter, notes });
}

function print(made: MadeLetter, names: readonly string[], folder: string): PrintedLetter {
  const { artifacts, letter } = made;
  const [markdown, pdf] = (['md', 'pdf'] as const).map((format) =>
    artifacts.find((artifact) => artifact.format === format && artifact.shared === undefined),
  );
  if (markdown === undefined || pdf === undefined) throw new Error('a format is missing');
  for (const { name, bytes, shared } of artifacts) if (shared !== 'enclosure') writeFileSync(join(folder, name), bytes);
  const printedMarkdown = markdownAsOnPages(made);
  const name = pdf.name.replace(/\.pdf$/, '');
  const printedFile = join(folder, `${name}.pages.md`);
  writeFileSync(printedFile, printedMarkdown);
  const figures = wordsOfMarkdown(printedMarkdown).match(FIGURES) ?? [];
  const searched = [...new Set([...names, ...figures])];
  return {
    name,
    language: letter.language,
    written: join(folder, markdown.name),
    markdown: printedFile,
    pdf: join(folder, pdf.name),
    searched,
  };
}
