import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules of axe-core that are asked: WCAG 2.2, levels A and AA, and what its authors recommend beyond that. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe-core finds wrong with a page as it is now, a line each: the rule, where it is broken, and how. The script is
 * evaluated by the browser, so the page's Content-Security-Policy does not forbid it.
 */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  for (const frame of page.frames()) await frame.evaluate(axe.source);
  const options = { runOnly: { type: 'tag', values: RULES }, resultTypes: ['violations'] };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.split('\n').at(-1)}`),
  );
}
