import { describe, expect, test } from 'vitest';
import { aCampaign } from '../support/a-campaign.ts';
import { encodePng, resolutionChunk } from '../support/encode-png.ts';
import { type MemoryFile, memoryWorld } from '../support/memory-world.ts';
import { runInMemory } from '../support/run-in-memory.ts';

const FOLDER = 'templates/appeal';
const LETTER = `${FOLDER}/letter.yaml`;
const CHAIR = `${FOLDER}/en/body/chair.md`;
const SETTINGS = aCampaign()[LETTER] ?? '';
const LOGO = 'letterhead: { logo: { file: seal.png, alt: { en: The seal } } }\n';

/** A picture with 300 dots per inch, of which each shade is another. */
function pictureOf(shade: number): Uint8Array {
  return encodePng({ width: 600, height: 300, chunks: [resolutionChunk(300)], pixel: () => [shade, shade, shade] });
}

/** Whether a file has the bytes of a picture of this shade. */
function isPicture(bytes: Uint8Array | undefined, shade: number): boolean {
  return bytes !== undefined && Buffer.from(bytes).equals(pictureOf(shade));
}

/** A campaign whose letters have a logo, and of which that to the chair has a map, in a demand too. */
function aPicturedCampaign(changes: Readonly<Record<string, MemoryFile>> = {}): Record<string, MemoryFile> {
  const body = (aCampaign()[CHAIR] ?? '').replace('We ask you:', '![A map](maps/north.png "50mm")\n\nWe ask you:');
  return {
    ...aCampaign({ [LETTER]: SETTINGS + LOGO, [CHAIR]: body }),
    [`${FOLDER}/seal.png`]: pictureOf(1),
    [`${FOLDER}/maps/north.png`]: pictureOf(2),
    ...changes,
  };
}

/** Runs commands on a campaign and a folder of letters. */
function commandsOn(output = new Map<string, Uint8Array>()) {
  const run = async (command: string, files: Readonly<Record<string, MemoryFile>> = aPicturedCampaign()) => {
    const { code, out, err } = await runInMemory(command.split(' '), memoryWorld(files, output).world);
    return { code, out, text: out + err };
  };
  const textOf = (path: string): string => new TextDecoder().decode(output.get(path));
  return { run, output, textOf, names: (): readonly string[] => [...output.keys()].toSorted() };
}

/** What `generate --json` prints, as far as it is asserted. */
interface GenerateDocument {
  readonly letters: readonly {
    readonly files: readonly { readonly path: string; readonly state: string; readonly picture?: true }[];
  }[];
  readonly summary: Readonly<Record<'written' | 'unchanged', number>>;
}

const CHANGED_MAP = { [`${FOLDER}/maps/north.png`]: pictureOf(3) };

describe('generate', () => {
  test('lists and counts each picture once, in a dry run too, and records it with each letter that has it', async () => {
    const { run, names } = commandsOn();
    const planned = await run('generate --dry-run');
    expect(planned.text.split('\n').filter((line) => line.endsWith('.png'))).toEqual([
      'out/appeal/maps/north.png',
      'out/appeal/seal.png',
    ]);
    expect(planned.text).toContain('2 letters: 6 files would be written');
    expect((await run('generate --dry-run --to pdf')).text).toContain('2 letters: 2 files would be written');
    expect(names()).toEqual([]);
    for (const [command, state] of [
      ['generate --json', 'written'],
      ['generate the-chair be-minister --json', 'unchanged'],
    ] as const) {
      const { letters, summary } = JSON.parse((await run(command)).out) as GenerateDocument;
      expect(summary[state]).toBe(6);
      const pictures = letters.map(({ files }) => files.filter(({ picture }) => picture));
      const seal = { path: 'appeal/seal.png', state, picture: true };
      expect(pictures).toEqual([[{ ...seal, path: 'appeal/maps/north.png' }, seal], [seal]]);
    }
    expect((await run('generate')).text).toContain('2 letters: 0 files written, 6 unchanged');
  });

  test('copies none for PDF alone, nor for a letter on standard output', async () => {
    const { run, names } = commandsOn();
    await run('generate --to pdf');
    expect(names().filter((name) => name.endsWith('.png'))).toEqual([]);
    const { text } = await run('generate the-chair --to md -o -');
    expect(text).toContain('![A map](maps/north.png)');
    expect(text).toContain('the letter names seal.png, maps/north.png: the pictures are not on standard output');
  });

  test('makes the letters again that have a changed picture, and no others', async () => {
    const { run, output } = commandsOn();
    await run('generate');
    expect((await run('generate')).text).toContain('2 letters: 0 files written, 6 unchanged');
    const files = aPicturedCampaign(CHANGED_MAP);
    expect((await run('generate', files)).text).toContain('2 letters: 2 files written, 4 unchanged');
    expect(isPicture(output.get('appeal/maps/north.png'), 3)).toBe(true);
  });

  test('writes a picture again that was deleted', async () => {
    const { run, output } = commandsOn();
    await run('generate --to md');
    output.delete('appeal/seal.png');
    await run('generate --to md');
    expect(isPicture(output.get('appeal/seal.png'), 1)).toBe(true);
  });

  test('writes no letter beside a file that is not its picture, unless it may replace it', async () => {
    const { run, names } = commandsOn(new Map([['appeal/maps/north.png', new Uint8Array([1])]]));
    const first = await run('generate --to md');
    expect(first.text).toMatch(/output\/foreign-file.*\n.*maps\/north\.png/u);
    expect([first.code, names().includes('appeal/the-chair.en.md')]).toEqual([1, false]);
    expect((await run('generate --to md')).code).toBe(1);
    expect((await run('generate --to md --force')).code).toBe(0);
    expect(names()).toContain('appeal/the-chair.en.md');
  });
});

describe('other commands', () => {
  test('check compares each picture once, and says which is out of date, changed or missing', async () => {
    const { run, output } = commandsOn();
    await run('generate --to md');
    expect((await run('check')).text).toContain('4 files of 2 letters: 4 fresh');
    expect((await run('check', aPicturedCampaign(CHANGED_MAP))).text).toContain('3 fresh, 1 stale');
    output.set('appeal/seal.png', pictureOf(9));
    expect((await run('check')).text).toContain('3 fresh, 1 changed by hand');
    output.delete('appeal/seal.png');
    const missing = await run('check');
    expect(missing.text).toContain('this picture is missing');
    expect(missing.text).toContain('3 fresh, 1 missing');
  });
});
