// The parser by itself: the compiler, which makes functions of texts, is not even loaded.
import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { failure, settle, type Outcome } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { narrowTemplate } from './narrow-template.ts';
import type { Template } from './template.ts';
import { locationOfOffset, type TemplateSource } from './template-source.ts';

/**
 * These stand for values while a text is parsed as Markdown; a text that held them, or had them decoded out of a
 * character reference, could pretend to be a value.
 */
const RESERVED = /[\uE000-\uE003]|&#(?:0*5734[4-7]|x0*e00[0-3]);/gi;

/** Parses one template. Only Handlebars' parser is used: nothing is ever compiled or evaluated. */
export function parseTemplate(source: TemplateSource): Outcome<Template> {
  const reserved = [...source.text.matchAll(RESERVED)].map(({ index }) =>
    fault('template/unsupported', locationOfOffset(source, index), say`U+E000 to U+E003 cannot stand in a template`, {
      hint: say`Remove the invisible character.`,
    }),
  );
  const { tags, faults } = scanTags(source);
  if (reserved.length > 0 || faults.length > 0) return failure(...reserved, ...faults);
  const tree = parseHandlebars(source.text);
  if (tree === undefined) return failure(notUnderstood(source, tags));
  const { statements, refused } = narrowTemplate(tree, source);
  return settle({ statements, file: source.file }, refused);
}

/** The parser's tree, or undefined where it throws: its messages are about its grammar, not about the letter. */
function parseHandlebars(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** Which tag was it? The parser does not say where it stopped, so each tag is tried on its own. */
function notUnderstood(source: TemplateSource, tags: readonly MustacheTag[]): Diagnostic {
  const culprit = tags.find((tag) => parseHandlebars(standalone(tag)) === undefined);
  if (culprit === undefined) {
    const hint = say`Look for an else too many.`;
    return fault('template/syntax', source.place(1, 1), say`the tags of this template do not fit together`, { hint });
  }
  const place = locationOfOffset(source, culprit.offset);
  const hint = say`A tag is ${'{{recipient.title}}'}, ${'{{#if holder.name}}'}, ${'{{> partial}}'} or ${'{{cite "key" at="art. 70"}}'}.`;
  return fault('template/syntax', place, say`${culprit.text} is not a tag that can be read`, { hint });
}

function standalone({ kind, name, text }: MustacheTag): string {
  if (kind === 'open') return `${text}{{/${name}}}`;
  if (kind === 'close') return `{{#${name}}}${text}`;
  return kind === 'else' ? `{{#if x}}${text}{{/if}}` : text;
}

/** What a template may hold at most. Letters need a hundredth of it; the parser's time grows faster than its input. */
const TEMPLATE_LIMITS = { characters: 256_000, tags: 2_000, nesting: 32 };

/** A `{{…}}` as it stands in the text. Comments are not among them. */
interface MustacheTag {
  readonly offset: number;
  readonly text: string;
  readonly kind: 'open' | 'close' | 'else' | 'other';
  /** The word that opens or closes: `if`. */
  readonly name: string;
}

/** The tags of a template, found in one pass, and what is wrong with their number and nesting. */
interface Scan {
  readonly tags: readonly MustacheTag[];
  readonly faults: readonly Diagnostic[];
}

const COMMENT = /\{\{~?!(?:--[\s\S]*?--~?\}\}|(?!--)[\s\S]*?\}\})/y;
/** Outside of quotes, neither the next tag nor an empty line is part of a tag: it was not closed. */
const TAG =
  /\{{2,4}(?:"(?:\\"|[^"\n\\]|\\(?!"))*"|'(?:\\'|[^'\n\\]|\\(?!'))*'|[^"'{}\n]|\n(?![ \t]*\n)|\{(?!\{)|\}(?!\}))*\}\}\}?/y;
const UNBALANCED_QUOTE = /\{{2,4}(?:(?!\{\{)[^\n])*?\}\}/y;
const OPENING = /^\{\{~?(?:#>?\*?|\^(?!~?\}\}))\s*([^\s}~]*)/;
const CLOSING = /^\{\{~?\/\s*([^\s}~]*)/;
const ELSE = /^\{\{~?\s*(?:\^|else\b)/;
const PLAIN_ELSE = /^\{\{~?\s*(?:\^|else)\s*~?\}\}$/;

/**
 * Finds what is wrong with a template before the parser sees it: limits, for its time and stack grow with size and depth;
 * and tags without their other half, for its own words on them are of no use to a writer of letters.
 */
function scanTags(source: TemplateSource): Scan {
  const { text } = source;
  if (text.length > TEMPLATE_LIMITS.characters) {
    const message = say`a template has at most ${TEMPLATE_LIMITS.characters} characters; this one has ${text.length}`;
    return { tags: [], faults: [fault('template/too-large', source.place(1, 1), message)] };
  }
  const { tags, unclosed } = findTags(text);
  const beyond = tags[TEMPLATE_LIMITS.tags];
  if (beyond !== undefined) {
    const message = say`a template has at most ${TEMPLATE_LIMITS.tags} tags; this one has ${tags.length}`;
    return { tags, faults: [fault('template/too-large', locationOfOffset(source, beyond.offset), message)] };
  }
  const faults = [...nestingFaults(source, tags, unclosed === undefined)];
  if (unclosed !== undefined) {
    const place = locationOfOffset(source, unclosed);
    faults.push(fault('template/syntax', place, say`this ${'{{'} has no ${'}}'}`, { hint: say`Close the tag.` }));
  }
  return { tags, faults };
}

function findTags(text: string): { readonly tags: readonly MustacheTag[]; readonly unclosed: number | undefined } {
  const tags: MustacheTag[] = [];
  for (let offset = text.indexOf('{{'); offset !== -1;) {
    const isEscaped = text[offset - 1] === '\\' && text[offset - 2] !== '\\';
    const skipped = isEscaped ? '{{' : matchAt(COMMENT, text, offset);
    const found = skipped ?? matchAt(TAG, text, offset) ?? matchAt(UNBALANCED_QUOTE, text, offset);
    if (found === undefined) return { tags, unclosed: offset };
    if (skipped === undefined) tags.push(describe(found, offset));
    offset = text.indexOf('{{', offset + found.length);
  }
  return { tags, unclosed: undefined };
}

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

function describe(text: string, offset: number): MustacheTag {
  const opening = OPENING.exec(text);
  if (opening !== null) return { offset, text, kind: 'open', name: opening[1] ?? '' };
  const closing = CLOSING.exec(text);
  if (closing !== null) return { offset, text, kind: 'close', name: closing[1] ?? '' };
  return { offset, text, kind: ELSE.test(text) ? 'else' : 'other', name: '' };
}

/** `isWhole`: these are all tags, so that what is open after the last one is never closed. */
function* nestingFaults(source: TemplateSource, tags: readonly MustacheTag[], isWhole: boolean): Generator<Diagnostic> {
  const open: { readonly tag: MustacheTag; elses: number; plainElse: boolean }[] = [];
  const at = (tag: MustacheTag): Span => locationOfOffset(source, tag.offset);
  for (const tag of tags) {
    const innermost = open.at(-1);
    if (tag.text.startsWith('{{{{')) {
      const hint = say`Write the words themselves; only ${'{{'} cannot be printed.`;
      yield fault('template/unsupported', at(tag), say`letters have no raw blocks`, { hint });
    } else if (tag.kind === 'open') open.push({ tag, elses: 0, plainElse: false });
    else if (tag.kind === 'else' && innermost === undefined) {
      yield fault('template/syntax', at(tag), say`${tag.text} stands in no block`);
    } else if (tag.kind === 'else' && innermost !== undefined) {
      if (innermost.plainElse) yield fault('template/syntax', at(tag), say`${tag.text} follows another else`);
      innermost.elses += 1;
      innermost.plainElse ||= PLAIN_ELSE.test(tag.text);
    } else if (tag.kind === 'close' && innermost === undefined) {
      yield fault('template/syntax', at(tag), say`${tag.text} closes nothing`, {
        hint: say`Remove it, or open its block.`,
      });
    } else if (tag.kind === 'close' && innermost !== undefined) {
      open.pop();
      if (innermost.tag.name === tag.name) continue;
      const related = [{ span: at(innermost.tag), message: say`opened here` }];
      const message = say`${tag.text} closes ${innermost.tag.text}`;
      yield fault('template/syntax', at(tag), message, { hint: say`Close the inner block first.`, related });
      return;
    }
    // An `else if` nests in the tree that the parser makes, though not on the page.
    if (open.reduce((depth, { elses }) => depth + 1 + elses, 0) > TEMPLATE_LIMITS.nesting) {
      yield fault('template/too-large', at(tag), say`blocks nest at most ${TEMPLATE_LIMITS.nesting} deep`);
      return;
    }
  }
  for (const { tag } of isWhole ? open : []) {
    const hint = say`Add ${`{{/${tag.name}}}`} where it ends.`;
    yield fault('template/syntax', at(tag), say`${tag.text} is never closed`, { hint });
  }
}
