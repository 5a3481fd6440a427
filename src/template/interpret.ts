import { fault, type Diagnostic, type RelatedLocation } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import { MAX_NESTED_PARTIALS } from './inclusion-order.ts';
import { placeholderOf, type Insert, type RenderedText } from './rendered.ts';
import { RenderedLines } from './rendered-lines.ts';
import type { NamedValue, Names, ValueText } from './shapes.ts';
import type { InclusionStatement, ValuePath, Statement, Template } from './template.ts';
import { keyOfPartial, type TemplatesByKey } from './text-keys.ts';

/**
 * Limits of one rendering (`characters` in UTF-16 code units). They limit counts rather than time, so that rendering
 * stops at the same tag on every machine.
 */
const RENDERING_LIMITS = { steps: 200_000, characters: 1_000_000, inserts: 20_000 };

/**
 * The result of rendering a template. If there are faults, `rendered` serves only to find further faults. It is empty
 * if a limit was exceeded.
 */
export interface RenderResult {
  readonly rendered: RenderedText;
  readonly faults: readonly Diagnostic[];
}

/**
 * Evaluates the conditions, loops and partials of a template. `names` has the values by their whole path; `templates`
 * has the partials. The rendered text has a placeholder for each value, so that a value is never parsed as Markdown.
 * Unknown names are reported by `validateNames`; here they have no value.
 */
export function renderTemplate(template: Template, names: Names, templates: TemplatesByKey): RenderResult {
  const state: RenderState = { output: new RenderedLines(), inserts: [], faults: [], steps: 0, isStopped: false };
  interpretStatements(template.statements, { names, templates, loops: [], includedFrom: [] }, state);
  const { output, inserts, faults, isStopped } = state;
  const { file } = template;
  if (isStopped) return { rendered: { text: '', inserts: [], origins: [], file }, faults };
  return { rendered: { ...output.finish(), inserts, file }, faults };
}

/** The mutable state of one rendering. */
interface RenderState {
  readonly output: RenderedLines;
  readonly inserts: Insert[];
  readonly faults: Diagnostic[];
  /** The number of statements interpreted so far. */
  steps: number;
  /** Whether a limit was exceeded. */
  isStopped: boolean;
}

/** The names that the current statements can use, and the loops and partials that enclose them. */
interface RenderScope {
  /** The values of the template's names or, in a partial, those of its arguments. */
  readonly names: Names;
  readonly templates: TemplatesByKey;
  /** The enclosing `#each` loops, outermost first. */
  readonly loops: readonly Loop[];
  /** The tags that include the current partial, innermost first. */
  readonly includedFrom: readonly RelatedLocation[];
}

/** One iteration of an `#each` loop. */
interface Loop {
  /** The values of the current element. */
  readonly names: Names;
  /** The index of the current element, from 0. */
  readonly index: number;
  /** The number of elements of the list. */
  readonly length: number;
}

function interpretStatements(statements: readonly Statement[], scope: RenderScope, state: RenderState): void {
  for (const statement of statements) {
    if (state.isStopped) return;
    state.steps += 1;
    if (state.steps > RENDERING_LIMITS.steps)
      return stopRendering(statement, scope, state, say`rendering this text takes too many steps`);
    interpretStatement(statement, scope, state);
    if (state.output.length > RENDERING_LIMITS.characters || state.inserts.length > RENDERING_LIMITS.inserts) {
      return stopRendering(statement, scope, state, say`this text is longer than any letter`);
    }
  }
}

function interpretStatement(statement: Statement, scope: RenderScope, state: RenderState): void {
  switch (statement.kind) {
    case 'content':
      for (const { text, span } of statement.lines)
        state.output.write(text, { span, includedFrom: scope.includedFrom });
      return;
    case 'value': {
      const value = valueTextAt(statement.path, scope, state);
      const { path, span } = statement;
      const { includedFrom } = scope;
      return addInsert({ kind: 'value', value, typedPath: path.text, span, includedFrom }, state);
    }
    case 'plural': {
      const { path, forms, span } = statement;
      const number = valueTextAt(path, scope, state);
      const { includedFrom } = scope;
      return addInsert({ kind: 'plural', number, typedPath: path.text, forms, span, includedFrom }, state);
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
      return addInsert({ ...statement, includedFrom: scope.includedFrom }, state);
  }
}

/**
 * Interprets a partial. Its scope consists of its arguments only. The value of an argument can be absent, in which case
 * an `#if` on it is false in the partial.
 */
function includePartial(inclusion: InclusionStatement, scope: RenderScope, state: RenderState): void {
  if (scope.includedFrom.length === MAX_NESTED_PARTIALS) {
    return stopRendering(
      inclusion,
      scope,
      state,
      say`partials include each other more than ${scope.includedFrom.length} deep`,
    );
  }
  const partial = scope.templates.get(keyOfPartial(inclusion.partial));
  if (partial === undefined) throw new Error(`the partial ${inclusion.partial} was not checked`);
  const names = new Map<string, NamedValue>();
  for (const { name, value } of inclusion.args) {
    const argument: NamedValue | undefined =
      typeof value === 'string' ? { kind: 'text', value: { text: value } } : valueAt(value, scope);
    if (argument !== undefined) names.set(name, argument);
  }
  const location = { span: inclusion.span, message: say`included here` };
  const partialScope = { ...scope, names, loops: [], includedFrom: [location, ...scope.includedFrom] };
  state.output.beginPartial(inclusion);
  interpretStatements(partial.statements, partialScope, state);
  const { exceedsHeading, isBlockAfterWords } = state.output.endPartial();
  if (exceedsHeading) state.faults.push(headingFault(inclusion, scope));
  else if (isBlockAfterWords) state.faults.push(blockAfterWordsFault(inclusion, scope));
}

/** Returns the fault for a partial of several lines in a heading, which ends with its line. */
function headingFault({ partial, span }: InclusionStatement, scope: RenderScope): Diagnostic {
  const hint = say`Include it below the heading.`;
  const message = say`a heading has one line, and the partial ${partial} has several`;
  return fault('template/unsupported', span, message, { hint, related: scope.includedFrom });
}

/** Returns the fault for a partial that begins with a list, a quotation or a heading, but whose tag follows words. */
function blockAfterWordsFault({ partial, span }: InclusionStatement, scope: RenderScope): Diagnostic {
  const hint = say`Put its tag on a line of its own.`;
  const message = say`the partial ${partial} begins with a list, a quotation or a heading, which cannot follow words on a line`;
  return fault('template/unsupported', span, message, { hint, related: scope.includedFrom });
}

/** Adds an insert, and its placeholder at the end of the text. */
function addInsert(newInsert: Insert, state: RenderState): void {
  state.output.write(placeholderOf(state.inserts.length), newInsert);
  state.inserts.push(newInsert);
}

/**
 * Returns the value to insert for a path. If the path has no value, adds the fault `template/no-value`, unless most
 * recipients have the value: then the letters to the others are faulty, and not the text.
 */
function valueTextAt(path: ValuePath, scope: RenderScope, state: RenderState): ValueText {
  const value = valueAt(path, scope);
  if (value?.kind === 'text') return value.value;
  if (value?.kind === 'absent' && value.usualPath !== undefined) return { path: value.usualPath };
  const lackingKey = value?.kind === 'absent' && value.inProfile !== undefined ? { lacking: value.inProfile } : {};
  const extras = { hint: guardHint(path.text), related: scope.includedFrom, ...lackingKey };
  state.faults.push(fault('template/no-value', path.span, say`some recipients have no ${path.text}`, extras));
  // The path is still returned: the placeholder of the value prevents further faults in the text around it.
  return { path: path.text };
}

/** Returns the hint for a path that has no value in some letters, which is to put it inside an `#if`. */
export function guardHint(path: string): Message {
  const guard = say`Put it inside ${`{{#if ${path}}}`}, with the words for those who have none after ${'{{else}}'}.`;
  if (!path.startsWith('fields.')) return guard;
  return [...guard, ...say` If all must have it, write ${'required: true'} in recipients/fields.yaml.`];
}

/** Whether a condition on a path holds: the value is present, or `@first` or `@last` is true of the current element. */
function isPresent(path: ValuePath, scope: RenderScope): boolean {
  const loop = scope.loops.at(-1);
  if (path.loopVariable === 'first') return loop?.index === 0;
  if (path.loopVariable === 'last') return loop !== undefined && loop.index === loop.length - 1;
  return valueAt(path, scope)?.kind === 'text';
}

/**
 * Returns the value of a path; undefined if there is none. The path is looked up in the current element of the loop
 * that it refers to or, if it refers to no loop, in the names of the template. `@index` is the index of the current
 * element.
 */
function valueAt(path: ValuePath, scope: RenderScope): NamedValue | undefined {
  const loop = scope.loops.at(-1 - path.depth);
  if (path.loopVariable !== undefined) return { kind: 'text', value: { text: String(loop?.index ?? 0) } };
  return (loop?.names ?? scope.names).get(path.name);
}

/** Stops the rendering at a statement that exceeds a limit, and reports the limit. */
function stopRendering(statement: Statement, scope: RenderScope, state: RenderState, message: Message): void {
  if (state.isStopped) return;
  state.isStopped = true;
  const span = statement.kind === 'content' ? statement.lines[0]?.span : statement.span;
  if (span === undefined) throw new Error('content without lines');
  const hint = say`Look for a partial that is included too often.`;
  state.faults.push(fault('template/too-large', span, message, { hint, related: scope.includedFrom }));
}
