import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { aPreviewRecipient } from '../support/made-up-preview.ts';
import { axeFaults } from './support/axe-faults.ts';
import { takeScreenshot } from './support/screenshot.ts';
import { scrollsSideways } from './support/scrolls-sideways.ts';
import { lettersOf, servePreview } from './support/served-preview.ts';
import { useBrowser } from './support/use-browser.ts';

const open = useBrowser();

const RECIPIENTS = [
  aPreviewRecipient({ id: 'be-minister', holder: 'Ada Lovelace', languages: ['fr', 'nl'] }),
  aPreviewRecipient({ id: 'chair', roles: ['chair'], state: null, office: 'Chair of the Charter' }),
  aPreviewRecipient({ id: 'lu-minister', state: 'Luxembourg', languages: ['fr'] }),
  aPreviewRecipient({ id: 'mt-minister', state: 'Malta', outcome: 'fault', reason: 'has a fault' }),
  aPreviewRecipient({ id: 'at-minister', state: 'Austria', outcome: 'skipped', reason: 'office is vacant' }),
];
const LETTER = lettersOf(
  ['Dear Minister, words', 'Observers were refused'],
  ['Send observers soon', 'Yours sincerely, x'],
);
const CAMPAIGN = { recipients: RECIPIENTS, diagnostics: [], letter: () => LETTER };

const FAULT = {
  code: 'text/unknown-name',
  severity: 'fault',
  message: 'there is no name `minster`',
  hint: 'write `minister`',
  location: 'templates/appeal/en/body/chair.md:3:12',
  frame: '  2 |\n> 3 | Dear {{minster}}\n    |        ^^^^^^^',
} as const;

const heading = (page: Page) => page.getByRole('heading', { level: 2 }).nth(1);
const status = (page: Page) => page.getByRole('status');
const recipient = (page: Page, id: string) => page.getByRole('navigation').getByRole('link', { name: id });
const part = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name });
const explanation = (page: Page) => page.getByRole('complementary');

describe('the page of a preview', () => {
  test.each([
    ['wide and light', { width: 1440 }],
    ['wide and dark', { width: 1440, colorScheme: 'dark' }],
    ['narrow', { width: 320, height: 640 }],
    ['narrow and dark', { width: 320, height: 640, colorScheme: 'dark' }],
    ['forced colours', { width: 1280, forcedColors: 'active' }],
  ] as const)('has nothing that axe finds, and does not scroll sideways: %s', async (name, sight) => {
    const { address } = await servePreview(CAMPAIGN);
    const { page, refused, errors } = await open(address, sight);
    await expect.poll(() => heading(page).textContent()).toBe('be-minister, Ada Lovelace, Minister of Charters');
    await part(page, 'Observers were').click({ force: true });
    expect(await explanation(page).textContent()).toContain('observers were refused');
    await takeScreenshot(page, `preview-page-${name.replaceAll(' ', '-')}`);
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect([...refused, ...errors]).toEqual([]);
  });

  test('shaded values stay as dark as the words around them', async () => {
    const { address } = await servePreview(CAMPAIGN);
    const { page } = await open(address);
    const blending = 'getComputedStyle(document.querySelector(".value")).mixBlendMode';
    await page.locator('.value').first().waitFor({ state: 'attached' });
    expect(await page.evaluate(blending)).toBe('multiply');
  });

  test('with the colours of the user, the chosen recipient has a border of its own', async () => {
    const { address } = await servePreview(CAMPAIGN);
    const { page } = await open(address, { forcedColors: 'active' });
    await expect.poll(() => heading(page).textContent()).toContain('be-minister');
    const links = '[...document.querySelectorAll("#recipients a")]';
    const bordered = `${links}.filter((link) => getComputedStyle(link).borderTopStyle === "solid")`;
    expect(await page.evaluate(`${bordered}.map((link) => link.querySelector("strong").textContent)`)).toEqual([
      'be-minister',
    ]);
  });

  test('two editions stand side by side', async () => {
    const { address } = await servePreview(CAMPAIGN, { id: 'be-minister', languages: 'all' });
    const { page } = await open(address, { width: 1440 });
    const [french, dutch] = ['fr', 'nl'].map((language) => page.getByRole('region', { name: `Edition ${language}` }));
    const boxes = [await french?.boundingBox(), await dutch?.boundingBox()];
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
    expect(boxes[1]?.x).toBeGreaterThan(boxes[0]?.x ?? Infinity);
    await takeScreenshot(page, 'preview-page-two-editions');
    expect(await axeFaults(page)).toEqual([]);
    expect(page.url()).toMatch(/#appeal\/be-minister\/fr\+nl$/);
  });

  test('faults stand above the last good pages, which are marked as old', async () => {
    const preview = await servePreview(CAMPAIGN);
    const { page } = await open(preview.address);
    await expect.poll(() => status(page).textContent()).toBe('Letter to be-minister, fr: 2 pages');
    preview.change({ letter: () => ({ ...LETTER, diagnostics: [FAULT, { ...FAULT, frame: null }], isOld: true }) });
    await expect.poll(() => status(page).textContent()).toBe('2 faults');
    await expect.poll(() => page.getByText('> 3 | Dear {{minster}}').isVisible()).toBe(true);
    expect(await page.getByText('error[text/unknown-name]').count()).toBe(2);
    expect(await page.getByText('Old: these are the last pages without faults.').isVisible()).toBe(true);
    await takeScreenshot(page, 'preview-page-faults');
    expect(await axeFaults(page)).toEqual([]);
    preview.change({ letter: () => LETTER });
    await expect.poll(() => status(page).textContent()).toBe('Faults fixed. No page changed');
    expect(await page.getByText('Old: these').count()).toBe(0);
  });

  test('a change leaves the other pages, the place, the focus and the explained paragraph as they are', async () => {
    const preview = await servePreview(CAMPAIGN);
    const { page } = await open(preview.address, { height: 500 });
    await part(page, 'Send observers').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => status(page).textContent()).toBe('Paragraph: Send observers');
    await page.evaluate('document.querySelector("main svg").kept = true');
    const scrolled = await page.evaluate('document.querySelector("main").scrollTop');
    preview.change({
      letter: () =>
        lettersOf(['Dear Minister, words', 'Observers were refused'], ['Send observers now', 'Yours sincerely, x']),
    });
    await expect.poll(() => status(page).textContent()).toBe('Page 2 changed');
    expect(await page.getByText('Send observers now').isVisible()).toBe(true);
    expect(await page.evaluate('document.querySelector("main svg").kept')).toBe(true);
    expect(await page.evaluate('document.querySelector("main").scrollTop')).toBe(scrolled);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Send observers');
    expect(await part(page, 'Send observers').getAttribute('aria-pressed')).toBe('true');
    expect(await explanation(page).textContent()).toContain('body/chair.md:1');
  });

  test('everything can be done by keyboard', async () => {
    const { address } = await servePreview(CAMPAIGN);
    const { page } = await open(address);
    await expect.poll(() => heading(page).textContent()).toContain('be-minister');
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = (): Promise<unknown> =>
      page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent.trim()');
    await press('Tab');
    expect(await focused()).toBe('Skip to the pages');
    await expect.poll(async () => (await page.getByText('Skip to the pages').boundingBox())?.x).toBe(0);
    await takeScreenshot(page, 'preview-page-skip-link');
    await press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('pages');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('luxem');
    await expect.poll(() => page.getByText('1 of 5 recipients').isVisible()).toBe(true);
    await press('ArrowDown', 'Enter');
    await expect.poll(() => heading(page).textContent()).toContain('lu-minister');
    await part(page, 'Dear Minister').focus();
    await press('ArrowDown');
    expect(await focused()).toBe('Observers were');
    await press('ArrowDown');
    expect(await focused()).toBe('Send observers');
    await takeScreenshot(page, 'preview-page-part-focused');
    await press('Enter');
    expect(await explanation(page).textContent()).toContain('for the role chair');
    await press('Escape');
    expect(await explanation(page).textContent()).not.toContain('for the role chair');
    expect(await focused()).toBe('Send observers');
  });

  test('values are text, whatever they hold', async () => {
    const hostile = `<img src=x onerror="hacked=1"><script>hacked=1</script>"'&\u202Etxt`;
    const { address } = await servePreview({
      recipients: [
        aPreviewRecipient({ holder: hostile, office: hostile, state: hostile, roles: [hostile], reason: hostile }),
      ],
      diagnostics: [{ ...FAULT, message: hostile, hint: hostile, location: hostile, frame: hostile }],
      letter: () => lettersOf([hostile]),
    });
    const { page, refused, errors } = await open(address);
    await expect.poll(() => heading(page).textContent()).toContain(hostile);
    await page.getByRole('main').getByRole('button').last().press('Enter');
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
    expect(await page.locator('img').count()).toBe(0);
    // The override of directions in one value would turn those beside it around.
    expect(await heading(page).locator('bdi').allTextContents()).toEqual(['be-minister', hostile, hostile]);
    expect([...refused, ...errors]).toEqual([]);
    await takeScreenshot(page, 'preview-page-hostile');
  });

  test.each([
    '<svg xmlns="http://www.w3.org/2000/svg"><script>hacked = 1</script></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="hacked = 1"/>',
    '<svg xmlns="http://www.w3.org/2000/svg"><x:body xmlns:x="http://www.w3.org/1999/xhtml"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg"><g>',
  ])('a page that is not only a picture is not shown: %s', async (svg) => {
    const { address } = await servePreview({ ...CAMPAIGN, letter: () => ({ ...LETTER, pages: [svg] }) });
    const { page } = await open(address);
    await expect.poll(() => page.getByText('Page 1 of 1 cannot be shown').isVisible()).toBe(true);
    expect(await page.evaluate('typeof hacked')).toBe('undefined');
  });

  test('thousands of recipients are found by a search, and not all listed', async () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      aPreviewRecipient({ id: `office-${index}`, holder: `Zoë ${index}` }),
    );
    const { address } = await servePreview({ ...CAMPAIGN, recipients: many });
    const { page } = await open(address);
    await expect.poll(() => page.getByText('5000 recipients').isVisible()).toBe(true);
    expect(await page.getByRole('navigation').getByRole('listitem').count()).toBeLessThanOrEqual(500);
    await page.getByRole('searchbox').fill('ZOE 4321');
    await expect.poll(() => page.getByRole('navigation').getByRole('listitem').count()).toBe(1);
    await page.getByRole('searchbox').press('Enter');
    await expect.poll(() => heading(page).textContent()).toContain('office-4321');
    expect(await axeFaults(page)).toEqual([]);
  });

  test('a link leads to a letter, and Back to the one before', async () => {
    const { address } = await servePreview(CAMPAIGN);
    const { page } = await open(`${address}#appeal/chair/en`);
    await expect.poll(() => heading(page).textContent()).toBe('chair, Chair of the Charter');
    expect(await recipient(page, 'chair').getAttribute('aria-current')).toBe('true');
    await recipient(page, 'lu-minister').click();
    await expect.poll(() => heading(page).textContent()).toContain('lu-minister');
    expect(await page.title()).toBe('lu-minister (fr) – preview of appeal');
    await page.goBack();
    await expect.poll(() => heading(page).textContent()).toContain('chair');
  });

  test.each([
    ['ended by Ctrl-C', undefined, /^No connection/],
    ['its folder was deleted', 'the folder was deleted', /^The preview has ended: the folder was deleted\.$/],
  ])('a preview that has ended is said: %s', async (_, reason, said) => {
    const preview = await servePreview(CAMPAIGN);
    const { page } = await open(preview.address);
    await expect.poll(() => heading(page).textContent()).toContain('be-minister');
    await preview.stop(reason);
    await expect.poll(() => page.getByRole('alert').textContent(), { timeout: 10_000 }).toMatch(said);
    await takeScreenshot(page, `preview-page-ended-${reason === undefined ? 'stopped' : 'deleted'}`);
    expect(await axeFaults(page)).toEqual([]);
  });
});
