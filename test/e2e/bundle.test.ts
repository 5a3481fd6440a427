import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as api from '../../src/index.ts';
import { LOCALE_DATA } from '../../src/languages/locales.ts';
import { ROOT } from '../support/run-demarche.ts';

const PROGRAM = join(ROOT, 'dist/program');

/** The source modules of the bundled command line, as its source maps list them. */
const modules = readdirSync(PROGRAM)
  .filter((name) => name.endsWith('.map'))
  .flatMap((name) => (JSON.parse(readFileSync(join(PROGRAM, name), 'utf8')) as { readonly sources: string[] }).sources);

/** The bundled npm packages by name, each with the folders that its modules come from. */
function foldersOfPackages(): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  for (const path of modules) {
    const match = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path);
    if (match?.[1] !== undefined) folders.set(match[1], (folders.get(match[1]) ?? new Set()).add(match[0]));
  }
  return folders;
}

test('the bundle contains no module twice, and each library from one folder', () => {
  expect(modules.length).toBeGreaterThan(400);
  expect(new Set(modules).size).toBe(modules.length);
  const dist = readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' });
  expect(dist.filter((path) => /(?<!\.d)\.[cm]?[jt]s$/.test(path) && !path.startsWith('program'))).toEqual([
    'index.js',
  ]);
  const packages = [...foldersOfPackages()];
  expect(packages.length).toBeGreaterThan(20);
  expect(packages.filter(([, folders]) => folders.size > 1)).toEqual([]);
});

test('the bundle contains pdfkit and its colour profile, but not fontkit', () => {
  const packages = foldersOfPackages();
  expect([packages.has('pdfkit'), packages.has('png-js'), packages.has('fontkit')]).toEqual([true, true, false]);
  const profile = readFileSync(join(PROGRAM, 'data/sRGB_IEC61966_2_1.icc'));
  expect(profile.toString('latin1', 36, 40)).toBe('acsp');
});

test('the bundle contains nothing that connects', () => {
  const texts = readdirSync(PROGRAM)
    .filter((name) => name.endsWith('.cjs'))
    .map((name) => readFileSync(join(PROGRAM, name), 'utf8'));
  expect(texts.some((text) => text.includes('X-Unsent'))).toBe(true);
  const connecting = /require\(["'](?:node:)?(?:net|tls|dns|dgram|http2|https)["']\)/;
  expect(texts.filter((text) => connecting.test(text))).toEqual([]);
  expect([...(foldersOfPackages().get('nodemailer') ?? [])]).toHaveLength(1);
  expect(modules.filter((path) => /nodemailer.*(?:transport|connection|smtp|cookies)/.test(path))).toEqual([]);
});

describe('the licences of the bundled packages', () => {
  const bundled = [...foldersOfPackages().keys()].toSorted();
  /** Packages without a licence in their package.json; their licence file is the MIT licence. */
  const unnamed: Readonly<Record<string, string>> = { 'png-js': 'MIT' };
  const licenceOf = (name: string): string => {
    const text = readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
    return (JSON.parse(text) as { license?: string }).license ?? unnamed[name] ?? 'not known';
  };

  test('are listed in NOTICE, and those of no other package', () => {
    const [, section = ''] = readFileSync(join(ROOT, 'NOTICE'), 'utf8').split('\nLibraries\n');
    const [table = ''] = section.split('\nThese packages are loaded');
    const listed = [...table.matchAll(/^ {2}(\S+) {2,}(\S+)$/gm)].map(([, name = '', licence = '']) => [name, licence]);
    expect(listed).toEqual(bundled.map((name) => [name, licenceOf(name)]));
  });

  test('are with the bundle, as texts', () => {
    const text = readFileSync(join(PROGRAM, 'LICENCES.txt'), 'utf8');
    const texts = text.replace(/^.*\n\n/, '').split(/\n-{72}\n\n/);
    expect(texts.map((each) => each.split(' ')[0])).toEqual(bundled);
    expect(texts.filter((each) => each.length < 500)).toEqual([]);
  });

  test('are referred to by each file of hyphenation patterns', () => {
    const files = readdirSync(PROGRAM).filter((name) => name.endsWith('.cjs'));
    const patterns = files
      .map((name) => readFileSync(join(PROGRAM, name), 'utf8'))
      .filter((text) => text.includes('node_modules/hyphen/patterns/'));
    // A variant of a language can have the patterns of the language.
    const loaders = new Set([...LOCALE_DATA.values()].map(({ hyphenation }) => hyphenation?.patterns));
    loaders.delete(undefined);
    expect(patterns).toHaveLength(loaders.size);
    for (const text of patterns) expect(text.slice(0, 400)).toMatch(/\/\*! Patterns of .*: see NOTICE\. \*\//u);
  });

  test('are known for the packages that are loaded from their own folders', () => {
    const notice = readFileSync(join(ROOT, 'NOTICE'), 'utf8');
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const others = Object.keys(dependencies).filter((name) => !bundled.includes(name));
    expect(others).toEqual([
      '@expo-google-fonts/amiri',
      '@expo-google-fonts/noto-sans',
      '@expo-google-fonts/noto-serif',
      'harfbuzzjs',
      'saxes',
    ]);
    for (const name of others) expect(notice).toContain(name.replace(/^@expo-google-fonts(?=\/(?!noto-serif))/, ''));
  });
});

test('the bundled library exports the same names as its source', async () => {
  const library = (await import(join(ROOT, 'dist/index.js'))) as object;
  expect(Object.keys(library).toSorted()).toEqual(Object.keys(api).toSorted());
});
