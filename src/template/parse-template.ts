// Imports the parser module alone: the compiler, which generates code from templates, is never loaded.
import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { failure, settle, type Outcome } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { narrowTemplate } from './narrow-template.ts';
import type { Template } from './template.ts';
import { spanOfOffset, type TemplateSource } from './template-source.ts';

/**
 * Private-use characters reserved for marks, and character references to them. A template that contained them could
 * forge the mark of an insert (`markOf`).
 */
const RESERVED = /[\uE000-\uE003]|&#(?:0*5734[4-7]|x0*e00[0-3]);/gi;

/**
 * Parses one template into statements, or returns the faults of its syntax. Only the parser of Handlebars is used:
 * nothing is compiled.
 */
export function parseTemplate(source: TemplateSource): Outcome<Template> {
  const reserved = [...source.text.matchAll(RESERVED)].map(({ index }) =>
    fault('template/unsupported', spanOfOffset(source, index), say`U+E000 to U+E003 cannot stand in a template`, {
      hint: say`Remove the invisible character.`,
    }),
  );
  const { tags, faults } = scanTags(source);
  if (reserved.length > 0 || faults.length > 0) return failure(...reserved, ...faults);
  const tree = parseHandlebars(source.text);
  if (tree === undefined) return failure(invalidTag(source, tags));
  const { statements, refused } = narrowTemplate(tree, source);
  return settle({ statements, file: source.file }, refused);
}

/** Returns the AST, or undefined if the parser throws: its messages describe its grammar and do not help writers. */
function parseHandlebars(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Finds the tag that the parser rejects by parsing each on its own, because the parser's error does not say which one
 * it is.
 */
function invalidTag(source: TemplateSource, tags: readonly MustacheTag[]): Diagnostic {
  const invalid = tags.find((tag) => parseHandlebars(tagAsTemplate(tag)) === undefined);
  if (invalid === undefined) {
    const hint = say`Look for a surplus {{else}}.`;
    return fault('template/syntax', source.spanAt(1, 1), say`the tags of this template do not fit together`, { hint });
  }
  const location = spanOfOffset(source, invalid.offset);
  const hint = say`A tag is ${'{{recipient.title}}'}, ${'{{#if holder.name}}'}, ${'{{> partial}}'} or ${'{{cite "key" at="art. 70"}}'}.`;
  return fault('template/syntax', location, say`${invalid.text} is not a tag that can be read`, { hint });
}

/** Completes a tag to a template of its own, so that the parser can validate it. */
function tagAsTemplate({ kind, name, text }: MustacheTag): string {
  if (kind === 'open') return `${text}{{/${name}}}`;
  if (kind === 'close') return `{{#${name}}}${text}`;
  return kind === 'else' ? `{{#if x}}${text}{{/if}}` : text;
}

/**
 * Limits of a template: length in UTF-16 code units, tags, and nested blocks. They exist because the parser's time
 * grows faster than its input; letters need about a hundredth of them.
 */
const TEMPLATE_LIMITS = { characters: 256_000, tags: 2_000, nesting: 32 };

/** A tag as typed (`{{…}}`), except for comments. */
interface MustacheTag {
  /** Offset in the template, in UTF-16 code units. */
  readonly offset: number;
  readonly text: string;
  readonly kind: 'open' | 'close' | 'else' | 'other';
  /** The name of the block that the tag opens or closes (`if`); empty for other tags. */
  readonly name: string;
}

/** The tags of a template, and the faults of their number and pairing. */
interface Scan {
  readonly tags: readonly MustacheTag[];
  readonly faults: readonly Diagnostic[];
}

/** A Handlebars comment, `{{! … }}` or `{{!-- … --}}`. */
const COMMENT = /\{\{~?!(?:--[\s\S]*?--~?\}\}|(?!--)[\s\S]*?\}\})/y;
/** A tag. It cannot contain another `{{` or an empty line outside of quotes: it then counts as not closed. */
const TAG =
  /\{{2,4}(?:"(?:\\"|[^"\n\\]|\\(?!"))*"|'(?:\\'|[^'\n\\]|\\(?!'))*'|[^"'{}\n]|\n(?![ \t]*\n)|\{(?!\{)|\}(?!\}))*\}\}\}?/y;
/**
 * A tag on one line with an unbalanced quote, which `TAG` does not match; it is found so that the fault names the tag.
 */
const UNBALANCED_QUOTE = /\{{2,4}(?:(?!\{\{)[^\n])*?\}\}/y;
const OPENING = /^\{\{~?(?:#>?\*?|\^(?!~?\}\}))\s*([^\s}~]*)/;
const CLOSING = /^\{\{~?\/\s*([^\s}~]*)/;
const ELSE = /^\{\{~?\s*(?:\^|else\b)/;
/** An `else` without a condition. */
const PLAIN_ELSE = /^\{\{~?\s*(?:\^|else)\s*~?\}\}$/;

/**
 * Validates a template before it is parsed: the limits, because the parser's time and stack grow with size and depth;
 * and the pairing of tags, because the parser's messages about it do not help writers.
 */
function scanTags(source: TemplateSource): Scan {
  const { text } = source;
  if (text.length > TEMPLATE_LIMITS.characters) {
    const message = say`a template has at most ${TEMPLATE_LIMITS.characters} characters; this one has ${text.length}`;
    return { tags: [], faults: [fault('template/too-large', source.spanAt(1, 1), message)] };
  }
  const { tags, unclosed } = findTags(text);
  const firstExcess = tags[TEMPLATE_LIMITS.tags];
  if (firstExcess !== undefined) {
    const message = say`a template has at most ${TEMPLATE_LIMITS.tags} tags; this one has ${tags.length}`;
    return { tags, faults: [fault('template/too-large', spanOfOffset(source, firstExcess.offset), message)] };
  }
  const faults = [...tagPairingFaults(source, tags, unclosed === undefined)];
  if (unclosed !== undefined) {
    const location = spanOfOffset(source, unclosed);
    faults.push(fault('template/syntax', location, say`this ${'{{'} has no ${'}}'}`, { hint: say`Close the tag.` }));
  }
  return { tags, faults };
}

/** Finds all tags in one pass. `unclosed` is the offset of a `{{` without its `}}`, at which the search stops. */
function findTags(text: string): { readonly tags: readonly MustacheTag[]; readonly unclosed: number | undefined } {
  const tags: MustacheTag[] = [];
  for (let offset = text.indexOf('{{'); offset !== -1;) {
    const isEscaped = text[offset - 1] === '\\' && text[offset - 2] !== '\\';
    const skipped = isEscaped ? '{{' : matchAt(COMMENT, text, offset);
    const found = skipped ?? matchAt(TAG, text, offset) ?? matchAt(UNBALANCED_QUOTE, text, offset);
    if (found === undefined) return { tags, unclosed: offset };
    if (skipped === undefined) tags.push(classifyTag(found, offset));
    offset = text.indexOf('{{', offset + found.length);
  }
  return { tags, unclosed: undefined };
}

/** Matches a sticky pattern at an offset. */
function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

function classifyTag(text: string, offset: number): MustacheTag {
  const opening = OPENING.exec(text);
  if (opening !== null) return { offset, text, kind: 'open', name: opening[1] ?? '' };
  const closing = CLOSING.exec(text);
  if (closing !== null) return { offset, text, kind: 'close', name: closing[1] ?? '' };
  return { offset, text, kind: ELSE.test(text) ? 'else' : 'other', name: '' };
}

/**
 * Reports tags without their counterpart, and blocks that nest too deep. `isComplete`: `tags` are all tags of the
 * template, so a block that is still open after the last one is never closed.
 */
function* tagPairingFaults(
  source: TemplateSource,
  tags: readonly MustacheTag[],
  isComplete: boolean,
): Generator<Diagnostic> {
  const open: { readonly tag: MustacheTag; elses: number; plainElse: boolean }[] = [];
  const spanOf = (tag: MustacheTag): Span => spanOfOffset(source, tag.offset);
  for (const tag of tags) {
    const innermost = open.at(-1);
    if (tag.text.startsWith('{{{{')) {
      const hint = say`Write the words themselves; only ${'{{'} cannot be printed.`;
      yield fault('template/unsupported', spanOf(tag), say`letters have no raw blocks`, { hint });
    } else if (tag.kind === 'open') open.push({ tag, elses: 0, plainElse: false });
    else if (tag.kind === 'else' && innermost === undefined) {
      yield fault('template/syntax', spanOf(tag), say`${tag.text} is outside of any block`);
    } else if (tag.kind === 'else' && innermost !== undefined) {
      if (innermost.plainElse) yield fault('template/syntax', spanOf(tag), say`${tag.text} follows another else`);
      innermost.elses += 1;
      innermost.plainElse ||= PLAIN_ELSE.test(tag.text);
    } else if (tag.kind === 'close' && innermost === undefined) {
      yield fault('template/syntax', spanOf(tag), say`${tag.text} closes nothing`, {
        hint: say`Remove it, or open its block.`,
      });
    } else if (tag.kind === 'close' && innermost !== undefined) {
      open.pop();
      if (innermost.tag.name === tag.name) continue;
      const related = [{ span: spanOf(innermost.tag), message: say`opened here` }];
      const message = say`${tag.text} closes ${innermost.tag.text}`;
      yield fault('template/syntax', spanOf(tag), message, { hint: say`Close the inner block first.`, related });
      return;
    }
    // The parser nests each `else if` inside the `else` before it.
    if (open.reduce((depth, { elses }) => depth + 1 + elses, 0) > TEMPLATE_LIMITS.nesting) {
      yield fault('template/too-large', spanOf(tag), say`blocks nest at most ${TEMPLATE_LIMITS.nesting} deep`);
      return;
    }
  }
  for (const { tag } of isComplete ? open : []) {
    const hint = say`Add ${`{{/${tag.name}}}`} where it ends.`;
    yield fault('template/syntax', spanOf(tag), say`${tag.text} is never closed`, { hint });
  }
}
