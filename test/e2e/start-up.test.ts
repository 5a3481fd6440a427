import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcess } from '../support/in-process.ts';
import { listLoadedModules, modulesMatching } from '../support/loaded.ts';
import { ROOT, temporaryFolder } from '../support/run-demarche.ts';

const COMMANDS = readdirSync(join(ROOT, 'src/commands'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const CAMPAIGN = 'test/golden/good-campaign';

describe('the modules loaded', () => {
  test.each([
    ['--help', []],
    ['list --help', ['list']],
  ])(
    'by %s are commander, a part of cli/ and the definitions of all commands, but no other file of a command',
    async (_, command) => {
      const { code, err, modules, packages, builtins } = await listLoadedModules([...command, '--help']);
      expect([code, err]).toEqual([0, '']);
      expect(packages).toEqual(['@commander-js/extra-typings', 'commander']);
      expect(COMMANDS.length).toBeGreaterThan(12);
      expect(modulesMatching(modules, /^commands\//)).toEqual(
        ['commands/commands', ...COMMANDS.map((name) => `commands/${name}/command`)].toSorted(),
      );
      expect(modulesMatching(modules, /^(?!commands\/)/).join(' ')).toBe(
        'cli/define-command cli/describe-refusal cli/main cli/options cli/package cli/parse-options cli/process-shell ' +
          'cli/program cli/shell cli/system-error main model/artifact model/date model/language-tag report/neutralise',
      );
      expect(builtins).not.toContain('node:crypto');
      expect(builtins).not.toContain('node:v8');
    },
  );

  test('by a run with nothing to do include no package except commander', async () => {
    const args = ['generate', '-C', CAMPAIGN, '-o', temporaryFolder(), '--to', 'md'];
    await inProcess(ROOT, args);
    const run = await listLoadedModules(args);
    expect([run.code, run.err]).toEqual([0, expect.stringContaining('0 files written, 3 unchanged')]);
    expect(run.packages).toEqual(['@commander-js/extra-typings', 'commander']);
  });
});
