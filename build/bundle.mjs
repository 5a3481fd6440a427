/**
 * Bundles the command line and the libraries that it runs into a few files under dist/program/: finding and linking
 * three hundred small modules took longer than a letter. What only some commands load stays in files of its own, as in
 * the source. They are CommonJS, which Node loads in less time than it takes to start its loader of ES modules. The library
 * (dist/index.js) is not bundled: its users have bundlers of their own.
 */
import { deepStrictEqual } from 'node:assert';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const program = join(root, 'dist/program');

const STAND_INS = {
  // Commander can run subcommands as programs of their own. Ours never does, and to load the means takes its time.
  'node:child_process': 'export {};',
  // pdfkit reads fonts with it, to draw text that is not drawn here.
  fontkit: 'export const create = undefined;',
  // The classes of characters for breaking lines come deflated, and Node inflates them ten times faster.
  'tiny-inflate': `const { inflateRawSync } = require('node:zlib');
    module.exports = (source, target) => { target.set(inflateRawSync(source)); return target; };`,
};

const bundle = await rolldown({
  cwd: root,
  input: 'src/cli/main.ts',
  platform: 'node',
  // Its WebAssembly lies beside it.
  external: ['harfbuzzjs'],
  plugins: [standIns(STAND_INS), asJson(/\/hyphen\/patterns\/[\w-]+\.js$/)],
  onLog: (level, log, report) => {
    // Some commands load late what others load at once: there the late import makes no file of its own.
    if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') report('error', log);
  },
});
const { output } = await bundle.write({
  dir: program,
  format: 'cjs',
  cleanDir: true,
  sourcemap: true,
  sourcemapExcludeSources: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
});
await bundle.close();
// pdfkit reads its colour profile from beside itself.
cpSync(join(root, 'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc'), join(program, 'data/sRGB_IEC61966_2_1.icc'));
const modules = output.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
writeFileSync(join(program, 'LICENCES.txt'), licences(modules));

/** Puts other modules in the place of some, by name. */
function standIns(codes) {
  const isStandIn = (id) => id.startsWith('\0for-');
  return {
    name: 'stand-ins',
    resolveId: (name) => (Object.hasOwn(codes, name) ? `\0for-${name}` : undefined),
    load: (id) => (isStandIn(id) ? codes[id.slice('\0for-'.length)] : undefined),
  };
}

/** Modules that are one large value: an engine reads JSON several times faster than the same as a program. */
function asJson(modules) {
  return {
    name: 'as-json',
    load: (id) => {
      if (!modules.test(id)) return undefined;
      const value = createRequire(import.meta.url)(id);
      const json = JSON.stringify(value);
      deepStrictEqual(JSON.parse(json), value);
      return `export default JSON.parse(${JSON.stringify(json)});`;
    },
  };
}

/** Bundling copies the libraries, and their licences ask to come along. */
function licences(paths) {
  const packages = new Set(paths.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  const texts = [...packages]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      if (file === undefined) throw new Error(`${name} has no licence with it`);
      const title = license === undefined ? `${name} ${version}` : `${name} ${version} (${license})`;
      return `${title}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    });
  return `The files beside this one hold these packages.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
