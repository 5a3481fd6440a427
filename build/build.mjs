/**
 * Builds the package: the command line and the library as two entries of one bundle, so that neither holds a copy of the
 * other's modules, in dist/program/; dist/index.js, by which ES modules import the library; its types, from the compiler.
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
