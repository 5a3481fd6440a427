/**
 * Bundles modules of this project with the libraries that they run: finding and linking three hundred small modules takes
 * longer than a letter. What only some commands load stays in files of its own, as in the source. The files are CommonJS,
 * which Node loads in less time than it takes to start its loader of ES modules.
 */
import { deepStrictEqual } from 'node:assert';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');

const STAND_INS = {
  // Commander can run subcommands as programs of their own. Ours never does, and to load the means takes its time.
  'node:child_process': 'export {};',
  // pdfkit reads fonts with it, to draw text that is not drawn here.
  fontkit: 'export const create = undefined;',
  // The classes of characters for breaking lines come deflated, and Node inflates them ten times faster.
  'tiny-inflate': `const { inflateRawSync } = require('node:zlib');
    module.exports = (source, target) => { target.set(inflateRawSync(source)); return target; };`,
};

/**
 * Bundles entry modules, by name, into a folder. `standIns` are further modules to put in the place of others, by the
 * end of their path; one that matches no module is an error. Gives the names of what each entry exports.
 */
export async function bundle(entries, folder, standIns = {}) {
  const made = await rolldown({
    cwd: root,
    input: entries,
    platform: 'node',
    // Its WebAssembly lies beside it.
    external: ['harfbuzzjs'],
    plugins: [inTheirPlace(STAND_INS, standIns), asJson(/\/hyphen\/patterns\/[\w-]+\.js$/)],
    // A busy machine is no fault of the bundle.
    checks: { bundlerTimings: false },
    onLog: (level, log, report) => {
      // Some commands load late what others load at once: there the late import makes no file of its own.
      if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') report('error', log);
    },
  });
  const { output } = await made.write({
    dir: folder,
    format: 'cjs',
    cleanDir: true,
    sourcemap: true,
    sourcemapExcludeSources: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
  });
  await made.close();
  // pdfkit reads its colour profile from beside itself.
  const profile = 'data/sRGB_IEC61966_2_1.icc';
  cpSync(join(root, 'node_modules/pdfkit/js', profile), join(folder, profile));
  const chunks = output.filter((file) => file.type === 'chunk');
  writeFileSync(join(folder, 'LICENCES.txt'), licences(chunks.flatMap((file) => Object.keys(file.modules))));
  return Object.fromEntries(chunks.filter((file) => file.isEntry).map((file) => [file.name, file.exports]));
}

/** Puts other modules in the place of some, by name or by the end of their path. */
function inTheirPlace(byName, byPath) {
  const isStandIn = (id) => id.startsWith('\0for-');
  const unmatched = new Set(Object.keys(byPath));
  return {
    name: 'stand-ins',
    resolveId: (name) => (Object.hasOwn(byName, name) ? `\0for-${name}` : undefined),
    load: (id) => {
      if (isStandIn(id)) return byName[id.slice('\0for-'.length)];
      const path = Object.keys(byPath).find((end) => id.endsWith(end));
      unmatched.delete(path);
      return byPath[path];
    },
    buildEnd: () => {
      if (unmatched.size > 0) throw new Error(`no module ends with ${[...unmatched].join(', ')}`);
    },
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
