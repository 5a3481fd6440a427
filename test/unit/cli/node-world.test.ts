import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createNodeWorld } from '../../../src/cli/node-world.ts';
import { UsageError } from '../../../src/cli/shell.ts';
import { MAX_FILE_BYTES, type ReadResult, type World } from '../../../src/world.ts';

let folder: string;
let world: World;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-world-'));
  mkdirSync(join(folder, 'campaign/recipients'), { recursive: true });
  world = createNodeWorld(join(folder, 'campaign'), { folder: join(folder, 'out'), name: 'out', isNamedByUser: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeInCampaign(path: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, 'campaign', path), content);
}

async function chunksOf(path: string): Promise<readonly ReadResult<Uint8Array>[]> {
  const chunks: ReadResult<Uint8Array>[] = [];
  for await (const chunk of world.readChunks(path)) chunks.push(chunk);
  return chunks;
}

describe('reading a text of the campaign', () => {
  test('returns its characters, in any script', async () => {
    writeInCampaign('recipients/a.yaml', 'name: Krišjāņa Βασιλίσσης\n');
    expect(await world.readText('recipients/a.yaml')).toEqual({ ok: true, value: 'name: Krišjāņa Βασιλίσσης\n' });
  });

  test('follows a link inside the campaign', async () => {
    writeInCampaign('recipients/a.yaml', 'x');
    symlinkSync('a.yaml', join(folder, 'campaign/recipients/b.yaml'));
    expect(await world.readText('recipients/b.yaml')).toEqual({ ok: true, value: 'x' });
  });

  test.each([
    ['a missing file', 'recipients/none.yaml', 'missing'],
    ['a folder', 'recipients', 'not-a-file'],
    ['a path that leaves the campaign', '../secret', 'outside'],
    ['a link that leaves the campaign', 'recipients/link.yaml', 'outside'],
    ['a folder whose name begins with the campaign’s name', '../campaign-2/x', 'outside'],
    ['a file that is too large', 'recipients/large.yaml', 'too-large'],
    ['a pipe, without waiting for it', 'recipients/pipe.yaml', 'not-a-file'],
    ['a device', 'recipients/null.yaml', 'outside'],
  ])('refuses %s', async (_, path, problem) => {
    writeFileSync(join(folder, 'secret'), 'secret');
    mkdirSync(join(folder, 'campaign-2'));
    writeFileSync(join(folder, 'campaign-2/x'), 'x');
    symlinkSync(join(folder, 'secret'), join(folder, 'campaign/recipients/link.yaml'));
    symlinkSync('/dev/null', join(folder, 'campaign/recipients/null.yaml'));
    writeInCampaign('recipients/large.yaml', ' '.repeat(MAX_FILE_BYTES + 1));
    execFileSync('mkfifo', [join(folder, 'campaign/recipients/pipe.yaml')]);
    expect(await world.readText(path)).toEqual({ ok: false, problem });
    if (problem !== 'too-large') expect(await chunksOf(path)).toEqual([{ ok: false, problem }]);
  });

  test('returns a file of any size in chunks, whose bytes are those of the file', async () => {
    const text = 'Krišjāņa\n'.repeat(200_000);
    writeInCampaign('recipients/a.csv', text);
    const chunks = await chunksOf('recipients/a.csv');
    expect(chunks.length).toBeGreaterThan(10);
    expect(Buffer.concat(chunks.map((chunk) => (chunk.ok ? chunk.value : new Uint8Array()))).toString()).toBe(text);
  });

  test.each([
    ['at the start', [0xff], 1, 1],
    ['after text and lines', [0x61, 0x0a, 0xc3, 0xa9, 0x62, 0xe9, 0x63], 2, 3],
    ['in a character that the end of the file cuts off', [0x61, 0xe2, 0x82], 1, 2],
  ])('returns the location of an invalid UTF-8 byte: %s', async (_, bytes, line, column) => {
    writeInCampaign('recipients/a.yaml', new Uint8Array(bytes));
    expect(await world.readText('recipients/a.yaml')).toEqual({ ok: false, problem: 'not-utf8', line, column });
  });
});

describe('listing a folder of the campaign', () => {
  test('returns the names in a fixed order, each with its kind', async () => {
    writeInCampaign('recipients/b.yaml', '');
    writeInCampaign('recipients/a.yaml', '');
    mkdirSync(join(folder, 'campaign/recipients/forms'));
    symlinkSync('a.yaml', join(folder, 'campaign/recipients/c.yaml'));
    symlinkSync('forms', join(folder, 'campaign/recipients/d'));
    symlinkSync('nowhere', join(folder, 'campaign/recipients/e.yaml'));
    writeInCampaign('recipients/.hidden.yaml', '');
    expect(await world.list('recipients')).toEqual([
      { name: 'a.yaml', kind: 'file' },
      { name: 'b.yaml', kind: 'file' },
      { name: 'c.yaml', kind: 'file' },
      { name: 'd', kind: 'folder' },
      { name: 'e.yaml', kind: 'other' },
      { name: 'forms', kind: 'folder' },
    ]);
  });

  test('returns nothing for a missing folder', async () => {
    expect(await world.list('templates')).toEqual([]);
  });
});

test('listing a folder that cannot be read throws a usage error', async () => {
  symlinkSync('loop', join(folder, 'campaign/loop'));
  await expect(world.list('loop')).rejects.toThrow(UsageError);
});

test('reads a resource from its npm package', () => {
  const font = world.readResource('@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf');
  expect([...font.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
});

describe('recording approvals', () => {
  test('writes approvals.yaml of the letter', async () => {
    mkdirSync(join(folder, 'campaign/templates/appeal'), { recursive: true });
    expect(await world.changeRecordFile('appeal', 'approvals.yaml', () => Promise.resolve('en/body/x: {}\n'))).toEqual({
      ok: true,
    });
    expect(readFileSync(join(folder, 'campaign/templates/appeal/approvals.yaml'), 'utf8')).toBe('en/body/x: {}\n');
  });

  test('follows no link out of the campaign', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    mkdirSync(join(folder, 'campaign/templates'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'campaign/templates/appeal'));
    expect((await world.changeRecordFile('appeal', 'approvals.yaml', () => Promise.resolve('x'))).ok).toBe(false);
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
  });
});
