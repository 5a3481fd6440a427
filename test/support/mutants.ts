/** A text with one slip: a mistake that a tired writer might make. */
export interface Mutant {
  readonly operator: string;
  /** The text with the slip in it. */
  readonly text: string;
  /** The replaced text and its replacement, for people. */
  readonly change: string;
  /** The offset in the new text at which the check must report the slip; undefined if the text may be valid. */
  readonly faultOffset: number | undefined;
}

/** The names that a slip may put in place of the right one. */
export interface Names {
  readonly sources: readonly string[];
  readonly partials: readonly string[];
  readonly passages: readonly string[];
}

const TAG = /\{\{[^{}]*\}\}/g;
const BLOCK = /\{\{#if ([\w.]+)\}\}((?:[^{}]|\{\{[a-z.]+[A-Za-z.]*\}\})*?)(?:\{\{else\}\}([^{}]*))?\{\{\/if\}\}/g;

/** Applies every operator to every tag and block of a text. */
export function mutantsOf(text: string, names: Names): readonly Mutant[] {
  const mutants: Mutant[] = [];
  const change = (operator: string, start: number, end: number, replacement: string, offset?: number): void => {
    mutants.push({
      operator,
      text: text.slice(0, start) + replacement + text.slice(end),
      change: `${text.slice(start, end)} > ${replacement}`,
      faultOffset: offset === undefined ? undefined : start + offset,
    });
  };
  for (const { 0: tag, index: start } of text.matchAll(TAG)) {
    const end = start + tag.length;
    const all = (operator: string, replacements: readonly string[], offset?: number): void => {
      for (const replacement of replacements) change(operator, start, end, replacement, offset);
    };
    const [, path] = /^\{\{(\w+\.\w+)\}\}$/.exec(tag) ?? [];
    const [, guard] = /^\{\{#if ([\w.]+)\}\}$/.exec(tag) ?? [];
    const [, source, place] = /^\{\{cite "([^"]+)"(?: at="([^"]+)")?\}\}$/.exec(tag) ?? [];
    const [, partial] = /^\{\{> ([\w-]+)\}\}$/.exec(tag) ?? [];
    const [, passage] = /^\{\{passage "([^"]+)"\}\}$/.exec(tag) ?? [];
    if (path !== undefined) {
      all(
        'path: typo',
        typos(path).map((typo) => `{{${typo}}}`),
        2,
      );
      all('path: first part dropped', [`{{${path.slice(path.indexOf('.') + 1)}}}`], 2);
      all('path: wrong scope', [`{{../${path}}}`], 2);
      all('path: optional without guard', ['{{holder.name}}', '{{holder.honorific}}'], 2);
      all('path: list', ['{{signatories}}'], 2);
      all('tag: three braces', [`{{{${path}}}}`], 0);
      all('helper: none of the kind', [`{{upper ${path}}}`, `{{cite ${path}}}`], 0);
      all('markup: value in code', [`\`${tag}\``], 0);
      all('markup: value in HTML', [`<b title="${tag}">`], 0);
      all('markup: value in a link', [`[x](https://example.org/${tag})`], '[x](https://example.org/'.length);
      all(
        'path: another',
        ['{{recipient.title}}', '{{recipient.inText}}', '{{letter.date}}'].filter((replacement) => replacement !== tag),
      );
    }
    if (guard !== undefined) {
      all(
        'guard: typo',
        typos(guard).map((typo) => `{{#if ${typo}}}`),
        6,
      );
      all('guard: always there', ['{{#if letter.date}}', '{{#if signatories}}'], 6);
      all('block: closed by another', [`{{#iff ${guard}}}`, `{{#each ${guard}}}`]);
      all('block: opening lost', ['']);
    }
    if (tag === '{{/if}}') all('block: closing lost', ['']);
    if (source !== undefined) {
      const rest = tag.slice(`{{cite "${source}"`.length);
      all(
        'source: typo',
        typos(source).map((typo) => `{{cite "${typo}"${rest}`),
        0,
      );
      all(
        'helper: typo',
        typos('cite').map((typo) => `{{${typo} "${source}"${rest}`),
        0,
      );
      all('source: without quotes', [`{{cite source.key${rest}`], 0);
      all('argument: typo', [`{{cite "${source}" ta="x"}}`], 0);
      all('argument: twice', [`{{cite "${source}" at="x" at="y"}}`], 0);
      all('tag: three braces', [`{{{cite "${source}"}}}`], 0);
      all(
        'source: another',
        nextNames(source, names.sources).map((other) => `{{cite "${other}"${rest}`),
      );
      all('source: dropped', ['']);
      if (place !== undefined)
        all('argument: another', [`{{cite "${source}" at="${place}a"}}`, `{{cite "${source}"}}`]);
    }
    if (partial !== undefined) {
      all(
        'partial: typo',
        typos(partial).map((typo) => `{{> ${typo}}}`),
        0,
      );
      all('argument: unknown', [`{{> ${partial} who="x"}}`], `{{> ${partial} `.length);
      all('argument: by position', [`{{> ${partial} holder}}`], 0);
      all(
        'partial: swapped',
        nextNames(partial, names.partials).map((other) => `{{> ${other}}}`),
      );
      all('partial: dropped', ['']);
    }
    if (passage !== undefined) {
      all(
        'passage: typo',
        typos(passage).map((typo) => `{{passage "${typo}"}}`),
        0,
      );
      all(
        'helper: typo',
        typos('passage').map((typo) => `{{${typo} "${passage}"}}`),
        0,
      );
      all('passage: in a line', [`We add: ${tag}`], 8);
      all('passage: twice', [`${tag}\n\n${tag}`], tag.length + 2);
      all(
        'passage: swapped',
        nextNames(passage, names.passages).map((other) => `{{passage "${other}"}}`),
      );
      all('passage: dropped', ['']);
    }
    if (tag === '{{demands}}') {
      all(
        'helper: typo',
        typos('demands').map((typo) => `{{${typo}}}`),
        2,
      );
      all('demands: with arguments', ['{{demands "all"}}'], 0);
      all('demands: in a list', [`- ${tag}`], 2);
      all('demands: twice', [`${tag}\n\n${tag}`], tag.length + 2);
      change('demands: dropped', start, end, '', -start);
    }
    if (tag.startsWith('{{#') || tag.startsWith('{{/') || tag === '{{else}}') continue;
    all('tag: brace lost', [tag.slice(1), tag.slice(0, -1)], 0);
  }
  for (const { 0: block, 1: guard = '', 2: present = '', 3: absent, index: start } of text.matchAll(BLOCK)) {
    const end = start + block.length;
    const inner = present.indexOf('{{') + 2;
    const rest = block.slice(`{{#if ${guard}}}`.length);
    const unless = block.replace('#if', '#unless').replace('/if', '/unless');
    change('guard: dropped', start, end, present, inner);
    change('guard: turned', start, end, unless, `{{#unless ${guard}}}`.length + inner);
    change('guard: another', start, end, `{{#if holder.name}}${rest}`, '{{#if holder.name}}'.length + inner);
    change('block: typo', start, end, block.replace('#if', '#iff').replace('/if', '/iff'), 0);
    change('block: with', start, end, block.replace('#if', '#with').replace('/if', '/with'), 0);
    change('block: each', start, end, block.replace('#if', '#each').replace('/if', '/each'), 8);
    if (absent === undefined) continue;
    const swapped = `{{#if ${guard}}}${absent}{{else}}`;
    change('guard: branches swapped', start, end, `${swapped}${present}{{/if}}`, swapped.length + inner);
  }
  const title = /^\*\*([^*]+)\*\*/.exec(text);
  if (title !== null) change('title: dropped', 0, title[0].length, title[1] ?? '', 0);
  if (text.startsWith('# ')) change('subject: dropped', 0, 2, '', 0);
  return mutants;
}

/** Misspellings of a word: a letter left out at three positions, a letter doubled, two letters swapped. */
function typos(word: string): readonly string[] {
  const middle = Math.floor(word.length / 2);
  const without = [0, middle, word.length - 1].map((index) => word.slice(0, index) + word.slice(index + 1));
  const doubled = word.slice(0, middle) + word.slice(middle - 1);
  const swapped = word.slice(0, middle - 1) + word.charAt(middle) + word.charAt(middle - 1) + word.slice(middle + 1);
  return [...new Set([...without, doubled, swapped])].filter((typo) => typo !== word && !/^\.|\.$/.test(typo));
}

/** The two names that follow a name in a list, which is treated as a circle. */
function nextNames(name: string, names: readonly string[]): readonly string[] {
  const index = names.indexOf(name);
  return [names[(index + 1) % names.length], names[(index + 2) % names.length]].filter(
    (other): other is string => other !== undefined && other !== name,
  );
}
