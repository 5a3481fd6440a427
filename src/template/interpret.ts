import { fault, type Diagnostic, type RelatedLocation } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { markOf, type Insert, type Origin, type Rendered } from './rendered.ts';
import type { NamedValue, Names, ValueText } from './shapes.ts';
import type { InclusionStatement, ValuePath, Statement, Template } from './template.ts';
import { keyOfPartial, type TemplatesByKey } from './text-keys.ts';

/** What one rendering may cost at most. Deterministic, so that it stops at the same tag on every machine. */
const RENDERING_LIMITS = { steps: 200_000, characters: 1_000_000, inserts: 20_000, nestedPartials: 32 };

/**
 * The rendering, and everything that went wrong; where something did, the rendering is only good for finding more, and
 * empty where it was too large.
 */
export interface Interpreted {
  readonly rendered: Rendered;
  readonly faults: readonly Diagnostic[];
}

/**
 * Decides the conditions of a template and lays out its words. Values are looked up by their whole path among the names
 * that the template may use; they are not put in but marked, so that they can never be read as markup. What a template
 * names wrongly was found when it was checked: here it is a value that is not there. `templates`: where partials are.
 */
export function interpret(template: Template, names: Names, templates: TemplatesByKey): Interpreted {
  const sheet: RenderState = { text: [], origins: [], length: 0, inserts: [], faults: [], steps: 0, stopped: false };
  interpretStatements(template.statements, { names, templates, loops: [], chain: [], indents: [] }, sheet);
  const { text, origins, inserts, faults, stopped } = sheet;
  const { file } = template;
  if (stopped) return { rendered: { text: '', inserts: [], origins: [], file }, faults };
  return { rendered: { text: text.join(''), inserts, origins, file }, faults };
}

/** Where one walk writes. It lives as long as the walk. */
interface RenderState {
  readonly text: string[];
  readonly origins: Origin[];
  length: number;
  readonly inserts: Insert[];
  readonly faults: Diagnostic[];
  steps: number;
  stopped: boolean;
}

/** What the statements at hand can see. */
interface RenderScope {
  readonly names: Names;
  readonly templates: TemplatesByKey;
  /** Outermost first. */
  readonly loops: readonly Loop[];
  /** The inclusions that led here, innermost first. */
  readonly chain: readonly RelatedLocation[];
  /** Of the partials that led here, outermost first. */
  readonly indents: readonly Indent[];
}

interface Loop {
  readonly names: Names;
  readonly index: number;
  readonly length: number;
}

/** What goes before each line of a partial that has a line to itself. */
interface Indent {
  readonly text: string;
  atLineStart: boolean;
}

function interpretStatements(statements: readonly Statement[], frame: RenderScope, sheet: RenderState): void {
  for (const statement of statements) {
    if (sheet.stopped) return;
    sheet.steps += 1;
    if (sheet.steps > RENDERING_LIMITS.steps)
      return stop(statement, frame, sheet, say`this text never comes to an end`);
    perform(statement, frame, sheet);
    if (sheet.length > RENDERING_LIMITS.characters || sheet.inserts.length > RENDERING_LIMITS.inserts) {
      return stop(statement, frame, sheet, say`this text is longer than any letter`);
    }
  }
}

function perform(statement: Statement, frame: RenderScope, sheet: RenderState): void {
  switch (statement.kind) {
    case 'content':
      for (const { text, span } of statement.lines) writeWords(text, span, frame, sheet);
      return;
    case 'value': {
      const value = textAt(statement.path, frame, sheet);
      return insert({ kind: 'value', value, span: statement.span, chain: frame.chain }, frame, sheet);
    }
    case 'condition':
      return interpretStatements(isPresent(statement.path, frame) ? statement.present : statement.absent, frame, sheet);
    case 'repetition': {
      const list = valueAt(statement.path, frame);
      const elements = list?.kind === 'list' ? list.elements : [];
      if (elements.length === 0) return interpretStatements(statement.none, frame, sheet);
      elements.forEach((names, index) => {
        const loop = { names, index, length: elements.length };
        interpretStatements(statement.each, { ...frame, loops: [...frame.loops, loop] }, sheet);
      });
      return;
    }
    case 'inclusion':
      return includePartial(statement, frame, sheet);
    case 'passage':
    case 'demands':
    case 'citation':
      return insert({ ...statement, chain: frame.chain }, frame, sheet);
  }
}

/** A partial sees what it is given and nothing else. What it was given may be absent, so it may always ask. */
function includePartial(inclusion: InclusionStatement, frame: RenderScope, sheet: RenderState): void {
  if (frame.chain.length === RENDERING_LIMITS.nestedPartials) {
    return stop(inclusion, frame, sheet, say`partials include each other more than ${frame.chain.length} deep`);
  }
  const partial = frame.templates.get(keyOfPartial(inclusion.partial));
  if (partial === undefined) throw new Error(`the partial ${inclusion.partial} was not checked`);
  const names = new Map<string, NamedValue>();
  for (const { name, value } of inclusion.given) {
    const found: NamedValue | undefined =
      typeof value === 'string' ? { kind: 'text', value: { text: value } } : valueAt(value, frame);
    if (found !== undefined) names.set(name, found);
  }
  const link = { span: inclusion.span, message: say`included here` };
  const indent = { text: inclusion.indent, atLineStart: true };
  const inner = { ...frame, names, loops: [], chain: [link, ...frame.chain], indents: [...frame.indents, indent] };
  interpretStatements(partial.statements, inner, sheet);
}

function insert(what: Insert, frame: RenderScope, sheet: RenderState): void {
  writeWords(markOf(sheet.inserts.length), what.span, frame, sheet);
  sheet.inserts.push(what);
}

/** Writes words of one line, with or without its line feed. */
function writeWords(words: string, span: Span, frame: RenderScope, sheet: RenderState): void {
  if (words === '') return;
  for (const indent of frame.indents) {
    if (indent.atLineStart) append(indent.text, sheet);
    indent.atLineStart = words.endsWith('\n');
  }
  sheet.origins.push({ span, chain: frame.chain, at: sheet.length });
  append(words, sheet);
}

function append(words: string, sheet: RenderState): void {
  sheet.text.push(words);
  sheet.length += words.length;
}

function textAt(path: ValuePath, frame: RenderScope, sheet: RenderState): ValueText {
  const value = valueAt(path, frame);
  if (value?.kind === 'text') return value.value;
  const lacking = value?.kind === 'absent' && value.inProfile !== undefined ? { lacking: value.inProfile } : {};
  const extras = { hint: hintOfGuard(path.text), related: frame.chain, ...lacking };
  sheet.faults.push(fault('template/no-value', path.span, say`some recipients have no ${path.text}`, extras));
  // Its path stands in, so that one fault does not make others around it; no letter has a text there.
  return { path: path.text };
}

/** What to do about a path that has no value in some letters. */
export function hintOfGuard(path: string): Message {
  return say`Put it inside ${`{{#if ${path}}}`}, with the words for those who have none after ${'{{else}}'}.`;
}

function isPresent(path: ValuePath, frame: RenderScope): boolean {
  const loop = frame.loops.at(-1);
  if (path.loop === 'first') return loop?.index === 0;
  if (path.loop === 'last') return loop !== undefined && loop.index === loop.length - 1;
  return valueAt(path, frame)?.kind === 'text';
}

/** The names at hand, by the loop that the path leads to; outside of all loops, those of the template. */
function valueAt(path: ValuePath, frame: RenderScope): NamedValue | undefined {
  const loop = frame.loops.at(-1 - path.up);
  if (path.loop !== undefined) return { kind: 'text', value: { text: String(loop?.index ?? 0) } };
  return (loop?.names ?? frame.names).get(path.name);
}

function stop(statement: Statement, frame: RenderScope, sheet: RenderState, message: Message): void {
  if (sheet.stopped) return;
  sheet.stopped = true;
  const span = statement.kind === 'content' ? statement.lines[0]?.span : statement.span;
  if (span === undefined) throw new Error('content without lines');
  const hint = say`Look for a partial that is included too often.`;
  sheet.faults.push(fault('template/too-large', span, message, { hint, related: frame.chain }));
}
