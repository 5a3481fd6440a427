import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderWith, putFile } from '../support/in-process.ts';
import { ROOT, copyOfCampaign } from '../support/run-demarche.ts';

const EXAMPLES = [...readFileSync(join(ROOT, 'docs/library.md'), 'utf8').matchAll(/^```js\n(.*?)^```$/gmsu)].map(
  ([, code]) => code ?? '',
);

/** Creates a folder where this package is installed, and the sample campaign is in the folder `campaign`. */
function folderWithLibrary(): string {
  const folder = folderWith({ 'package.json': '{ "type": "module" }' });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules/demarche'), 'dir');
  symlinkSync(copyOfCampaign(), join(folder, 'campaign'), 'dir');
  return folder;
}

/** Runs an example with Node in a folder. */
function runExample(index: number, folder: string): { code: number | null; out: readonly string[]; err: string } {
  putFile(folder, 'example.js', EXAMPLES[index] ?? '');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['example.js'], { cwd: folder, encoding: 'utf8' });
  return { code: status, out: stdout.trimEnd().split('\n'), err: stderr };
}

describe('the examples of docs/library.md', () => {
  beforeAll(() => {
    expect(EXAMPLES).toHaveLength(2);
  });

  test('the first makes all letters in memory and writes nothing', () => {
    const folder = folderWithLibrary();
    const { code, out, err } = runExample(0, folder);
    expect([code, err, out.length]).toEqual([0, '', 47]);
    expect(out).toContainEqual(expect.stringMatching(/^eu-fr\.en\.md \d{4,}$/));
    expect(readdirSync(join(folder, 'campaign'))).toEqual(['recipients', 'templates']);
  });

  test('the first reports a fault with its file and line', () => {
    const folder = folderWithLibrary();
    putFile(folder, 'campaign/templates/open-letter/letter.yaml', 'status: nonsense\n');
    const { code, err } = runExample(0, folder);
    expect([code, err.split('\n')[0]]).toEqual([1, expect.stringMatching(/^error in .*letter\.yaml, line 1: /)]);
  });

  test('the second writes two letters, and nothing when it is run again', () => {
    const folder = folderWithLibrary();
    const paths = ['eu-fr.en.md', 'eu-fr.en.pdf', 'eu-de.en.md', 'eu-de.en.pdf'].map((name) => `open-letter/${name}`);
    const linesWith = (state: string): string[] => paths.map((path) => `${path} ${state}`);
    expect(runExample(1, folder)).toEqual({ code: 0, out: linesWith('written'), err: '' });
    expect(readdirSync(join(folder, 'letters'))).toEqual(['open-letter']);
    expect(runExample(1, folder)).toEqual({ code: 0, out: linesWith('unchanged'), err: '' });
  });

  test('have sound types', () => {
    const folder = folderWithLibrary();
    const settings = {
      compilerOptions: {
        strict: true,
        noEmit: true,
        module: 'nodenext',
        target: 'es2023',
        skipLibCheck: true,
        typeRoots: [join(ROOT, 'node_modules/@types')],
        types: ['node'],
      },
    };
    putFile(folder, 'tsconfig.json', JSON.stringify(settings));
    // The example is JavaScript, so its own parameter has no type.
    const types = "import type { Outcome } from 'demarche';\n";
    for (const [index, code] of EXAMPLES.entries()) {
      putFile(
        folder,
        `example-${index}.ts`,
        types + code.replace('({ diagnostics })', '({ diagnostics }: Outcome<unknown>)'),
      );
    }
    execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc')], { cwd: folder, stdio: 'pipe' });
  });
});
