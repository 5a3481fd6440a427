import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { previewInMemory } from '../support/a-preview.ts';
import { ROOT } from '../support/run-demarche.ts';

const BODY = 'templates/open-letter/en/body/president.md';

/**
 * The greatest growth of the heap over the last 400 saves, in bytes. One version of the sample that stayed in memory
 * would be a megabyte; shaped words and the like are kept up to a limit.
 */
const MAX_GROWTH = 10_000_000;

test('memory stays flat over 500 saves of a text of the sample', async () => {
  const { preview, save } = previewInMemory(filesOfSample());
  const text = readFileSync(join(ROOT, BODY), 'utf8');
  const choice = { letter: 'open-letter', id: 'asp-president', language: 'en' };
  let heapAfter100 = 0;
  for (let count = 1; count <= 500; count += 1) {
    save({ [BODY]: text.replace('\n\n', `\n\nThis is version ${count}. `) });
    const [letter, { recipients }] = await Promise.all([preview.letter(choice), preview.overview()]);
    expect([letter.isOld, letter.version, recipients.length]).toEqual([false, count + 1, 48]);
    if (count === 100) heapAfter100 = usedHeap();
  }
  expect(usedHeap() - heapAfter100).toBeLessThan(MAX_GROWTH);
});

/** Collects garbage, and returns the size of the heap in bytes. */
function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

/** Returns the files of the sample, by path. */
function filesOfSample(): Record<string, string> {
  const paths = ['templates', 'recipients'].flatMap((part) =>
    readdirSync(join(ROOT, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return Object.fromEntries(paths.map((path) => [path.slice(ROOT.length + 1), readFileSync(path, 'utf8')]));
}
