import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHtmlWriter } from '../../src/formats/html/write-html.ts';
import type { Job } from '../../src/model/job.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';
import { NO_PICTURES } from '../../src/model/picture.ts';
import { makeLetter } from '../../src/pipeline.ts';
import { aLetter } from '../support/a-letter.ts';
import { manySignatures } from '../support/many-signatories.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { valueDespiteWarnings } from '../support/outcomes.ts';
import { squeezed } from '../support/paged-text.ts';
import { wordsOfPdf } from '../support/pdf-words.ts';
import { openLetter, openShipped, type Shipped } from '../support/shipped-campaign.ts';
import { reportCampaign } from '../stress/report-campaign.ts';
import { axeFaults } from './support/axe-faults.ts';
import { scrollsSideways } from './support/scrolls-sideways.ts';
import { takeScreenshot } from './support/screenshot.ts';
import { useBrowser } from './support/use-browser.ts';

const open = useBrowser();

/** Letters of the sample in each language, one with pictures and a table in both directions, one with many signatures. */
const LETTERS = ['en', 'fr', 'es', 'ar']
  .map((language) => `asp-president.${language}`)
  .concat('office.en', 'office.ar', 'signatures.en', 'signatures.ar');

const folder = mkdtempSync(join(tmpdir(), 'html-letters-'));
const addressOf = (name: string): string => pathToFileURL(join(folder, `${name}.html`)).href;

async function writeLetters({ plan, addressees }: Shipped): Promise<void> {
  for (const addressee of addressees) {
    if (addressee.kind !== 'target' || addressee.target.kind !== 'letter') continue;
    const { selection } = addressee.target;
    if (!LETTERS.includes(`${selection.recipient.id}.${selection.language}`)) continue;
    for (const { name, bytes } of valueDespiteWarnings(await makeLetter(plan, selection))) {
      writeFileSync(join(folder, name), bytes);
    }
  }
}

beforeAll(async () => {
  await writeLetters(await openShipped(['html'], { editions: 'all' }));
  const job: Job = { letter: 'report', formats: ['html'], editions: 'all', attachSource: false };
  await writeLetters(await openLetter(memoryWorld(reportCampaign('office', { preset: 'international' })).world, job));
  const write = createHtmlWriter(NO_LOCALES, NO_PICTURES);
  for (const language of ['en', 'ar']) {
    const letter = aLetter({ language, signatures: manySignatures(40, language, 5) });
    writeFileSync(join(folder, `signatures.${language}.html`), write(letter));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(LETTERS)('axe finds nothing in %s, light, dark and on a phone, and it asks for nothing', async (name) => {
  for (const sight of [{}, { colorScheme: 'dark' }, { width: 320 }] as const) {
    const { page, refused, errors } = await open(addressOf(name), sight);
    expect(await axeFaults(page)).toEqual([]);
    expect([...refused, ...errors]).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await takeScreenshot(page, `letter-${name}-${Object.values(sight).join('') || 'light'}`, true);
  }
});

// The words of Arabic in a PDF of Chromium are not those of the letter, so that they cannot be found.
test.each(LETTERS.filter((name) => !name.endsWith('.ar')))('each printed page of %s has its notice', async (name) => {
  const { page } = await open(addressOf(name));
  const notice = (await page.locator('.notice').textContent()) ?? '';
  const pages = await wordsOfPdf(await page.pdf({ format: 'A4' }));
  expect(notice.length).toBeGreaterThan(10);
  expect(pages.filter((words) => !squeezed(words).includes(squeezed(notice)))).toEqual([]);
});

test('the mark of a note leads to it, and the note back to the mark', async () => {
  const { page } = await open(addressOf('asp-president.en'), { height: 500 });
  await page.locator('[role=doc-noteref]').first().click();
  expect(page.url()).toMatch(/#note-1$/);
  await page.getByLabel('Back to the mark of note 1', { exact: true }).click();
  expect(page.url()).toMatch(/#mark-1$/);
});

test('the stylesheet is applied under the policy of the page', async () => {
  const { page } = await open(addressOf('office.ar'));
  expect(await page.evaluate<string>("getComputedStyle(document.querySelector('.sender')).fontWeight")).toBe('700');
  expect(await page.evaluate<string>('getComputedStyle(document.body).textAlign')).toBe('right');
});

test.each(['office.en', 'office.ar'])('columns of a table in %s do not touch each other', async (name) => {
  const { page } = await open(addressOf(name));
  // Of any two columns, the first may be aligned at its end, and so at the other.
  await page.evaluate("for (const { cells } of document.querySelectorAll('tr')) cells[0].classList.add('end')");
  const gaps = await page.evaluate<readonly number[]>(`
    [...document.querySelectorAll('tr')].flatMap(({ cells }) => {
      const boxes = [...cells].map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getBoundingClientRect();
      });
      return boxes.slice(1).map((box, index) => Math.max(box.left - boxes[index].right, boxes[index].left - box.right));
    })`);
  expect(gaps.length).toBeGreaterThan(3);
  expect(Math.min(...gaps)).toBeGreaterThan(8);
});
