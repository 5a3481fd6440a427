import { fault, type Diagnostic, type RelatedLocation } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import { hintOfNames } from './hint-of-names.ts';
import type { InclusionStatement, ValuePath, Statement, Template } from './template.ts';
import { keyOfPartial, type TemplatesByKey } from './text-keys.ts';
import type { ViewRow } from './view.ts';

/**
 * Validates the names in all branches of a template, and in its partials with the arguments that each receives: whether
 * every path exists in its scope, and whether lists and texts are used as such. Whether an optional value is guarded by
 * an `#if` is not validated here: `interpret` finds it for each shape.
 */
export function validateNames(
  template: Template,
  rows: readonly ViewRow[],
  templates: TemplatesByKey,
): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  validateStatements(template.statements, { templates, faults, seen: new Set(), scopes: [scopeOf(rows)], chain: [] });
  return faults;
}

/** A scope: the visible names, each with its static type. */
type Scope = ReadonlyMap<string, NameType>;

/** The static type of a name. `optional`: the value is absent for some recipients. */
type NameType =
  { readonly kind: 'text'; readonly optional: boolean } | { readonly kind: 'list'; readonly elements: Scope };

/** Returns the root scope of a template that can use these rows of the view. */
function scopeOf(rows: readonly ViewRow[]): Scope {
  return new Map(
    rows.map((row): [string, NameType] => {
      if (row.type === 'text') return [row.path, { kind: 'text', optional: row.needs.length > 0 }];
      const fields = row.fields.map(({ name }): [string, NameType] => [name, { kind: 'text', optional: false }]);
      return [row.path, { kind: 'list', elements: new Map(fields) }];
    }),
  );
}

interface ValidationContext {
  readonly templates: TemplatesByKey;
  readonly faults: Diagnostic[];
  /** Keys of the partials already validated, each with the types of its arguments. */
  readonly seen: Set<string>;
  /**
   * The root scope, then those of the loops, outermost first. A scope is undefined if the path of its list has a fault;
   * any name is then accepted in it.
   */
  readonly scopes: readonly (Scope | undefined)[];
  /** The tags that include the current partial, innermost first; empty in the template itself. */
  readonly chain: readonly RelatedLocation[];
}

function validateStatements(statements: readonly Statement[], context: ValidationContext): void {
  for (const statement of statements) {
    if (statement.kind === 'value') validatePrinted(statement.path, context);
    else if (statement.kind === 'condition') {
      validateCondition(statement.path, context);
      validateStatements(statement.present, context);
      validateStatements(statement.absent, context);
    } else if (statement.kind === 'repetition') {
      const inner = { ...context, scopes: [...context.scopes, elementsOf(statement.path, context)] };
      validateStatements(statement.each, inner);
      validateStatements(statement.none, context);
    } else if (statement.kind === 'inclusion') validateInclusion(statement, context);
  }
}

function validatePrinted(path: ValuePath, context: ValidationContext): void {
  if (typeOf(path, context)?.kind !== 'list') return;
  const hint = say`Loop over it with ${`{{#each ${path.text}}}`}.`;
  refuseArgument(path, say`${path.text} is a list and has no words of its own`, hint, context);
}

/** Refuses a condition on a value that is never absent. */
function validateCondition(path: ValuePath, context: ValidationContext): void {
  if (path.loopVariable === 'first' || path.loopVariable === 'last') return;
  const type = typeOf(path, context);
  if (type === undefined || (type.kind === 'text' && type.optional)) return;
  const hint = say`Conditions on who gets which words stand in letter.yaml; here one can only ask whether an optional value is there.`;
  refuseArgument(path, say`${path.text} is always there`, hint, context);
}

/** Returns the scope of the elements of a list; undefined if the path has a fault. */
function elementsOf(path: ValuePath, context: ValidationContext): Scope | undefined {
  const type = typeOf(path, context);
  if (type === undefined || type.kind === 'list') return type?.elements;
  const hint = say`Write ${`{{${path.text}}}`}.`;
  refuseArgument(path, say`${path.text} is not a list`, hint, context);
  return undefined;
}

/**
 * Validates a partial with the arguments of one tag, which are its whole root scope. All text arguments count as
 * optional, so that the partial can test them in an `#if`.
 */
function validateInclusion(inclusion: InclusionStatement, context: ValidationContext): void {
  const given = new Map<string, NameType>();
  let hasAllTypes = true;
  for (const { name, value } of inclusion.args) {
    const type = typeof value === 'string' ? TEXT : passedType(value, context);
    if (type === undefined) hasAllTypes = false;
    else given.set(name, type.kind === 'text' ? { kind: 'text', optional: true } : type);
  }
  const partial = context.templates.get(keyOfPartial(inclusion.partial));
  // An argument with a fault is reported at the tag; the partial is not validated without its type.
  if (partial === undefined || !hasAllTypes) return;
  const key = `${inclusion.partial} ${[...given].map(([name, type]) => signature(name, type)).join()}`;
  if (context.seen.has(key)) return;
  context.seen.add(key);
  const location = { span: inclusion.span, message: say`included here` };
  validateStatements(partial.statements, { ...context, scopes: [given], chain: [location, ...context.chain] });
}

function passedType(path: ValuePath, context: ValidationContext): NameType | undefined {
  if (path.loopVariable !== 'first' && path.loopVariable !== 'last') return typeOf(path, context);
  const hint = say`Test it here with ${`{{#if ${path.text}}}`}.`;
  refuseArgument(path, say`${path.text} can be asked, not passed on`, hint, context);
  return undefined;
}

/** The type of literal arguments and of data variables. */
const TEXT: NameType = { kind: 'text', optional: false };

/** Returns the type of a path; undefined if its scope is unknown, or if its name is not in it, which is reported. */
function typeOf(path: ValuePath, context: ValidationContext): NameType | undefined {
  if (path.loopVariable !== undefined) return TEXT;
  const scope = context.scopes.at(-1 - path.depth);
  const type = scope?.get(path.name);
  if (type !== undefined || scope === undefined) return type;
  // An unknown name in the root scope of a partial is reported once, by `validatePartials`.
  if (context.chain.length > 0 && scope === context.scopes[0]) return undefined;
  const hint = hintOfNames('../'.repeat(path.depth) + path.name, namesWithin(context), ['demands']);
  const extras = { hint, related: context.chain };
  context.faults.push(fault('template/unknown-path', path.span, say`there is no ${path.text}`, extras));
  return undefined;
}

/** Returns all visible names as they are typed in the current scope: those of outer scopes with `../`. */
function namesWithin({ scopes }: ValidationContext): readonly string[] {
  return scopes.toReversed().flatMap((scope, up) => [...(scope?.keys() ?? [])].map((name) => '../'.repeat(up) + name));
}

/** Returns a string that identifies the type of an argument. */
function signature(name: string, type: NameType): string {
  if (type.kind === 'text') return name;
  return `${name}[${[...type.elements].map(([field, inner]) => signature(field, inner)).join()}]`;
}

function refuseArgument(
  { span }: ValuePath,
  message: Message,
  hint: Message,
  { chain, faults }: ValidationContext,
): void {
  faults.push(fault('template/wrong-argument', span, message, { hint, related: chain }));
}
