import { describe, expect, test } from 'vitest';
import { aCampaign } from '../../support/a-campaign.ts';
import { encodeJpeg } from '../../support/encode-jpeg.ts';
import { encodePng, resolutionChunk } from '../../support/encode-png.ts';
import { type MemoryFile, memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

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

const CHANGED_MAP = { [`${FOLDER}/maps/north.png`]: pictureOf(3) };

describe('generate', () => {
  test('copies the pictures beside the Markdown, under the paths that it names, and records them', async () => {
    const { run, output, textOf, names } = commandsOn();
    expect((await run('generate --to md')).text).toContain('2 letters: 4 files written');
    expect(names()).toEqual([
      'appeal/be-minister.en.md',
      'appeal/manifest.ndjson',
      'appeal/maps/north.png',
      'appeal/seal.png',
      'appeal/the-chair.en.md',
    ]);
    expect(textOf('appeal/the-chair.en.md')).toContain('\n![The seal](seal.png)\n');
    expect(textOf('appeal/the-chair.en.md')).toContain('\n![A map](maps/north.png)\n');
    expect(textOf('appeal/be-minister.en.md')).not.toContain('north');
    expect(isPicture(output.get('appeal/maps/north.png'), 2)).toBe(true);
    const pictures = [...textOf('appeal/manifest.ndjson').matchAll(/"name":"([^"]+)"[^{}]*"picture":true/gu)];
    expect(pictures.map(([, name]) => name)).toEqual(['seal.png', 'maps/north.png', 'seal.png']);
  });

  test.each(['md', 'pdf'])('writes no letter in %s with a picture whose pixels are damaged', async (format) => {
    const { run, names } = commandsOn();
    const damaged = encodeJpeg({ width: 600, height: 300 }).subarray(0, -20);
    const files = aPicturedCampaign({
      [LETTER]: SETTINGS + LOGO.replace('seal.png', 'seal.jpg'),
      [`${FOLDER}/seal.jpg`]: Buffer.concat([damaged, Buffer.from([0xff, 0xd9])]),
    });
    expect((await run(`generate --to ${format}`, files)).text).toMatch(/picture\/refused.*seal\.jpg/u);
    expect(names()).toEqual([]);
  });

  test('replaces a changed picture for a letter that had none of its own before', async () => {
    const { run, output } = commandsOn();
    await run('generate the-chair --to md');
    const minister = {
      [`${FOLDER}/en/body/minister.md`]:
        '# The Charter\n\n{{passage "thanks"}}\n\n![A map](maps/north.png)\n\n{{demands}}\n',
    };
    const { text } = await run('generate be-minister --to md', aPicturedCampaign({ ...CHANGED_MAP, ...minister }));
    expect(text).toContain('1 letter: 2 files written');
    expect(isPicture(output.get('appeal/maps/north.png'), 3)).toBe(true);
  });

  test('does not say that a letter is current whose picture could not be written', async () => {
    const { world, output } = memoryWorld(aPicturedCampaign());
    const write: typeof world.output.write = (path, content) =>
      path.endsWith('.png') ? Promise.resolve({ ok: false, reason: 'full' }) : world.output.write(path, content);
    const failed = await runInMemory(['generate', '--to', 'md'], { ...world, output: { ...world.output, write } });
    expect([failed.code, output.has('appeal/the-chair.en.md')]).toEqual([1, false]);
    const again = await runInMemory(['generate', '--to', 'md'], world);
    expect(again.err).toContain('2 letters: 4 files written');
  });
});

describe('a signatory with an image', () => {
  test('is printed also where the image is not', async () => {
    const { run, textOf, names } = commandsOn();
    const settings = SETTINGS.replace('{ en: The Society } }', '{ en: The Society }, image: { file: seal.png } }');
    await run('generate --to md', aPicturedCampaign({ [LETTER]: settings }));
    expect(textOf('appeal/the-chair.en.md')).toMatch(/\nThe Society\n\nEnclosure/u);
    expect(names()).not.toContain('appeal/seal.png');
  });
});

describe('other commands', () => {
  test('dispatch sends the letter and not its picture', async () => {
    const { run } = commandsOn();
    await run('generate --to md');
    expect((await run('dispatch')).text).toMatch(/the-chair,appeal,[^\n]*appeal\/the-chair\.en\.md/u);
  });

  test('review names the pictures with their words, and copies them', async () => {
    const { run, names, textOf } = commandsOn();
    expect((await run('review --to md')).code).toBe(0);
    expect(textOf('appeal/chair.en.md')).toContain('Picture: maps/north.png, read out as: A map');
    expect(names()).toContain('appeal/maps/north.png');
  });
});
