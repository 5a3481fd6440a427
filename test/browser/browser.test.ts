import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { axeFaults } from './support/axe-faults.ts';
import { findChromium } from './support/chromium.ts';
import { scrollsSideways } from './support/scrolls-sideways.ts';
import { takeScreenshot } from './support/screenshot.ts';
import { useBrowser } from './support/use-browser.ts';

const open = useBrowser();

function addressOf(html: string): string {
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

const GOOD = '<!doctype html><html lang="en"><title>Good</title><main><h1>Good</h1><p>Words.</p></main></html>';

describe('the means of these tests', () => {
  test('axe finds nothing in a page that is accessible', async () => {
    const { page, refused, errors } = await open(addressOf(GOOD));
    expect(await page.title()).toBe('Good');
    expect(await axeFaults(page)).toEqual([]);
    expect([...refused, ...errors]).toEqual([]);
  });

  test('axe finds a missing language and a faint colour, also under a Content-Security-Policy', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
    const bad = GOOD.replace(' lang="en"', '').replace('<title>', `${policy}<title>`);
    const { page } = await open(addressOf(bad.replace('<p>', '<p style="color: #ccc">')));
    const faults = await axeFaults(page);
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['color-contrast', 'html-has-lang']);
  });

  test('a page that asks for anything from elsewhere is refused it, and is found out', async () => {
    const outside = '<img alt="" src="https://example.org/a.png"><script>fetch("http://192.0.2.1/")</script>';
    const { refused, errors } = await open(addressOf(GOOD.replace('<p>', `${outside}<p>`)));
    await expect.poll(() => refused.toSorted()).toEqual(['http://192.0.2.1/', 'https://example.org/a.png']);
    await expect.poll(() => errors.length).toBeGreaterThan(1);
  });

  test('a page that is wider than a narrow window is found out', async () => {
    const { page } = await open(addressOf(GOOD), { width: 320 });
    expect(await scrollsSideways(page)).toBe(false);
    const wide = await open(addressOf(GOOD.replace('<p>', '<p style="width: 400px">')), { width: 320 });
    expect(await scrollsSideways(wide.page)).toBe(true);
  });

  test('a screenshot is kept as a PNG', async () => {
    const { page } = await open(addressOf(GOOD), { width: 300, height: 200 });
    const path = await takeScreenshot(page, 'a-good-page');
    expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG');
  });

  test('without Chromium, one sentence says what to install', () => {
    expect(() => findChromium({ PATH: '/nowhere' })).toThrow(/needs Chromium: install it .*CHROMIUM\.$/);
    expect(() => findChromium({ CHROMIUM: '/nowhere/chromium' })).toThrow(
      'CHROMIUM names no program: /nowhere/chromium',
    );
  });
});
