import { describe, expect, test } from 'vitest';
import { loadRecipients } from '../../../src/load/load-recipients.ts';
import { inPieces, readAll } from '../../support/pieces.ts';

/** Every profile of a file that arrives in chunks of this size, or the fault in its place. */
async function load(name: string, bytes: string | Uint8Array, size: number): Promise<readonly unknown[]> {
  return readAll(loadRecipients({ name, open: () => inPieces(bytes, size) }));
}

/** Bytes of a text in which § stands for a byte that is no UTF-8. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(
    text.split('§').flatMap((part, index) => [...(index === 0 ? [] : [0xff]), ...Buffer.from(part)]),
  );
}

describe('a byte that is no UTF-8 is found at its line', () => {
  const TEXT = 'id,name\nx,é\ny,日本\nz,\u{1F600}\nw,�\nv,§\n';
  test.each([1, 2, 3, 4, 5, 7, 11, 1000])('in chunks of %d bytes', async (size) => {
    const last = (await load('people.csv', bytesOf(TEXT), size)).at(-1);
    expect(JSON.stringify(last)).toMatch(/^"?\[?"?people\.csv:6:1 file\/not-utf8/);
  });

  test('also where a character begins at the end of one chunk and goes wrong in the next', async () => {
    const bytes = Uint8Array.from([...Buffer.from('id\nx\n'), 0xe6, 0x0a, 0x0a]);
    expect(JSON.stringify((await load('people.csv', bytes, 6)).at(-1))).toContain('people.csv:3:1 file/not-utf8');
  });
});

describe('input without an extension', () => {
  const PROFILE = '{"id":"a","roles":["x"]}\n';
  test.each([
    ['a byte order mark', `\uFEFF${PROFILE}`, 3],
    ['white space', `\n  \n ${PROFILE}`, 1],
    ['nothing', PROFILE, 1000],
  ])('is read as JSON lines after %s', async (_, text, size) => {
    expect(await load('-', text, size)).toEqual([{ id: 'a', roles: ['x'] }]);
  });

  test('is read as a table otherwise', async () => {
    expect(await load('-', 'id,roles.1\na,x\n', 2)).toEqual([{ id: 'a', roles: ['x'] }]);
  });

  test('has no profiles if it is empty', async () => {
    expect(await load('-', '', 10)).toEqual([]);
  });
});
