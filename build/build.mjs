/**
 * Builds the package:
 * - dist/program/: one bundle with two entries, the command line and the library, which share their modules;
 * - dist/index.js: the ES module by which users import the library;
 * - dist/types/: the declarations of the library, from the TypeScript compiler.
 */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

const compiler = join(root, 'node_modules/typescript/bin/tsc');
rmSync(join(dist, 'types'), { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '-p', join(root, 'build/tsconfig.json')], { stdio: 'inherit' });
const { index } = await bundle({ main: 'src/main.ts', index: 'src/index.ts' }, join(dist, 'program'));
writeFileSync(
  join(dist, 'index.js'),
  `import program from './program/index.cjs';\n\nexport const { ${index.join(', ')} } = program;\n`,
);
