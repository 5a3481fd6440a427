import { join } from 'node:path';
import { expect, test } from 'vitest';
import { matrixCsv, matrixMarkdown, buildMatrix, matrixText } from '../../src/commands/matrix/matrix.ts';
import { listRecipient, listingCsv } from '../../src/commands/list/list.ts';
import { profileCells } from '../../src/commands/list/profile-cells.ts';
import { openShipped } from '../support/shipped-campaign.ts';
import { valueOf } from '../support/outcomes.ts';

const { plan, addressees } = await openShipped([]);
const targets = addressees.flatMap((found) => (found.kind === 'target' ? [found.target] : []));
const matrix = buildMatrix(plan.campaign.letter, targets);

function goldenFile(name: string): string {
  return join(import.meta.dirname, 'tables', name);
}

test('the matrix of the shipped campaign is as recorded, as text, Markdown and CSV', async () => {
  expect([matrix.rows.length, matrix.demands.length, matrix.skipped]).toEqual([47, 6, ['eu-hu']]);
  await expect(matrixText(matrix)).toMatchFileSnapshot(goldenFile('matrix.txt'));
  await expect(matrixMarkdown(matrix)).toMatchFileSnapshot(goldenFile('matrix.md'));
  await expect(matrixCsv([matrix])).toMatchFileSnapshot(goldenFile('matrix.csv'));
});

test('the CSV list of the shipped campaign is as recorded', async () => {
  const listed = addressees.flatMap((found) =>
    found.kind === 'failed' || found.target.kind === 'not-addressed'
      ? []
      : [{ recipient: valueOf(listRecipient(plan, found.target)), profile: profileCells(found.profile) }],
  );
  expect(listed).toHaveLength(48);
  await expect(listingCsv(listed, ['en'])).toMatchFileSnapshot(goldenFile('list.csv'));
});
