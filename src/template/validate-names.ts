import { fault, type Diagnostic, type RelatedLocation } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import { hintOfNames } from './hint-of-names.ts';
import type { InclusionStatement, ValuePath, Statement, Template } from './template.ts';
import { keyOfPartial, type TemplatesByKey } from './text-keys.ts';
import type { ViewRow } from './view.ts';

/**
 * Follows a template that may name these rows of the view through all of its branches, taken or not, and through its
 * partials with what each is given: does everything exist that is named, and is it used as what it is? Only whether an
 * optional value is there is no question of names; that takes the combinations of what may be absent.
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

/** What can be named somewhere, and what kind of thing each name is, before any recipient is known. */
type Scope = ReadonlyMap<string, NameType>;

type NameType =
  { readonly kind: 'text'; readonly optional: boolean } | { readonly kind: 'list'; readonly elements: Scope };

/** What a template sees that is handed rows of the view. */
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
  /** Partials with what they were given, so that each is followed once. */
  readonly seen: Set<string>;
  /** That of the template, then of the loops, outermost first. Undefined: its list is unknown, so anything may be in it. */
  readonly scopes: readonly (Scope | undefined)[];
  /** The inclusions that led here, innermost first; empty in the template itself. */
  readonly chain: readonly RelatedLocation[];
}

function validateStatements(statements: readonly Statement[], frame: ValidationContext): void {
  for (const statement of statements) {
    if (statement.kind === 'value') validatePrinted(statement.path, frame);
    else if (statement.kind === 'condition') {
      validateCondition(statement.path, frame);
      validateStatements(statement.present, frame);
      validateStatements(statement.absent, frame);
    } else if (statement.kind === 'repetition') {
      const inner = { ...frame, scopes: [...frame.scopes, elementsOf(statement.path, frame)] };
      validateStatements(statement.each, inner);
      validateStatements(statement.none, frame);
    } else if (statement.kind === 'inclusion') validateInclusion(statement, frame);
  }
}

function validatePrinted(path: ValuePath, frame: ValidationContext): void {
  if (typeOf(path, frame)?.kind !== 'list') return;
  const hint = say`Go through it with ${`{{#each ${path.text}}}`}.`;
  refuseArgument(path, say`${path.text} is a list and has no words of its own`, hint, frame);
}

function validateCondition(path: ValuePath, frame: ValidationContext): void {
  if (path.loop === 'first' || path.loop === 'last') return;
  const type = typeOf(path, frame);
  if (type === undefined || (type.kind === 'text' && type.optional)) return;
  const hint = say`Conditions on who gets which words stand in letter.yaml; here one can only ask whether an optional value is there.`;
  refuseArgument(path, say`${path.text} is always there`, hint, frame);
}

function elementsOf(path: ValuePath, frame: ValidationContext): Scope | undefined {
  const type = typeOf(path, frame);
  if (type === undefined || type.kind === 'list') return type?.elements;
  const hint = say`Write ${`{{${path.text}}}`}.`;
  refuseArgument(path, say`${path.text} is not a list`, hint, frame);
  return undefined;
}

/** A partial sees what it is given and nothing else. What it was given may be absent, so it may always ask. */
function validateInclusion(inclusion: InclusionStatement, frame: ValidationContext): void {
  const given = new Map<string, NameType>();
  let isKnown = true;
  for (const { name, value } of inclusion.given) {
    const type = typeof value === 'string' ? TEXT : passedType(value, frame);
    if (type === undefined) isKnown = false;
    else given.set(name, type.kind === 'text' ? { kind: 'text', optional: true } : type);
  }
  const partial = frame.templates.get(keyOfPartial(inclusion.partial));
  // What is given and has a fault of its own is none in the partial.
  if (partial === undefined || !isKnown) return;
  const key = `${inclusion.partial} ${[...given].map(([name, type]) => signature(name, type)).join()}`;
  if (frame.seen.has(key)) return;
  frame.seen.add(key);
  const link = { span: inclusion.span, message: say`included here` };
  validateStatements(partial.statements, { ...frame, scopes: [given], chain: [link, ...frame.chain] });
}

function passedType(path: ValuePath, frame: ValidationContext): NameType | undefined {
  if (path.loop !== 'first' && path.loop !== 'last') return typeOf(path, frame);
  const hint = say`Ask ${`{{#if ${path.text}}}`} here.`;
  refuseArgument(path, say`${path.text} can be asked, not passed on`, hint, frame);
  return undefined;
}

const TEXT: NameType = { kind: 'text', optional: false };

/** Undefined: it has a fault already, or nothing is known of where it is looked for. */
function typeOf(path: ValuePath, frame: ValidationContext): NameType | undefined {
  if (path.loop !== undefined) return TEXT;
  const scope = frame.scopes.at(-1 - path.up);
  const type = scope?.get(path.name);
  if (type !== undefined || scope === undefined) return type;
  // What a partial misses at its root is told once, where it is included.
  if (frame.chain.length > 0 && scope === frame.scopes[0]) return undefined;
  const hint = hintOfNames('../'.repeat(path.up) + path.name, namesWithin(frame), ['demands']);
  const extras = { hint, related: frame.chain };
  frame.faults.push(fault('template/unknown-path', path.span, say`there is no ${path.text}`, extras));
  return undefined;
}

/** All names at hand as they are written here: those of outer scopes with the way out. */
function namesWithin({ scopes }: ValidationContext): readonly string[] {
  return scopes.toReversed().flatMap((scope, up) => [...(scope?.keys() ?? [])].map((name) => '../'.repeat(up) + name));
}

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
