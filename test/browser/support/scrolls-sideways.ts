import type { Page } from 'playwright-core';

/** Whether a reader must scroll sideways to see all of a page (WCAG 2.2, 1.4.10 Reflow). */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}
