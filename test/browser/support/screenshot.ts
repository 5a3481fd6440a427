import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where screenshots are kept, for a person to look at: the variable SCREENSHOTS, or a temporary folder. */
const FOLDER = process.env['SCREENSHOTS'] ?? join(tmpdir(), 'demarche-screenshots');

/** Keeps a picture of what is in the window, or of the whole page, as `<name>.png`. Returns its path. */
export async function takeScreenshot(page: Page, name: string, fullPage = false): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name}.png`);
  await page.screenshot({ path, fullPage });
  return path;
}
