import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import type { Language } from '../../src/model/language.ts';
import { outputOf, requireTools } from '../conformance/tools.ts';

const VERSION = '0.15.2';
/** The folder of typst, which git ignores. */
const HOME = resolve(import.meta.dirname, '../../.typst');

/** Installs typst as a Python package, unless it is installed. */
export async function installTypst(): Promise<void> {
  const installed = join(HOME, `typst-${VERSION}`);
  if (existsSync(installed)) return;
  requireTools({ python3: 'python3' });
  await outputOf('python3', ['-m', 'venv', HOME]);
  await outputOf(join(HOME, 'bin/pip'), ['install', '--quiet', `typst==${VERSION}`]);
  writeFileSync(installed, '');
}

/** A paragraph, and how to typeset it; lengths are in points. */
export interface TypstParagraph {
  readonly text: string;
  readonly language: Language;
  readonly measure: number;
  readonly size: number;
}

/**
 * Typesets a paragraph with typst: justified, hyphenated, with the font files of demarche, and with hanging punctuation.
 */
export async function setByTypst({ text, language, measure, size }: TypstParagraph, file: string): Promise<void> {
  const region = language === 'en' ? ', region: "GB"' : '';
  const source = [
    `#set page(width: ${measure + 100}pt, height: 800pt, margin: 50pt)`,
    `#set text(font: "Noto Serif", size: ${size}pt, lang: "${language}"${region}, hyphenate: true)`,
    '#set par(justify: true, linebreaks: "optimized")',
    `#text(${JSON.stringify(text)})`,
  ].join('\n');
  await compileTypst(source, file);
}

/** Compiles typst markup to a PDF, with the font files of demarche only. */
export async function compileTypst(markup: string, file: string): Promise<void> {
  const source = file.replace(/\.pdf$/, '.typ');
  writeFileSync(source, markup);
  const require = createRequire(import.meta.url);
  const fontFolders = ['noto-serif', 'amiri'].map((family) =>
    dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)),
  );
  const script =
    'import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=sys.argv[3:], ignore_system_fonts=True)';
  await outputOf(join(HOME, 'bin/python'), ['-c', script, source, file, ...fontFolders]);
}
