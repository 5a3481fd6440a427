import { fault, type Diagnostic, type DiagnosticCode, type RelatedPlace } from '../model/diagnostic.ts';
import { say, type Message } from '../model/message.ts';
import { hintOfNames } from './hint-of-names.ts';
import type { Inclusion, Path, Statement, Template } from './template.ts';
import { keyOfPartial, type TemplatesByKey } from './text-keys.ts';
import type { ViewRow } from './view.ts';

/**
 * Follows a template that may name these rows of the view through all of its branches, taken or not, and through its
 * partials with what each is given: does everything exist that is named, and is it used as what it is? Only whether an optional value is there is no question
 * of names; that takes the combinations of what may be absent.
 */
export function checkNames(
  template: Template,
  rows: readonly ViewRow[],
  templates: TemplatesByKey,
): readonly Diagnostic[] {
  const sheet: Sheet = { faults: [], templates, seen: new Set() };
  walk(template.statements, { scopes: [scopeOf(rows)], chain: [], partial: undefined }, sheet);
  return sheet.faults;
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

interface Sheet {
  readonly faults: Diagnostic[];
  readonly templates: TemplatesByKey;
  /** Partials with what they were given, so that each is followed once. */
  readonly seen: Set<string>;
}

interface Frame {
  /** That of the template, then of the loops, outermost first. Undefined: its list is unknown, so anything may be in it. */
  readonly scopes: readonly (Scope | undefined)[];
  readonly chain: readonly RelatedPlace[];
  /** The name of the partial that this is. */
  readonly partial: string | undefined;
}

function walk(statements: readonly Statement[], frame: Frame, sheet: Sheet): void {
  for (const statement of statements) {
    if (statement.kind === 'value') checkPrinted(statement.path, frame, sheet);
    else if (statement.kind === 'condition') {
      checkAsked(statement.path, frame, sheet);
      walk(statement.present, frame, sheet);
      walk(statement.absent, frame, sheet);
    } else if (statement.kind === 'repetition') {
      const inner = { ...frame, scopes: [...frame.scopes, elementsOf(statement.path, frame, sheet)] };
      walk(statement.each, inner, sheet);
      walk(statement.none, frame, sheet);
    } else if (statement.kind === 'inclusion') include(statement, frame, sheet);
  }
}

function checkPrinted(path: Path, frame: Frame, sheet: Sheet): void {
  if (typeOf(path, frame, sheet)?.kind !== 'list') return;
  const hint = say`Go through it with ${`{{#each ${path.text}}}`}.`;
  report('template/wrong-argument', path, say`${path.text} is a list and has no words of its own`, hint, frame, sheet);
}

function checkAsked(path: Path, frame: Frame, sheet: Sheet): void {
  if (path.loop === 'first' || path.loop === 'last') return;
  const type = typeOf(path, frame, sheet);
  if (type === undefined || (type.kind === 'text' && type.optional)) return;
  const hint = say`Conditions on who gets which words stand in letter.yaml; here one can only ask whether an optional value is there.`;
  report('template/wrong-argument', path, say`${path.text} is always there`, hint, frame, sheet);
}

function elementsOf(path: Path, frame: Frame, sheet: Sheet): Scope | undefined {
  const type = typeOf(path, frame, sheet);
  if (type === undefined || type.kind === 'list') return type?.elements;
  const hint = say`Write ${`{{${path.text}}}`}.`;
  report('template/wrong-argument', path, say`${path.text} is not a list`, hint, frame, sheet);
  return undefined;
}

/** A partial sees what it is given and nothing else. What it was given may be absent, so it may always ask. */
function include(inclusion: Inclusion, frame: Frame, sheet: Sheet): void {
  const given = new Map<string, NameType>();
  let isKnown = true;
  for (const { name, value } of inclusion.given) {
    const type = typeof value === 'string' ? TEXT : passedType(value, frame, sheet);
    if (type === undefined) isKnown = false;
    else given.set(name, type.kind === 'text' ? { kind: 'text', optional: true } : type);
  }
  const partial = sheet.templates.get(keyOfPartial(inclusion.partial));
  // What is given and has a fault of its own is none in the partial.
  if (partial === undefined || !isKnown) return;
  const key = `${inclusion.partial} ${[...given].map(([name, type]) => signature(name, type)).join()}`;
  if (sheet.seen.has(key)) return;
  sheet.seen.add(key);
  const link = { span: inclusion.span, message: say`included here` };
  walk(partial.statements, { scopes: [given], chain: [link, ...frame.chain], partial: inclusion.partial }, sheet);
}

function passedType(path: Path, frame: Frame, sheet: Sheet): NameType | undefined {
  if (path.loop !== 'first' && path.loop !== 'last') return typeOf(path, frame, sheet);
  const hint = say`Ask ${`{{#if ${path.text}}}`} here.`;
  report('template/wrong-argument', path, say`${path.text} can be asked, not passed on`, hint, frame, sheet);
  return undefined;
}

const TEXT: NameType = { kind: 'text', optional: false };

/** Undefined: it has a fault already, or nothing is known of where it is looked for. */
function typeOf(path: Path, frame: Frame, sheet: Sheet): NameType | undefined {
  if (path.loop !== undefined) return TEXT;
  const scope = frame.scopes.at(-1 - path.up);
  const type = scope?.get(path.name);
  if (type !== undefined || scope === undefined) return type;
  // What a partial misses at its root is told once, where it is included.
  if (frame.partial !== undefined && scope === frame.scopes[0]) return undefined;
  const hint = hintOfNames('../'.repeat(path.up) + path.name, namesWithin(frame), ['demands']);
  report('template/unknown-path', path, say`there is no ${path.text}`, hint, frame, sheet);
  return undefined;
}

/** All names at hand as they are written here: those of outer scopes with the way out. */
function namesWithin({ scopes }: Frame): readonly string[] {
  return scopes.toReversed().flatMap((scope, up) => [...(scope?.keys() ?? [])].map((name) => '../'.repeat(up) + name));
}

function signature(name: string, type: NameType): string {
  if (type.kind === 'text') return name;
  return `${name}[${[...type.elements].map(([field, inner]) => signature(field, inner)).join()}]`;
}

function report(
  code: DiagnosticCode,
  { span }: Path,
  message: Message,
  hint: Message,
  { chain }: Frame,
  { faults }: Sheet,
): void {
  faults.push(fault(code, span, message, { hint, related: chain }));
}
