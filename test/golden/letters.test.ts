import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { explain } from '../../src/office/explain.ts';
import { makeLetter } from '../../src/pipeline.ts';
import { explanationText } from '../../src/report/explanation.ts';
import { plain } from '../../src/report/paint.ts';
import { valueOf } from '../support/outcomes.ts';
import { type Shipped, openShipped } from '../support/shipped-campaign.ts';

/** One of each kind, and those who are written to with a passage that nobody else gets. */
const LETTERS = [
  'asp-president',
  'asp-vice-president-new-york',
  'asp-vice-president-the-hague',
  'bureau-be',
  'bureau-ke',
  'eu-at',
  'eu-be',
  'eu-dk',
  'eu-it',
  'eu-nl',
  'eu-pl',
  'eu-si',
];

let shipped: Shipped;
beforeAll(async () => {
  shipped = await openShipped(['md', 'pdf']);
});

function targetOf(id: string) {
  for (const found of shipped.addressees) {
    if (found.kind === 'target' && found.target.kind === 'letter' && found.target.selection.recipient.id === id) {
      return found.target;
    }
  }
  throw new Error(`no letter to ${id}`);
}

function goldenFile(name: string): string {
  return join(import.meta.dirname, 'letters', name);
}

describe.each(LETTERS)('the letter to %s', (id) => {
  test('reads as it was approved, and stands where it stood', async () => {
    const [markdown, pdf] = valueOf(await makeLetter(shipped.plan, targetOf(id).selection));
    await expect(new TextDecoder().decode(markdown?.bytes)).toMatchFileSnapshot(goldenFile(`${id}.md`));
    await expect(pdf?.layout).toMatchFileSnapshot(goldenFile(`${id}.pages.txt`));
  });

  test('is explained as it was', async () => {
    const explanation = explain(shipped.plan, targetOf(id));
    const text = explanationText(explanation, { paint: plain, pathOf: (file) => file });
    await expect(text).toMatchFileSnapshot(goldenFile(`${id}.explained.txt`));
  });
});

test('no golden file has been left behind', () => {
  const expected = LETTERS.flatMap((id) => [`${id}.explained.txt`, `${id}.md`, `${id}.pages.txt`]);
  expect(readdirSync(join(import.meta.dirname, 'letters')).sort()).toEqual(expected.sort());
});
