import { describe, expect, test } from 'vitest';
import { aCampaign } from '../../support/a-campaign.ts';
import { aPdf } from '../../support/a-pdf.ts';
import { type MemoryFile, memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

const FOLDER = 'templates/appeal';
const LETTER = `${FOLDER}/letter.yaml`;
const SETTINGS = aCampaign()[LETTER] ?? '';
const SURVEY = '{ id: survey, title: { en: Survey of the bridges }, file: { fr: annexes/enquete.pdf } }';
const MAP = '{ id: map, title: Map, file: annexes/map.txt, for: chair }';

/** A campaign whose letters enclose a source and a survey in French, and that to the chair a map too. */
function enclosing(changes: Readonly<Record<string, MemoryFile>> = {}, files = `${SURVEY}, ${MAP}`) {
  return {
    ...aCampaign({ [LETTER]: SETTINGS.replace('enclosures: [charter]', `enclosures: [charter, ${files}]`) }),
    [`${FOLDER}/annexes/enquete.pdf`]: aPdf({ language: 'fr' }),
    [`${FOLDER}/annexes/map.txt`]: 'A map\n',
    ...changes,
  };
}

const CHANGED_MAP = { [`${FOLDER}/annexes/map.txt`]: 'Another map\n' };

/** Runs commands on a campaign and a folder of letters. */
function commandsOn(output = new Map<string, Uint8Array>()) {
  const run = async (command: string, files: Readonly<Record<string, MemoryFile>> = enclosing()) => {
    const { code, out, err } = await runInMemory(command.split(' '), memoryWorld(files, output).world);
    return { code, out, text: out + err };
  };
  const textOf = (path: string): string => new TextDecoder().decode(output.get(path));
  return { run, output, textOf, names: (): readonly string[] => [...output.keys()].toSorted() };
}

/** What `generate --json` prints, as far as it is asserted. */
interface GenerateDocument {
  readonly letters: readonly {
    readonly recipient: string;
    readonly files: readonly { readonly path: string; readonly state: string; readonly enclosure?: true }[];
  }[];
}

describe('generate', () => {
  test('lists the enclosures of each letter in order, and the language of one in another', async () => {
    const { run, textOf } = commandsOn();
    expect((await run('generate --to md')).code).toBe(0);
    expect(textOf('appeal/the-chair.en.md')).toMatch(
      /Enclosures\n\n- .*Charter.*\n- Survey of the bridges \(in French\)\n- Map\n/u,
    );
    expect(textOf('appeal/be-minister.en.md')).toMatch(/\n- Survey of the bridges \(in French\)\n(?!- Map)/u);
  });

  test.each(['md', 'pdf', 'md,pdf'])('copies each once beside letters in %s, and records it', async (formats) => {
    const { run, textOf, names } = commandsOn();
    await run(`generate --to ${formats}`);
    expect(names().filter((name) => name.includes('/enclosures/'))).toEqual([
      'appeal/enclosures/enquete.pdf',
      'appeal/enclosures/map.txt',
    ]);
    const recorded = [...textOf('appeal/manifest.ndjson').matchAll(/"name":"([^"]+)"[^{}]*"enclosure":true/gu)];
    expect(recorded.map(([, name]) => name)).toEqual([
      'enclosures/enquete.pdf',
      'enclosures/enquete.pdf',
      'enclosures/map.txt',
    ]);
    const again = await run(`generate --to ${formats}`);
    expect(again.text).toContain(' 0 files written');
  });

  test('counts each once, and names it with the letters that have it', async () => {
    const { run } = commandsOn();
    const planned = await run('generate --dry-run --to md');
    expect(planned.text).toContain('2 letters: 4 files would be written');
    const { letters } = JSON.parse((await run('generate --to md --json')).out) as GenerateDocument;
    const enclosures = letters.map(({ files }) => files.filter(({ enclosure }) => enclosure).map(({ path }) => path));
    expect(enclosures.toSorted((a, b) => b.length - a.length)).toEqual([
      ['appeal/enclosures/enquete.pdf', 'appeal/enclosures/map.txt'],
      ['appeal/enclosures/enquete.pdf'],
    ]);
  });

  test('makes the letters again whose enclosure has changed, and no others', async () => {
    const { run, textOf } = commandsOn();
    await run('generate --to md');
    const inputsOf = (name: string): string | undefined =>
      new RegExp(`"name":"${name}","inputs":"(\\w+)"`, 'u').exec(textOf('appeal/manifest.ndjson'))?.[1];
    const before = ['the-chair.en.md', 'be-minister.en.md'].map(inputsOf);
    const stale = await run('check', enclosing(CHANGED_MAP));
    expect([...stale.text.matchAll(/output\/stale.*\n.*out\/(\S+):1:1/gu)].map(([, path]) => path)).toEqual([
      'appeal/enclosures/map.txt',
    ]);
    expect(stale.text).toContain('demarche generate the-chair');
    await run('generate --to md', enclosing(CHANGED_MAP));
    expect(textOf('appeal/enclosures/map.txt')).toBe('Another map\n');
    const after = ['the-chair.en.md', 'be-minister.en.md'].map(inputsOf);
    expect(before.map((inputs, index) => inputs === after[index])).toEqual([false, true]);
    expect((await run('check', enclosing(CHANGED_MAP))).code).toBe(0);
  });

  test('deletes a copy that no letter has any more, unless it was changed', async () => {
    const { run, output, names } = commandsOn();
    await run('generate --to md');
    await run('generate the-chair --to md', enclosing({}, SURVEY));
    expect(names()).toContain('appeal/enclosures/map.txt');
    const again = commandsOn();
    await again.run('generate --to md');
    await again.run('generate --to md', enclosing({}, SURVEY));
    expect(again.names().filter((name) => name.includes('/enclosures/'))).toEqual(['appeal/enclosures/enquete.pdf']);
    const edited = commandsOn();
    await edited.run('generate --to md');
    edited.output.set('appeal/enclosures/map.txt', new Uint8Array([1]));
    await edited.run('generate --to md', enclosing({}, SURVEY));
    expect(edited.names()).toContain('appeal/enclosures/map.txt');
    expect(output.size).toBeGreaterThan(3);
  });

  test('writes no letter beside a file that is not its enclosure, unless it may replace it', async () => {
    const { run, names } = commandsOn(new Map([['appeal/enclosures/map.txt', new Uint8Array([1])]]));
    const first = await run('generate');
    expect(first.text).toMatch(/output\/foreign-file.*\n.*enclosures\/map\.txt/u);
    expect(names().filter((name) => name.includes('the-chair'))).toEqual([]);
    expect(names()).toContain('appeal/be-minister.en.pdf');
    expect((await run('generate --force')).code).toBe(0);
    expect(names()).toContain('appeal/the-chair.en.pdf');
  });

  test('embeds them in the PDF with --embed, which check then has to be told', async () => {
    const { run, output } = commandsOn();
    await run('generate --to pdf --embed');
    expect(Buffer.from(output.get('appeal/the-chair.en.pdf') ?? []).toString('latin1')).toContain('/Supplement');
    expect((await run('check --embed')).code).toBe(0);
    expect((await run('generate --to pdf --embed')).text).toContain(' 0 files written');
    expect((await run('check')).text).toContain('output/stale');
  });

  test('says of a letter on standard output that its enclosures are not there', async () => {
    const { run } = commandsOn();
    const { text } = await run('generate the-chair --to md -o -');
    expect(text).toContain('the letter has enclosures/enquete.pdf, enclosures/map.txt: the enclosures are not on');
  });
});

test('check reports an enclosure that is missing while others are there', async () => {
  const { run, output } = commandsOn();
  await run('generate --to md');
  output.delete('appeal/enclosures/map.txt');
  expect((await run('check')).text).toMatch(/output\/missing\]: this enclosure is missing\n.*enclosures\/map\.txt/u);
  output.delete('appeal/enclosures/enquete.pdf');
  expect((await run('check')).code).toBe(0);
});

test('dispatch names the titles of sources and the paths of files', async () => {
  const { run } = commandsOn();
  await run('generate');
  const { rows } = JSON.parse((await run('dispatch --json')).out) as {
    readonly rows: readonly { readonly recipient: string; readonly file: string; readonly enclosures: string[] }[];
  };
  const chair = rows.find(({ recipient }) => recipient === 'the-chair');
  expect(chair?.file).toBe('appeal/the-chair.en.pdf');
  expect(chair?.enclosures.slice(1)).toEqual(['appeal/enclosures/enquete.pdf', 'appeal/enclosures/map.txt']);
});

describe('what is enclosed is named, and why', () => {
  test('by explain', async () => {
    const { run } = commandsOn();
    const { out } = await run('explain the-chair');
    expect(out).toContain(`encloses     charter
             a source: templates/appeal/sources.yaml:1
encloses     survey
             templates/appeal/annexes/enquete.pdf, in fr
             for everyone: templates/appeal/letter.yaml:`);
    expect(out).toMatch(/\nencloses {5}map\n {13}templates\/appeal\/annexes\/map\.txt\n {13}for chair: /u);
    expect((await run('explain be-minister')).out).not.toContain('map.txt');
  });

  test('by explain with the groups that its rule tested', async () => {
    const groups = `${aCampaign()['recipients/groups.yaml'] ?? ''}  alliance:
    meaning: members of the alliance
    members: [{ state: BE, since: 2024-01-01, source: the alliance }]
`;
    const askedWith = async (files: string): Promise<boolean> => {
      const { run } = commandsOn();
      const { out } = await run('explain be-minister', enclosing({ 'recipients/groups.yaml': groups }, files));
      const [tested = ''] = out.split('also recorded');
      return tested.includes('in the group alliance');
    };
    expect(await askedWith(SURVEY)).toBe(false);
    expect(await askedWith(`${SURVEY}, ${MAP.replace('for: chair', 'for: { group: alliance }')}`)).toBe(true);
  });

  test('by list --json', async () => {
    const { run } = commandsOn();
    const { recipients } = JSON.parse((await run('list the-chair --json')).out) as {
      readonly recipients: readonly { readonly enclosures: readonly unknown[] }[];
    };
    expect(recipients[0]?.enclosures.slice(1)).toEqual([
      { id: 'survey', title: 'Survey of the bridges', copy: 'appeal/enclosures/enquete.pdf' },
      { id: 'map', title: 'Map', copy: 'appeal/enclosures/map.txt' },
    ]);
  });

  test('by review, which has them beside it', async () => {
    const { run, textOf, names } = commandsOn();
    expect((await run('review --to md')).code).toBe(0);
    const copies = names().filter((name) => name.endsWith('.md'));
    const lines = copies.flatMap((name) => /- Files enclosed: .*/u.exec(textOf(name)) ?? []).map(String);
    expect(lines.toSorted()).toEqual(['- Files enclosed: enquete.pdf', '- Files enclosed: enquete.pdf, map.txt']);
    expect(names()).toContain('appeal/enclosures/map.txt');
  });
});
