/**
 * Builds the package:
 * - dist/program/: one bundle with two entries, the command line and the library, which share their modules;
 * - dist/index.js: the ES module by which users import the library;
 * - dist/types/: the declarations of the library, from the TypeScript compiler, of which it keeps those that are needed.
 *
 * With `--if-stale`, it builds nothing if the same build is there already.
 */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepNeededDeclarations } from './declarations.mjs';
import { buildWithStamp, isBuildFresh } from './stamp.mjs';

if (!process.argv.includes('--if-stale') || !isBuildFresh()) await buildWithStamp(build);

async function build() {
  const root = join(import.meta.dirname, '..');
  const dist = join(root, 'dist');
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  rmSync(join(dist, 'types'), { recursive: true, force: true });
  execFileSync(process.execPath, [compiler, '-p', join(root, 'build/tsconfig.json')], { stdio: 'inherit' });
  keepNeededDeclarations(join(dist, 'types'), 'index.d.ts');
  // Imported only here, because loading rolldown takes longer than comparing a stamp.
  const { bundle } = await import('./bundle.mjs');
  const { index } = await bundle({ main: 'src/main.ts', index: 'src/index.ts' }, join(dist, 'program'));
  writeFileSync(
    join(dist, 'index.js'),
    `import program from './program/index.cjs';\n\nexport const { ${index.join(', ')} } = program;\n`,
  );
}
