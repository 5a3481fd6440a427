import { fault, type Diagnostic, type RelatedLocation } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { placeholderOf, type Insert, type Origin, type Rendered } from './rendered.ts';
import type { NamedValue, Names, ValueText } from './shapes.ts';
import type { InclusionStatement, ValuePath, Statement, Template } from './template.ts';
import { keyOfPartial, type TemplatesByKey } from './text-keys.ts';

/**
 * Limits of one rendering (`characters` in UTF-16 code units). They are counts, not times, so that rendering stops at
 * the same tag on every machine.
 */
const RENDERING_LIMITS = { steps: 200_000, characters: 1_000_000, inserts: 20_000, nestedPartials: 32 };

/**
 * The result of interpreting a template. If there are faults, `rendered` may only be used to find more of them; it is
 * empty if a limit was exceeded.
 */
export interface RenderResult {
  readonly rendered: Rendered;
  readonly faults: readonly Diagnostic[];
}

/**
 * Evaluates a template: conditions, loops and partials. Values are looked up by their whole path in `names`; the
 * rendered text has a mark as placeholder for each value, so that the value is never parsed as Markdown. Unknown names
 * are reported by `validateNames`; here they have no value. Partials are looked up in `templates`.
 */
export function renderTemplate(template: Template, names: Names, templates: TemplatesByKey): RenderResult {
  const state: RenderState = { text: [], origins: [], length: 0, inserts: [], faults: [], steps: 0, stopped: false };
  interpretStatements(template.statements, { names, templates, loops: [], chain: [], indents: [] }, state);
  const { text, origins, inserts, faults, stopped } = state;
  const { file } = template;
  if (stopped) return { rendered: { text: '', inserts: [], origins: [], file }, faults };
  return { rendered: { text: text.join(''), inserts, origins, file }, faults };
}

/** The mutable state of one rendering. */
interface RenderState {
  /** The parts of the rendered text, to be joined. */
  readonly text: string[];
  readonly origins: Origin[];
  /** The length of the text so far, in UTF-16 code units. */
  length: number;
  readonly inserts: Insert[];
  readonly faults: Diagnostic[];
  /** The number of statements interpreted so far. */
  steps: number;
  /** Whether a limit was exceeded. */
  stopped: boolean;
}

/** The scope of the current statements. */
interface RenderScope {
  /** The names of the template, or the arguments of the current partial. */
  readonly names: Names;
  readonly templates: TemplatesByKey;
  /** The enclosing `#each` loops, outermost first. */
  readonly loops: readonly Loop[];
  /** The tags that include the current partial, innermost first. */
  readonly chain: readonly RelatedLocation[];
  /** The indents of the enclosing partials, outermost first. */
  readonly indents: readonly Indent[];
}

/** One iteration of an `#each` loop. */
interface Loop {
  /** The names of the current element. */
  readonly names: Names;
  readonly index: number;
  readonly length: number;
}

/** The white space before the tag of a standalone partial; Handlebars puts it before each line of the partial. */
interface Indent {
  readonly text: string;
  /** Whether the next text of the partial starts a line. */
  atLineStart: boolean;
}

function interpretStatements(statements: readonly Statement[], scope: RenderScope, state: RenderState): void {
  for (const statement of statements) {
    if (state.stopped) return;
    state.steps += 1;
    if (state.steps > RENDERING_LIMITS.steps)
      return stop(statement, scope, state, say`rendering this text takes too many steps`);
    interpretStatement(statement, scope, state);
    if (state.length > RENDERING_LIMITS.characters || state.inserts.length > RENDERING_LIMITS.inserts) {
      return stop(statement, scope, state, say`this text is longer than any letter`);
    }
  }
}

function interpretStatement(statement: Statement, scope: RenderScope, state: RenderState): void {
  switch (statement.kind) {
    case 'content':
      for (const { text, span } of statement.lines) writeWords(text, span, scope, state);
      return;
    case 'value': {
      const value = textAt(statement.path, scope, state);
      return insert({ kind: 'value', value, span: statement.span, includedFrom: scope.chain }, scope, state);
    }
    case 'condition':
      return interpretStatements(isPresent(statement.path, scope) ? statement.present : statement.absent, scope, state);
    case 'repetition': {
      const list = valueAt(statement.path, scope);
      const elements = list?.kind === 'list' ? list.elements : [];
      if (elements.length === 0) return interpretStatements(statement.none, scope, state);
      elements.forEach((names, index) => {
        const loop = { names, index, length: elements.length };
        interpretStatements(statement.each, { ...scope, loops: [...scope.loops, loop] }, state);
      });
      return;
    }
    case 'inclusion':
      return includePartial(statement, scope, state);
    case 'passage':
    case 'demands':
    case 'citation':
      return insert({ ...statement, includedFrom: scope.chain }, scope, state);
  }
}

/**
 * Interprets a partial, whose scope is its arguments and nothing else. The value of an argument may be absent; `#if` is
 * then false in the partial.
 */
function includePartial(inclusion: InclusionStatement, scope: RenderScope, state: RenderState): void {
  if (scope.chain.length === RENDERING_LIMITS.nestedPartials) {
    return stop(inclusion, scope, state, say`partials include each other more than ${scope.chain.length} deep`);
  }
  const partial = scope.templates.get(keyOfPartial(inclusion.partial));
  if (partial === undefined) throw new Error(`the partial ${inclusion.partial} was not checked`);
  const names = new Map<string, NamedValue>();
  for (const { name, value } of inclusion.args) {
    const found: NamedValue | undefined =
      typeof value === 'string' ? { kind: 'text', value: { text: value } } : valueAt(value, scope);
    if (found !== undefined) names.set(name, found);
  }
  const location = { span: inclusion.span, message: say`included here` };
  const indent = { text: inclusion.indent, atLineStart: true };
  const inner = { ...scope, names, loops: [], chain: [location, ...scope.chain], indents: [...scope.indents, indent] };
  interpretStatements(partial.statements, inner, state);
}

/** Adds an insert, and its mark to the text. */
function insert(newInsert: Insert, scope: RenderScope, state: RenderState): void {
  writeWords(placeholderOf(state.inserts.length), newInsert.span, scope, state);
  state.inserts.push(newInsert);
}

/** Writes a part of one line, with or without its line feed; at the start of a line the indents come first. */
function writeWords(words: string, span: Span, scope: RenderScope, state: RenderState): void {
  if (words === '') return;
  for (const indent of scope.indents) {
    if (indent.atLineStart) append(indent.text, state);
    indent.atLineStart = words.endsWith('\n');
  }
  state.origins.push({ span, includedFrom: scope.chain, at: state.length });
  append(words, state);
}

function append(words: string, state: RenderState): void {
  state.text.push(words);
  state.length += words.length;
}

/** Returns the value of a path; if it has none, adds the fault `template/no-value`. */
function textAt(path: ValuePath, scope: RenderScope, state: RenderState): ValueText {
  const value = valueAt(path, scope);
  if (value?.kind === 'text') return value.value;
  const missingKeys = value?.kind === 'absent' && value.inProfile !== undefined ? { lacking: value.inProfile } : {};
  const extras = { hint: guardHint(path.text), related: scope.chain, ...missingKeys };
  state.faults.push(fault('template/no-value', path.span, say`some recipients have no ${path.text}`, extras));
  // The path is returned all the same: its mark fills the gap, so that it causes no further faults in the text around
  // it.
  return { path: path.text };
}

/** Returns the hint for a path that has no value in some letters: to guard it with an `#if`. */
export function guardHint(path: string): Message {
  return say`Put it inside ${`{{#if ${path}}}`}, with the words for those who have none after ${'{{else}}'}.`;
}

function isPresent(path: ValuePath, scope: RenderScope): boolean {
  const loop = scope.loops.at(-1);
  if (path.loopVariable === 'first') return loop?.index === 0;
  if (path.loopVariable === 'last') return loop !== undefined && loop.index === loop.length - 1;
  return valueAt(path, scope)?.kind === 'text';
}

/**
 * Looks a path up in the scope that it refers to: the current element of a loop, or outside of all loops the names of
 * the template. `@index` is the index of the current iteration.
 */
function valueAt(path: ValuePath, scope: RenderScope): NamedValue | undefined {
  const loop = scope.loops.at(-1 - path.depth);
  if (path.loopVariable !== undefined) return { kind: 'text', value: { text: String(loop?.index ?? 0) } };
  return (loop?.names ?? scope.names).get(path.name);
}

/** Reports an exceeded limit and stops the rendering. */
function stop(statement: Statement, scope: RenderScope, state: RenderState, message: Message): void {
  if (state.stopped) return;
  state.stopped = true;
  const span = statement.kind === 'content' ? statement.lines[0]?.span : statement.span;
  if (span === undefined) throw new Error('content without lines');
  const hint = say`Look for a partial that is included too often.`;
  state.faults.push(fault('template/too-large', span, message, { hint, related: scope.chain }));
}
