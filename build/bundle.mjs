/**
 * Bundles modules of this project with the libraries that they import, as resolving and linking three hundred small
 * modules takes longer than making a letter. Modules that are imported dynamically stay in chunks of their own. The
 * output is CommonJS, which Node loads in less time than it takes to start its loader of ES modules.
 */
import { deepStrictEqual } from 'node:assert';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');

/** Source text that replaces modules where packages import them, by module specifier. */
const STAND_INS = {
  // Commander can run subcommands as separate processes, which is not used here; loading the module takes time.
  'node:child_process': 'export {};',
  // pdfkit parses fonts with it for drawing text, which is not used here.
  fontkit: 'export const create = undefined;',
  // nodemailer opens connections with them for sending, which is not used here: of it, the program has the composer.
  'node:net': 'export default {};',
  'node:dns': 'export default {};',
  // Decompresses the line-breaking classes of characters (UAX 14) for linebreak. zlib of Node is ten times as fast.
  'tiny-inflate': `const { inflateRawSync } = require('node:zlib');
    module.exports = (source, target) => { target.set(inflateRawSync(source)); return target; };`,
};

/**
 * The same for modules of nodemailer, by the end of their path: what fetches a file from an address, guesses the media
 * type of a file by its name, and reads addresses from text. The composer of drafts needs none of them.
 */
const COMPOSER_STAND_INS = {
  'nodemailer/dist/esm/fetch/index.js': unused('nothing is fetched'),
  'nodemailer/dist/esm/addressparser/index.js': unused('addresses are given in their parts'),
  'nodemailer/dist/esm/mime-funcs/mime-types.js': `
    export const detectMimeType = () => 'application/octet-stream';
    export const detectExtension = () => 'bin';`,
};

function unused(reason) {
  return `export default () => { throw new Error(${JSON.stringify(reason)}); };`;
}

/** The comment at the head of each file of hyphenation patterns; NOTICE has the rest. */
const PATTERNS_NOTICE =
  '/*! Patterns of https://hyphenation.org, changed from the form of TeX to that of the package hyphen, and to JSON: see NOTICE. */';

/**
 * Bundles entry modules into a folder. `entries`: their paths, by entry name. `standIns`: source text that replaces
 * further modules, by the end of their path; throws if one matches no module. Returns the names of the exports of each
 * entry.
 */
export async function bundle(entries, folder, standIns = {}) {
  const made = await rolldown({
    cwd: root,
    input: entries,
    platform: 'node',
    // harfbuzzjs reads its WebAssembly file from its own folder. saxes comes without the text of its licence, which
    // must accompany a copy of it.
    external: ['harfbuzzjs', 'saxes'],
    plugins: [
      inTheirPlace(STAND_INS, { ...COMPOSER_STAND_INS, ...standIns }),
      asJson(/\/hyphen\/patterns\/[\w-]+\.js$/, PATTERNS_NOTICE),
    ],
    // Timing warnings depend on the load of the machine.
    checks: { bundlerTimings: false },
    onLog: (level, log, report) => {
      // A module that is imported both dynamically and statically gets no chunk of its own, which is intended.
      // Every other message is an error.
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
  // pdfkit reads its colour profile from the folder of its code.
  const profile = 'data/sRGB_IEC61966_2_1.icc';
  cpSync(join(root, 'node_modules/pdfkit/js', profile), join(folder, profile));
  const chunks = output.filter((file) => file.type === 'chunk');
  writeFileSync(join(folder, 'LICENCES.txt'), licences(chunks.flatMap((file) => Object.keys(file.modules))));
  return Object.fromEntries(chunks.filter((file) => file.isEntry).map((file) => [file.name, file.exports]));
}

/**
 * A plugin that replaces modules: by module specifier where a package imports them, not where demarche does, or by the
 * end of their path.
 */
function inTheirPlace(byName, byPath) {
  const isStandIn = (id) => id.startsWith('\0for-');
  const unmatched = new Set(Object.keys(byPath));
  return {
    name: 'stand-ins',
    resolveId: (name, importer = '') =>
      Object.hasOwn(byName, name) && importer.includes('/node_modules/') ? `\0for-${name}` : undefined,
    load: (id) => {
      if (isStandIn(id)) return byName[id.slice('\0for-'.length)];
      const path = Object.keys(byPath).find((end) => id.endsWith(end));
      unmatched.delete(path);
      return byPath[path];
    },
    // The benchmarks bundle entries that need no mail: a package of which nothing is bundled has nothing to replace.
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const isBundled = (name) => ids.some((id) => id.includes(`/node_modules/${name}/`));
      const missing = [...unmatched].filter((path) => path.startsWith('src/') || isBundled(path.split('/', 1)[0]));
      if (missing.length > 0) throw new Error(`no module ends with ${missing.join(', ')}`);
    },
  };
}

/**
 * A plugin for modules that are one large value, as V8 parses JSON several times faster than the same JavaScript. Each
 * gets the `notice`, a comment, because the licences of some require that a changed file says so.
 */
function asJson(modules, notice) {
  return {
    name: 'as-json',
    load: (id) => {
      if (!modules.test(id)) return undefined;
      const value = createRequire(import.meta.url)(id);
      const json = JSON.stringify(value);
      deepStrictEqual(JSON.parse(json), value);
      return `${notice}\nexport default JSON.parse(${JSON.stringify(json)});`;
    },
  };
}

/** The licence texts of the bundled packages, which must accompany copies of them. */
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
