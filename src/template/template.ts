import type { Span } from '../model/span.ts';

/**
 * A parsed template: the AST of Handlebars after white-space control, narrowed to the constructs that letters use.
 * Every statement has the span of its tag, or one for each of its lines.
 */
export interface Template {
  readonly statements: readonly Statement[];
  readonly file: string;
}

/** A node of a parsed template. */
export type Statement =
  | ContentStatement
  | ValueStatement
  | ConditionStatement
  | RepetitionStatement
  | InclusionStatement
  | PassageStatement
  | DemandsStatement
  | CitationStatement;

/** Literal text, split into lines; each line but the last ends in a line feed. */
export interface ContentStatement {
  readonly kind: 'content';
  readonly lines: readonly ContentLine[];
}

/** A line of literal text, or the part of it next to a tag, with the span of its start. */
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

/** `{{#if path}}` or `{{#unless path}}`. It tests whether the value is present. */
export interface ConditionStatement {
  readonly kind: 'condition';
  readonly path: ValuePath;
  readonly present: readonly Statement[];
  readonly absent: readonly Statement[];
  readonly span: Span;
}

/** `{{#each path}}`; `each` is its body, `none` the `{{else}}` branch for an empty list. */
export interface RepetitionStatement {
  readonly kind: 'repetition';
  readonly path: ValuePath;
  readonly each: readonly Statement[];
  readonly none: readonly Statement[];
  readonly span: Span;
}

/**
 * `{{> name key=path}}`; `indent` is the white space before a standalone tag, and goes before each line of the partial.
 */
export interface InclusionStatement {
  readonly kind: 'inclusion';
  /** The name of the partial. */
  readonly partial: string;
  /** The arguments. */
  readonly args: readonly Argument[];
  readonly indent: string;
  readonly span: Span;
}

/** A hash argument of a partial; its value is a path in the including template's scope, or a literal text. */
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
  /** The key of the source in `sources.yaml`. */
  readonly source: string;
  /** The pinpoint: the part of the source that is cited. */
  readonly pinpoint: string | undefined;
  readonly span: Span;
}

/** A path expression. */
export interface ValuePath {
  /** As typed. */
  readonly text: string;
  /** The number of `../` segments; each leads out of one `#each` block. */
  readonly depth: number;
  /** The dotted name; `this` for the element itself; empty for a data variable. */
  readonly name: string;
  /** The data variable `@index`, `@first` or `@last`; undefined for a name. */
  readonly loopVariable: 'index' | 'first' | 'last' | undefined;
  readonly span: Span;
}

/** Yields all statements, including nested ones, in pre-order. */
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

/** Returns the inclusions of a template, in the order of the file. */
export function inclusionsIn(template: Template): readonly InclusionStatement[] {
  return [...statementsWithin(template.statements)].filter((statement) => statement.kind === 'inclusion');
}
