import type { Span } from '../model/span.ts';

/**
 * A template, parsed: what the Handlebars parser read, white-space control done, narrowed to the constructs that letters
 * use. Every statement knows where it stands.
 */
export interface Template {
  readonly statements: readonly Statement[];
  readonly file: string;
}

export type Statement =
  | ContentStatement
  | ValueStatement
  | ConditionStatement
  | RepetitionStatement
  | InclusionStatement
  | PassageStatement
  | DemandsStatement
  | CitationStatement;

/** Words of the template's own, line by line; each line but the last ends in a line feed. */
export interface ContentStatement {
  readonly kind: 'content';
  readonly lines: readonly ContentLine[];
}

export interface ContentLine {
  readonly text: string;
  readonly span: Span;
}

/** `{{recipient.title}}` */
export interface ValueStatement {
  readonly kind: 'value';
  readonly path: ValuePath;
  readonly span: Span;
}

/** `{{#if path}}`; `unless` has its two branches swapped. */
export interface ConditionStatement {
  readonly kind: 'condition';
  readonly path: ValuePath;
  readonly present: readonly Statement[];
  readonly absent: readonly Statement[];
  readonly span: Span;
}

/** `{{#each path}}` */
export interface RepetitionStatement {
  readonly kind: 'repetition';
  readonly path: ValuePath;
  readonly each: readonly Statement[];
  readonly none: readonly Statement[];
  readonly span: Span;
}

/** `{{> name key=path}}`; `indent` goes before every line when the tag has its line to itself. */
export interface InclusionStatement {
  readonly kind: 'inclusion';
  readonly partial: string;
  readonly given: readonly Argument[];
  readonly indent: string;
  readonly span: Span;
}

/** A named argument: a path of the caller's, or words. */
export interface Argument {
  readonly name: string;
  readonly value: ValuePath | string;
  readonly span: Span;
}

/** `{{passage "id"}}` */
export interface PassageStatement {
  readonly kind: 'passage';
  readonly id: string;
  readonly span: Span;
}

/** `{{demands}}` */
export interface DemandsStatement {
  readonly kind: 'demands';
  readonly span: Span;
}

/** `{{cite "key" at="art. 70"}}` */
export interface CitationStatement {
  readonly kind: 'citation';
  readonly source: string;
  readonly at: string | undefined;
  readonly span: Span;
}

/** A way to a value. `loop`: `@index`, `@first` or `@last` instead of a name. */
export interface ValuePath {
  /** As written. */
  readonly text: string;
  /** How many `../` lead out of loops. */
  readonly up: number;
  /** The dotted name, `this` for the element itself. */
  readonly name: string;
  readonly loop: 'index' | 'first' | 'last' | undefined;
  readonly span: Span;
}

/** All statements, outer before inner, in the order of the file. */
export function* statementsWithin(statements: readonly Statement[]): Generator<Statement> {
  for (const statement of statements) {
    yield statement;
    if (statement.kind === 'condition') {
      yield* statementsWithin(statement.present);
      yield* statementsWithin(statement.absent);
    } else if (statement.kind === 'repetition') {
      yield* statementsWithin(statement.each);
      yield* statementsWithin(statement.none);
    }
  }
}

/** The partials that a template includes, in the order of the file. */
export function inclusionsIn(template: Template): readonly InclusionStatement[] {
  return [...statementsWithin(template.statements)].filter((statement) => statement.kind === 'inclusion');
}
