import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { createConventions } from '../../src/languages/conventions.ts';
import { LOCALE_DATA } from '../../src/languages/locales.ts';
import { SOURCED_KEYS, SOURCED_WORDS } from '../../src/languages/sourced-words.ts';
import type { Language } from '../../src/model/language.ts';
import { ROOT } from './run-demarche.ts';

const OPTIONS = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly prettier: Readonly<Record<string, unknown>>;
  }
).prettier;

/** The comment in the template in the place of the table. */
const TABLE = '<!-- table -->';

const ENGLISH_NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

/** Returns the text of `docs/languages.md`: `build/languages.md` with a row for each language of the product. */
export function languagesDocument(): Promise<string> {
  const template = readFileSync(join(ROOT, 'build/languages.md'), 'utf8');
  const names = [...LOCALE_DATA.keys()].map((tag) => ({ tag, name: ENGLISH_NAMES.of(tag) ?? tag }));
  const rows = names.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ tag, name }) => rowOf(tag, name));
  const table = [
    '| Language | Tag | A date | Hyphenation | Words kept on one line | Forms of address | Words with a source |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  return format(template.replace(TABLE, table), { ...OPTIONS, parser: 'markdown', proseWrap: 'always' });
}

function rowOf(tag: Language, name: string): string {
  const data = LOCALE_DATA.get(tag);
  if (data === undefined) throw new Error(`no locale data for ${tag}`);
  const { months, sources, hyphenation, keptTogether, plainForms } = data;
  const date = createConventions(data).date(1, months[2] ?? '', 2026);
  const sourced = SOURCED_KEYS.filter((key) => sources[key] !== undefined);
  const sourcedWords = sourced.map((key) => SOURCED_WORDS[key]).join(', ');
  const cells = [
    name,
    `\`${tag}\``,
    date,
    hyphenation === undefined ? 'no' : 'yes',
    keptTogether === undefined ? 'dates and initials' : 'its own too',
    plainForms === undefined ? 'the campaign’s' : 'yes',
    sourced.length === 0 ? 'none' : sourced.length === SOURCED_KEYS.length ? 'all' : sourcedWords,
  ];
  return `| ${cells.join(' | ')} |`;
}
