import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from '../support/in-process.ts';
import { ROOT, temporaryFolder } from '../support/run-demarche.ts';
import { editFile, isAsShown, startSteps } from '../support/start-document.ts';

/** The commands of other programs, which `test/installs/` runs. */
const INSTALLS = /^(?:mkdir letters|cd letters|npm install .*)$/u;

test('docs/start.md: every command of demarche prints what the document shows, and the letters are there', async () => {
  const steps = startSteps();
  expect(steps.map(({ kind }) => kind).filter((kind) => kind !== 'command')).toEqual(
    // The settings, the text and the recipients; then the mistake in the recipients, and the status.
    ['file', 'file', 'file', 'change', 'change'],
  );
  let folder = temporaryFolder();
  const ran: string[] = [];
  for (const step of steps) {
    if (step.kind !== 'command') editFile(folder, step);
    else if (step.line === 'cd my-letter') folder = join(folder, 'my-letter');
    else if (step.line === 'rm -r out') {
      expect(readFileSync(join(folder, 'out/letter/library.en.md'), 'utf8')).toContain('\nDear Sir or Madam,\n');
      rmSync(join(folder, 'out'), { recursive: true });
    } else if (!INSTALLS.test(step.line)) {
      const args = /^npx demarche (.+)$/u.exec(step.line)?.[1]?.split(' ') ?? [];
      expect(args, step.line).not.toEqual([]);
      const { out, err } = await inProcess(folder, args, { npm_command: 'exec' });
      expect({ line: step.line, isAsShown: isAsShown(out + err, step.shown) || out + err }).toEqual({
        line: step.line,
        isAsShown: true,
      });
      ran.push(args[0] ?? '');
    }
  }
  expect(ran).toEqual(['--version', 'init', 'generate', 'validate', 'validate', 'generate', 'generate']);

  const document = readFileSync(join(ROOT, 'docs/start.md'), 'utf8').replaceAll(/\s+/gu, ' ');
  const salutations = { 'upper-town': 'Dear Ms Ferreira,', berg: 'Dear Anna Berg,' };
  for (const [name, salutation] of Object.entries(salutations)) {
    expect(document).toContain(`"${salutation}"`);
    expect(document).toContain(`out/letter/${name}.en.pdf`);
    expect(existsSync(join(folder, `out/letter/${name}.en.pdf`))).toBe(true);
    const letter = readFileSync(join(folder, `out/letter/${name}.en.md`), 'utf8');
    expect(letter).toContain(`\n${salutation}\n`);
    expect(letter).not.toContain('Draft');
  }
});
