import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { copyOfCampaign } from '../support/run-demarche.ts';
import { axeFaults } from './support/axe-faults.ts';
import { takeScreenshot } from './support/screenshot.ts';
import { scrollsSideways } from './support/scrolls-sideways.ts';
import { startPreview } from './support/start-preview.ts';
import { useBrowser } from './support/use-browser.ts';

const open = useBrowser();

/** How long a change on the disk may take to reach the page, on a machine that has much else to do. */
const SOON = { timeout: 20_000 };

const BODY = 'templates/open-letter/en/body/minister.md';

/** Replaces a text in a file of a campaign, which must be there. Returns a function that puts it back. */
function edit(campaign: string, file: string, original: string, replacement: string): () => void {
  const path = join(campaign, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(original)) throw new Error(`${file} does not contain ${original}`);
  writeFileSync(
    path,
    text.replace(original, () => replacement),
  );
  return () => writeFileSync(path, text);
}

const heading = (page: Page): Locator => page.locator('#letter-heading');
const status = (page: Page): Locator => page.getByRole('status');
const letterText = async (page: Page): Promise<string> =>
  ((await page.getByRole('main').textContent()) ?? '').replaceAll(/\s+/gu, ' ');

describe('demarche preview, in a browser', () => {
  test('shows the letter to a recipient, and another one that is searched and picked', async () => {
    const { address } = await startPreview(copyOfCampaign(), 'eu-be');
    const { page, refused, errors } = await open(address, { width: 1440 });
    await expect.poll(() => heading(page).textContent(), SOON).toContain('eu-be');
    await expect.poll(() => letterText(page), SOON).toContain('Government of Belgium');
    await takeScreenshot(page, 'preview-sample');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('searchbox').fill('austria');
    await page.getByRole('searchbox').press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page).textContent(), SOON).toContain('eu-at');
    await expect.poll(() => letterText(page), SOON).toContain('Government of Austria');
    expect([...refused, ...errors]).toEqual([]);
  });

  test('shows why a recipient gets no letter', async () => {
    const { address } = await startPreview(copyOfCampaign(), 'eu-hu');
    const { page } = await open(address);
    await expect.poll(() => letterText(page), SOON).toContain('notification of withdrawal');
    expect(await axeFaults(page)).toEqual([]);
    await takeScreenshot(page, 'preview-sample-skipped');
  });

  test('changes when a text is saved, names the page, and keeps the rest', async () => {
    const campaign = copyOfCampaign();
    const { address } = await startPreview(campaign, 'eu-be');
    const { page } = await open(address);
    await expect.poll(() => letterText(page), SOON).toContain('We respectfully ask the Government');
    await page.getByRole('main').evaluate('(main) => main.scrollTo(0, 200)');
    const restore = edit(campaign, BODY, 'We respectfully ask', 'We kindly ask');
    await expect.poll(() => letterText(page), SOON).toContain('We kindly ask the Government');
    expect(await status(page).textContent()).toMatch(/^Pages? 1.* changed$/);
    restore();
    await expect.poll(() => letterText(page), SOON).toContain('We respectfully ask the Government');
  });

  test('shows a fault above the last good pages, and that it is mended', async () => {
    const campaign = copyOfCampaign();
    const { address } = await startPreview(campaign, 'eu-be');
    const { page } = await open(address);
    await expect.poll(() => letterText(page), SOON).toContain('Government of Belgium');
    const restore = edit(campaign, BODY, '{{demands}}', '{{unknown-word}}\n\n{{demands}}');
    await expect.poll(() => letterText(page), SOON).toContain(BODY);
    expect(await letterText(page)).toContain('unknown-word');
    expect(await page.getByText('Old: these are the last pages without faults.').isVisible()).toBe(true);
    expect(await letterText(page)).toContain('Government of Belgium');
    await takeScreenshot(page, 'preview-sample-fault');
    expect(await axeFaults(page)).toEqual([]);
    restore();
    await expect.poll(() => status(page).textContent(), SOON).toMatch(/^Faults fixed/);
    expect(await page.getByText('Old: these').count()).toBe(0);
  });

  test('shows faults of the campaign if it starts with them, and its letters once they are mended', async () => {
    const campaign = copyOfCampaign();
    const restore = edit(campaign, 'templates/open-letter/letter.yaml', 'date:', 'dat:');
    const { address } = await startPreview(campaign, 'eu-be');
    const { page } = await open(address);
    await expect.poll(() => letterText(page), SOON).toContain('templates/open-letter/letter.yaml');
    await takeScreenshot(page, 'preview-sample-starts-with-fault');
    expect(await axeFaults(page)).toEqual([]);
    restore();
    await expect.poll(() => letterText(page), SOON).toContain('Government of Belgium');
  });

  test('explains the paragraph that is clicked, and its path can be copied', async () => {
    const { address } = await startPreview(copyOfCampaign(), 'eu-be');
    const { page } = await open(address, { width: 1440 });
    await expect.poll(() => letterText(page), SOON).toContain('Government of Belgium');
    const part = page
      .getByRole('main')
      .getByRole('button', { name: /blocking/u })
      .first();
    await part.scrollIntoViewIfNeeded();
    const box = await part.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 30, (box?.y ?? 0) + 8);
    const panel = page.getByRole('complementary');
    await expect.poll(() => panel.textContent()).toContain('templates/open-letter/en/demands/');
    expect(await panel.textContent()).toContain('templates/open-letter/letter.yaml:');
    await takeScreenshot(page, 'preview-sample-explained');
    expect(await axeFaults(page)).toEqual([]);
    await panel
      .getByRole('button', { name: /^Copy templates\/open-letter\/en\/demands/u })
      .first()
      .click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(
      /^templates\/open-letter\/en\/demands\/.*:\d+/,
    );
  });

  test('shows two editions side by side, of which one is Arabic', async () => {
    const { address } = await startPreview(copyOfCampaign());
    const { page } = await open(`${address}#open-letter/asp-president/en+ar`, { width: 1600 });
    const arabic = page.getByRole('region', { name: 'Edition ar' });
    await expect.poll(() => arabic.locator('svg').count(), SOON).toBeGreaterThan(0);
    await takeScreenshot(page, 'preview-sample-en-ar');
    expect(await axeFaults(page)).toEqual([]);
  });

  test.each([
    ['dark', { width: 1440, colorScheme: 'dark' }],
    ['narrow', { width: 320, height: 640 }],
    ['forced colours', { forcedColors: 'active' }],
  ] as const)('is accessible and does not scroll sideways: %s', async (name, sight) => {
    const { address } = await startPreview(copyOfCampaign(), 'eu-be');
    const { page } = await open(address, sight);
    await expect.poll(() => letterText(page), SOON).toContain('Government of Belgium');
    await takeScreenshot(page, `preview-sample-${name.replaceAll(' ', '-')}`, true);
    expect(await axeFaults(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });

  test('the words of a page can be selected in their order', async () => {
    const { address } = await startPreview(copyOfCampaign(), 'eu-be');
    const { page } = await open(address, { width: 1440 });
    await expect.poll(() => letterText(page), SOON).toContain('Government of Belgium');
    await page.evaluate('getSelection().selectAllChildren(document.querySelector("main svg"))');
    const selected = String(await page.evaluate('getSelection().toString()')).replaceAll(/\s+/gu, ' ');
    expect(selected).toContain('We have the honour to enclose the open letter that our three Palestinian human rights');
  });

  test('says that it has ended: by Ctrl-C, and when its folder is deleted', async () => {
    const first = await startPreview(copyOfCampaign(), 'eu-be');
    const { page } = await open(first.address);
    await expect.poll(() => letterText(page), SOON).toContain('Government of Belgium');
    expect(await first.interrupt()).toBe(130);
    await expect.poll(() => page.getByRole('alert').textContent(), SOON).toMatch(/ended/);

    const campaign = copyOfCampaign();
    const second = await startPreview(campaign, 'eu-be');
    const other = await open(second.address);
    await expect.poll(() => letterText(other.page), SOON).toContain('Government of Belgium');
    rmSync(campaign, { recursive: true });
    expect((await second.ended).code).toBe(1);
    await expect.poll(() => other.page.getByRole('alert').textContent(), SOON).toMatch(/ended/);
  });
});
