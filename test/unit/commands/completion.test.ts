import { describe, expect, test } from 'vitest';
import { bashScript } from '../../../src/commands/completion/bash-script.ts';
import { completedPlaces, completedValue, isKnownValue } from '../../../src/commands/completion/completed-values.ts';
import { fishScript } from '../../../src/commands/completion/fish-script.ts';
import { zshScript } from '../../../src/commands/completion/zsh-script.ts';
import type { CommandUsage } from '../../../src/model/command-usage.ts';
import { aCampaign } from '../../support/a-campaign.ts';
import { COMMAND_USAGES } from '../../support/command-usages.ts';
import { folderWith, inProcess } from '../../support/in-process.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

describe('completion', () => {
  test('knows how to complete every value that help names: add new ones to COMPLETED_VALUES', () => {
    const values = COMMAND_USAGES.flatMap(({ options, operands }) => [...options, ...operands]);
    expect(values.length).toBeGreaterThan(150);
    const unknown = values.filter(
      ({ value, choices }) =>
        value !== undefined && value !== 'command' && choices === undefined && !isKnownValue(value),
    );
    expect(unknown).toEqual([]);
  });

  test('completes choices, and names that demarche complete prints', async () => {
    expect(completedValue({ value: 'when', choices: ['auto', 'never'] })).toEqual({
      kind: 'words',
      words: ['auto', 'never'],
    });
    const kinds = completedPlaces(COMMAND_USAGES).flatMap(({ value }) => (value.kind === 'names' ? [value.of] : []));
    expect(kinds.length).toBeGreaterThan(7);
    for (const kind of kinds) {
      const { code, out } = await runInMemory(['complete', kind], memoryWorld(aCampaign()).world);
      expect([kind, code, out.trim() === '']).toEqual([kind, 0, kind === 'group' && out === '']);
    }
  });

  test.each([
    ['bash', bashScript],
    ['zsh', zshScript],
    ['fish', fishScript],
  ])('in %s has every command and every flag', async (shell, write) => {
    const script = write(COMMAND_USAGES);
    for (const { name, options } of COMMAND_USAGES) {
      expect(script).toContain(name);
      for (const { flags } of options) {
        const written =
          shell === 'fish' ? flags.map((flag) => flag.replace(/^--/u, '-l ').replace(/^-(?=\w$)/u, '-s ')) : flags;
        for (const flag of written) expect(script).toContain(flag);
      }
    }
    expect(script).toMatch(/\bcompletion\b/u);
    expect(script).not.toContain("'demarche complete'");
    expect(await inProcess('/', ['completion', shell])).toEqual({
      code: 0,
      out: script,
      err: '',
    });
  });

  test('quotes descriptions', () => {
    const usage: CommandUsage = {
      name: 'x',
      description: "one's \\ own: $(date)",
      options: [{ flags: ['--a'], value: undefined, choices: undefined, description: "a 'b'" }],
      operands: [],
    };
    expect(zshScript([usage])).toContain(String.raw`'x:one'\''s \ own: $(date)'`);
    expect(zshScript([usage])).toContain(String.raw`'--a:a '\''b'\'''`);
    expect(fishScript([usage])).toContain(String.raw`-d 'one\'s \\ own: $(date)'`);
  });

  test('of a shell that is not known is refused with the list', async () => {
    const { code, err } = await inProcess('/', ['completion', 'tcsh']);
    expect([code, err]).toEqual([2, expect.stringContaining('bash, zsh, fish')]);
  });
});

describe('demarche complete', () => {
  const files = {
    ...aCampaign(),
    'recipients/more.yaml': '- id: anna-müller\n- id: "$(touch x)"\n- id: a b\n- id: -x\n- id: "*"\n- { no: id }\n',
    'recipients/faulty.yaml': 'a: [\n',
    'templates/Lettre-été/letter.yaml': '',
  };

  test.each([
    ['recipient', 'the-chair\nbe-minister\nanna-müller\n'],
    ['letter', 'Lettre-été\nappeal\n'],
    ['role', 'chair\nminister\n'],
    ['state', 'BE\nFR\n'],
    ['language', 'en\nall\n'],
  ])('prints the names of each %s that can be typed without quotes', async (kind, out) => {
    const result = await runInMemory(['complete', kind], memoryWorld(files).world);
    expect({ ...result, out: result.out.split('\n').toSorted() }).toEqual({
      code: 0,
      out: out.split('\n').toSorted(),
      err: '',
    });
  });

  test('prints codes beside the ids to explain, and without a campaign', async () => {
    const { out } = await runInMemory(['complete', 'recipient-or-code'], memoryWorld(files).world);
    expect(out).toMatch(/^the-chair\n/m);
    expect(out).toMatch(/^data\/unknown-key\n/m);
    const alone = await inProcess(folderWith({}), ['complete', 'recipient-or-code']);
    expect([alone.code, alone.err]).toEqual([0, '']);
    expect(alone.out).toMatch(/^data\/unknown-key\n/m);
  });

  test('finds the campaign of -C and that of the current folder', async () => {
    const folder = folderWith(aCampaign());
    for (const [cwd, args] of [
      [`${folder}/templates/appeal`, []],
      ['/', ['-C', folder]],
    ] as const)
      expect(await inProcess(cwd, ['complete', 'letter', ...args])).toEqual({ code: 0, out: 'appeal\n', err: '' });
  });

  test('is not listed by help, and refuses unknown kinds', async () => {
    expect((await inProcess('/', ['--help'])).out).not.toContain('  complete ');
    expect((await inProcess('/', ['complete', 'toString'])).code).toBe(2);
  });
});
