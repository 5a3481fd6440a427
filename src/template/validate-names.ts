import { fault, type Diagnostic, type RelatedLocation } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import { MAX_NESTED_PARTIALS } from './inclusion-order.ts';
import { unknownNameHint } from './unknown-name-hint.ts';
import type { InclusionStatement, ValuePath, Statement, Template } from './template.ts';
import { keyOfPartial, type TemplatesByKey } from './text-keys.ts';
import type { Content, ViewRow } from './view.ts';

/**
 * Validates the names in all branches of a template and of its partials: that every path exists in its scope, and that
 * lists and texts are used as such. Optional values that are used outside of an `#if` are not found here: they are
 * faults of the rendering (`renderTemplate`) for a shape in which the value is absent.
 */
export function validateNames(
  template: Template,
  rows: readonly ViewRow[],
  templates: TemplatesByKey,
): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  validateStatements(template.statements, {
    templates,
    faults,
    validatedInclusions: new Set(),
    scopes: [rootScopeOf(rows)],
    includedFrom: [],
  });
  return faults;
}

/** A scope: the names that are visible at a place of a template, each with its static type. */
type Scope = ReadonlyMap<string, NameType>;

/** The static type of a name. `optional`: the value can be absent. */
type NameType =
  | { readonly kind: 'text'; readonly optional: boolean; readonly content: Content }
  | { readonly kind: 'list'; readonly elements: Scope };

/** The type of literal arguments, of data variables, as `@index`, and of what an element of a list has. */
const TEXT: NameType = { kind: 'text', optional: false, content: 'words' };

/** Returns the root scope of a template that can use the values of these rows of the view. */
function rootScopeOf(rows: readonly ViewRow[]): Scope {
  return new Map(
    rows.map((row): [string, NameType] => {
      if (row.type === 'text')
        return [row.path, { kind: 'text', optional: row.needs.length > 0, content: row.content ?? 'words' }];
      const fields = row.fields.map(({ name }): [string, NameType] => [name, TEXT]);
      return [row.path, { kind: 'list', elements: new Map(fields) }];
    }),
  );
}

interface ValidationContext {
  readonly templates: TemplatesByKey;
  readonly faults: Diagnostic[];
  /** The partials that are already validated, each with the types of its arguments. */
  readonly validatedInclusions: Set<string>;
  /**
   * The root scope, then the scopes of the enclosing loops, outermost first. The scope of a loop is undefined if the
   * path of its list has a fault, in which case any name is accepted.
   */
  readonly scopes: readonly (Scope | undefined)[];
  /** The tags that include the current partial, innermost first; empty in the template itself. */
  readonly includedFrom: readonly RelatedLocation[];
}

function validateStatements(statements: readonly Statement[], context: ValidationContext): void {
  for (const statement of statements) {
    if (statement.kind === 'value') validatePrintedPath(statement.path, context);
    else if (statement.kind === 'plural') validateNumberPath(statement.path, context);
    else if (statement.kind === 'condition') {
      validateCondition(statement.path, context);
      validateStatements(statement.present, context);
      validateStatements(statement.absent, context);
    } else if (statement.kind === 'repetition') {
      const loopContext = { ...context, scopes: [...context.scopes, elementScopeOf(statement.path, context)] };
      validateStatements(statement.each, loopContext);
      validateStatements(statement.none, context);
    } else if (statement.kind === 'inclusion') validateInclusion(statement, context);
  }
}

/** Refuses to print a list, or an answer, of which the text cannot know the words. */
function validatePrintedPath(path: ValuePath, context: ValidationContext): void {
  const type = typeOf(path, context);
  if (type?.kind === 'text' && type.content === 'answer') refuseAnswer(path, context);
  if (type?.kind !== 'list') return;
  const hint = say`Loop over it with ${`{{#each ${path.text}}}`}.`;
  refusePath(path, say`${path.text} is a list and has no words of its own`, hint, context);
}

/** Refuses a plural of what is no number. */
function validateNumberPath(path: ValuePath, context: ValidationContext): void {
  const type = typeOf(path, context);
  if (type === undefined || (type.kind === 'text' && type.content === 'number')) return;
  const hint = say`Name a field that recipients/fields.yaml declares with ${'type: number'}, or ${'signatories.count'}.`;
  refusePath(path, say`${path.text} is no number`, hint, context);
}

/** Refuses a condition on a value that is never absent. */
function validateCondition(path: ValuePath, context: ValidationContext): void {
  if (path.loopVariable === 'first' || path.loopVariable === 'last') return;
  const type = typeOf(path, context);
  if (type?.kind === 'text' && type.content === 'answer') return refuseAnswer(path, context);
  if (type === undefined || (type.kind === 'text' && type.optional)) return;
  const hint = say`Conditions on who gets which words stand in letter.yaml; here one can only ask whether an optional value is there.`;
  refusePath(path, say`${path.text} is always present`, hint, context);
}

/** Refuses the use of a field of the type yes-no: a text that tests whether it is there would take no for yes. */
function refuseAnswer(path: ValuePath, context: ValidationContext): void {
  const name = path.name.replace(/^fields\./u, '');
  const hint = say`Put the words into a passage, and in letter.yaml give it the condition ${`for: { field: { ${name}: yes } }`}.`;
  refusePath(path, say`${path.text} is yes or no, which a text neither prints nor tests`, hint, context);
}

/** Returns the scope inside a loop over a path; undefined if the path has a fault, which is reported. */
function elementScopeOf(path: ValuePath, context: ValidationContext): Scope | undefined {
  const type = typeOf(path, context);
  if (type === undefined || type.kind === 'list') return type?.elements;
  const hint = say`Write ${`{{${path.text}}}`}.`;
  refusePath(path, say`${path.text} is not a list`, hint, context);
  return undefined;
}

/**
 * Validates a partial with the arguments of one tag, which form its root scope. All text arguments count as optional,
 * so that the partial can test them in an `#if`.
 */
function validateInclusion(inclusion: InclusionStatement, context: ValidationContext): void {
  const argumentTypes = new Map<string, NameType>();
  let hasAllTypes = true;
  for (const { name, value } of inclusion.args) {
    const type = typeof value === 'string' ? TEXT : argumentTypeOf(value, context);
    if (type === undefined) hasAllTypes = false;
    else argumentTypes.set(name, type.kind === 'text' ? { ...type, optional: true } : type);
  }
  const partial = context.templates.get(keyOfPartial(inclusion.partial));
  // The fault of an argument is already reported. Without its type, the partial cannot be validated.
  if (partial === undefined || !hasAllTypes || context.includedFrom.length === MAX_NESTED_PARTIALS) return;
  const key = `${inclusion.partial} ${[...argumentTypes].map(([name, type]) => typeSignature(name, type)).join()}`;
  if (context.validatedInclusions.has(key)) return;
  context.validatedInclusions.add(key);
  const location = { span: inclusion.span, message: say`included here` };
  validateStatements(partial.statements, {
    ...context,
    scopes: [argumentTypes],
    includedFrom: [location, ...context.includedFrom],
  });
}

/** Returns the type of the path that a tag passes to a partial. `@first` and `@last` cannot be passed. */
function argumentTypeOf(path: ValuePath, context: ValidationContext): NameType | undefined {
  if (path.loopVariable !== 'first' && path.loopVariable !== 'last') return typeOf(path, context);
  const hint = say`Test it here with ${`{{#if ${path.text}}}`}.`;
  refusePath(path, say`${path.text} can be tested in a condition, but not passed to a partial`, hint, context);
  return undefined;
}

/** Returns the type of a path; undefined if its scope is unknown, or if the scope lacks the name, which is reported. */
function typeOf(path: ValuePath, context: ValidationContext): NameType | undefined {
  if (path.loopVariable !== undefined) return TEXT;
  const scope = context.scopes.at(-1 - path.depth);
  const type = scope?.get(path.name);
  if (type !== undefined || scope === undefined) return type;
  // For the root scope of a partial, `validatePartials` reports the name, once for all tags that include the partial.
  if (context.includedFrom.length > 0 && scope === context.scopes[0]) return undefined;
  const hint = unknownNameHint('../'.repeat(path.depth) + path.name, visibleNames(context), ['demands']);
  const extras = { hint, related: context.includedFrom };
  context.faults.push(fault('template/unknown-path', path.span, say`there is no ${path.text}`, extras));
  return undefined;
}

/** Returns all visible names as they are typed in the current scope, where those of outer scopes begin with `../`. */
function visibleNames({ scopes }: ValidationContext): readonly string[] {
  return scopes
    .toReversed()
    .flatMap((scope, depth) => [...(scope?.keys() ?? [])].map((name) => '../'.repeat(depth) + name));
}

/** Returns a string that identifies the name and the type of an argument. */
function typeSignature(name: string, type: NameType): string {
  if (type.kind === 'text') return `${name} ${type.content}`;
  return `${name}[${[...type.elements].map(([field, fieldType]) => typeSignature(field, fieldType)).join()}]`;
}

function refusePath(
  { span }: ValuePath,
  message: Message,
  hint: Message,
  { includedFrom, faults }: ValidationContext,
): void {
  faults.push(fault('template/wrong-argument', span, message, { hint, related: includedFrom }));
}
