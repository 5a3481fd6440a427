// Imports only the parser module of Handlebars, so that its compiler, which generates code, is never loaded.
import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { failure, settle, type Outcome } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { narrowTemplate } from './narrow-template.ts';
import type { Template } from './template.ts';
import { spanOfOffset, type TemplateSource } from './template-source.ts';

/**
 * Matches the private-use characters that are reserved for placeholders, and character references to them. A template
 * that contained them could forge the placeholder of an insert (`placeholderOf`).
 */
const RESERVED_CHARACTERS = /[\uE000\uE001]|&#(?:0*5734[45]|x0*e00[01]);/gi;

/** Parses a template into statements, or returns the faults of its syntax. */
export function parseTemplate(source: TemplateSource): Outcome<Template> {
  const reservedCharacterFaults = [...source.text.matchAll(RESERVED_CHARACTERS)].map(({ index }) =>
    fault('template/unsupported', spanOfOffset(source, index), say`U+E000 and U+E001 cannot stand in a template`, {
      hint: say`Remove the invisible character.`,
    }),
  );
  const { tags, faults } = scanTags(source);
  if (reservedCharacterFaults.length > 0 || faults.length > 0) return failure(...reservedCharacterFaults, ...faults);
  const tree = parseHandlebars(source.text);
  if (tree === undefined) return failure(invalidTagFault(source, tags));
  const { statements, refused } = narrowTemplate(tree, source);
  return settle({ statements, file: source.file }, refused);
}

/**
 * Returns the AST of a template; undefined if the parser throws. Its error messages describe its grammar and do not
 * help writers.
 */
function parseHandlebars(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Returns the fault for a template that the parser rejects. The parser's error does not name the tag, so each tag is
 * parsed on its own to find it. If each is valid on its own, the fault is at the start of the template.
 */
function invalidTagFault(source: TemplateSource, tags: readonly MustacheTag[]): Diagnostic {
  const invalid = tags.find((tag) => parseHandlebars(tagAsTemplate(tag)) === undefined);
  if (invalid === undefined) {
    const hint = say`Look for a surplus {{else}}.`;
    return fault('template/syntax', source.spanAt(1, 1), say`the tags of this template do not fit together`, { hint });
  }
  const location = spanOfOffset(source, invalid.offset);
  const hint = say`A tag is ${'{{recipient.title}}'}, ${'{{#if holder.name}}'}, ${'{{> partial}}'} or ${'{{cite "key" at="art. 70"}}'}.`;
  return fault('template/syntax', location, say`${invalid.text} is not a tag that can be read`, { hint });
}

/** Completes a tag to a whole template, with its counterpart if it has one, so that it can be parsed on its own. */
function tagAsTemplate({ kind, name, text }: MustacheTag): string {
  if (kind === 'open') return `${text}{{/${name}}}`;
  if (kind === 'close') return `{{#${name}}}${text}`;
  return kind === 'else' ? `{{#if x}}${text}{{/if}}` : text;
}

/**
 * The maximum length of a template in UTF-16 code units, number of tags, and depth of nested blocks. They exist because
 * the parser's time grows faster than linearly. Letters need about a hundredth of them.
 */
const TEMPLATE_LIMITS = { characters: 256_000, tags: 2_000, nesting: 32 };

/** A tag (`{{…}}`) as it is typed in the template. Comments are not tags. */
interface MustacheTag {
  /** The offset of the tag in the template, in UTF-16 code units. */
  readonly offset: number;
  readonly text: string;
  readonly kind: 'open' | 'close' | 'else' | 'other';
  /** The name of the block that the tag opens or closes (`if`); empty for other tags. */
  readonly name: string;
}

/** The tags of a template, and the faults of the template's size and of the pairing of its tags. */
interface ScanResult {
  readonly tags: readonly MustacheTag[];
  readonly faults: readonly Diagnostic[];
}

/** Matches a Handlebars comment, `{{! … }}` or `{{!-- … --}}`. */
const COMMENT = /\{\{~?!(?:--[\s\S]*?--~?\}\}|(?!--)[\s\S]*?\}\})/y;
/** Matches a tag. Outside of quotes, it contains neither `{{` nor an empty line; otherwise it counts as not closed. */
const TAG =
  /\{{2,4}(?:"(?:\\"|[^"\n\\]|\\(?!"))*"|'(?:\\'|[^'\n\\]|\\(?!'))*'|[^"'{}\n]|\n(?![ \t]*\n)|\{(?!\{)|\}(?!\}))*\}\}\}?/y;
/** Matches a tag on one line with an unbalanced quote, which `TAG` does not match, so that a fault can name the tag. */
const UNBALANCED_QUOTE = /\{{2,4}(?:(?!\{\{)[^\n])*?\}\}/y;
/** Matches the start of a tag that opens a block; the group is the name of the block. */
const OPENING_TAG = /^\{\{~?(?:#>?\*?|\^(?!~?\}\}))\s*([^\s}~]*)/;
/** Matches the start of a tag that closes a block; the group is the name of the block. */
const CLOSING_TAG = /^\{\{~?\/\s*([^\s}~]*)/;
/** Matches the start of an `{{else}}`, with or without a condition, or of its short form `{{^}}`. */
const ELSE_TAG = /^\{\{~?\s*(?:\^|else\b)/;
/** Matches an `{{else}}` without a condition, which can only be the last of a block. */
const PLAIN_ELSE_TAG = /^\{\{~?\s*(?:\^|else)\s*~?\}\}$/;

/**
 * Finds the tags of a template and validates them before the template is parsed. The limits are checked because the
 * parser's time and stack grow with size and depth, and the pairing of tags because the parser's messages do not help
 * writers.
 */
function scanTags(source: TemplateSource): ScanResult {
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

/** Finds all tags in one pass. The search stops at a `{{` without its `}}`; `unclosed` is the offset of that `{{`. */
function findTags(text: string): { readonly tags: readonly MustacheTag[]; readonly unclosed: number | undefined } {
  const tags: MustacheTag[] = [];
  for (let offset = text.indexOf('{{'); offset !== -1;) {
    const isEscaped = text[offset - 1] === '\\' && text[offset - 2] !== '\\';
    const skippedText = isEscaped ? '{{' : matchAt(COMMENT, text, offset);
    const matchedText = skippedText ?? matchAt(TAG, text, offset) ?? matchAt(UNBALANCED_QUOTE, text, offset);
    if (matchedText === undefined) return { tags, unclosed: offset };
    if (skippedText === undefined) tags.push(classifyTag(matchedText, offset));
    offset = text.indexOf('{{', offset + matchedText.length);
  }
  return { tags, unclosed: undefined };
}

/** Returns the match of a sticky pattern (flag `y`) at an offset; undefined if it does not match there. */
function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

function classifyTag(text: string, offset: number): MustacheTag {
  const opening = OPENING_TAG.exec(text);
  if (opening !== null) return { offset, text, kind: 'open', name: opening[1] ?? '' };
  const closing = CLOSING_TAG.exec(text);
  if (closing !== null) return { offset, text, kind: 'close', name: closing[1] ?? '' };
  return { offset, text, kind: ELSE_TAG.test(text) ? 'else' : 'other', name: '' };
}

/**
 * Yields the faults of tags without their counterpart and of blocks that nest too deep. `isComplete`: `tags` has all
 * tags of the template, so that a block that is open after the last tag is never closed.
 */
function* tagPairingFaults(
  source: TemplateSource,
  tags: readonly MustacheTag[],
  isComplete: boolean,
): Generator<Diagnostic> {
  /** The blocks that are open at the current tag, outermost first. */
  const openBlocks: { readonly tag: MustacheTag; elseCount: number; hasPlainElse: boolean }[] = [];
  const spanOf = (tag: MustacheTag): Span => spanOfOffset(source, tag.offset);
  for (const tag of tags) {
    const innermost = openBlocks.at(-1);
    if (tag.text.startsWith('{{{{')) {
      const hint = say`Write the words themselves; only ${'{{'} cannot be printed.`;
      yield fault('template/unsupported', spanOf(tag), say`letters have no raw blocks`, { hint });
    } else if (tag.kind === 'open') openBlocks.push({ tag, elseCount: 0, hasPlainElse: false });
    else if (tag.kind === 'else' && innermost === undefined) {
      yield fault('template/syntax', spanOf(tag), say`${tag.text} is outside of any block`);
    } else if (tag.kind === 'else' && innermost !== undefined) {
      if (innermost.hasPlainElse) yield fault('template/syntax', spanOf(tag), say`${tag.text} follows another else`);
      innermost.elseCount += 1;
      innermost.hasPlainElse ||= PLAIN_ELSE_TAG.test(tag.text);
    } else if (tag.kind === 'close' && innermost === undefined) {
      yield fault('template/syntax', spanOf(tag), say`${tag.text} closes nothing`, {
        hint: say`Remove it, or open its block.`,
      });
    } else if (tag.kind === 'close' && innermost !== undefined) {
      openBlocks.pop();
      if (innermost.tag.name === tag.name) continue;
      const related = [{ span: spanOf(innermost.tag), message: say`opened here` }];
      const message = say`${tag.text} closes ${innermost.tag.text}`;
      yield fault('template/syntax', spanOf(tag), message, { hint: say`Close the inner block first.`, related });
      return;
    }
    // The parser nests each `else if` inside the branch before it, so that each `else` counts as one level.
    if (openBlocks.reduce((depth, { elseCount }) => depth + 1 + elseCount, 0) > TEMPLATE_LIMITS.nesting) {
      yield fault('template/too-large', spanOf(tag), say`blocks nest at most ${TEMPLATE_LIMITS.nesting} deep`);
      return;
    }
  }
  for (const { tag } of isComplete ? openBlocks : []) {
    const hint = say`Add ${`{{/${tag.name}}}`} where it ends.`;
    yield fault('template/syntax', spanOf(tag), say`${tag.text} is never closed`, { hint });
  }
}
