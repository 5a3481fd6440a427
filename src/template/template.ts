import type { PluralCategory } from '../model/plural-category.ts';
import type { Span } from '../model/span.ts';

/**
 * A parsed template: the AST of Handlebars after white-space control, narrowed to the constructs that letters support.
 * Every statement has the span of its tag; literal text has a span for each line.
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
  | PluralStatement
  | InclusionStatement
  | PassageStatement
  | DemandsStatement
  | CitationStatement;

/** Literal text between tags, split into lines. Each line but the last ends in a line feed. */
export interface ContentStatement {
  readonly kind: 'content';
  readonly lines: readonly ContentLine[];
}

/** A line of literal text, or the part of a line before or after a tag, with the span of its start. */
export interface ContentLine {
  readonly text: string;
  readonly span: Span;
}

/** The tag of a value: `{{recipient.title}}`. */
export interface ValueStatement {
  readonly kind: 'value';
  readonly path: ValuePath;
  readonly span: Span;
}

/**
 * A condition on a value: `{{#if path}}` or `{{#unless path}}`. `present` and `absent` are the statements for a value
 * that is present or absent.
 */
export interface ConditionStatement {
  readonly kind: 'condition';
  readonly path: ValuePath;
  readonly present: readonly Statement[];
  readonly absent: readonly Statement[];
  readonly span: Span;
}

/** A loop over a list: `{{#each path}}`. `each` is its body; `none` is its `{{else}}` branch, for an empty list. */
export interface RepetitionStatement {
  readonly kind: 'repetition';
  readonly path: ValuePath;
  readonly each: readonly Statement[];
  readonly none: readonly Statement[];
  readonly span: Span;
}

/** A word in the form that a number takes: `{{plural path one="household" other="households"}}`. */
export interface PluralStatement {
  readonly kind: 'plural';
  /** The path of the number. */
  readonly path: ValuePath;
  /** The words for each plural category that is given, in the order of the tag. */
  readonly forms: readonly PluralForm[];
  readonly span: Span;
}

/** The words for one plural category of Unicode's Common Locale Data Repository (CLDR). */
export interface PluralForm {
  readonly category: PluralCategory;
  readonly words: string;
  /** The location of the argument. */
  readonly span: Span;
}

/** The inclusion of a partial: `{{> name key=path}}`. */
export interface InclusionStatement {
  readonly kind: 'inclusion';
  /** The name of the partial. */
  readonly partial: string;
  readonly args: readonly Argument[];
  /**
   * The white space before a tag that is alone on its line, which is put before each line of the partial; undefined if
   * the tag shares its line.
   */
  readonly indent: string | undefined;
  readonly span: Span;
}

/** A named argument (`key=value`) of a partial: a path in the scope of the tag, or a literal text. */
export interface Argument {
  readonly name: string;
  readonly value: ValuePath | string;
  readonly span: Span;
}

/** The place of a passage: `{{passage "id"}}`. */
export interface PassageStatement {
  readonly kind: 'passage';
  readonly id: string;
  readonly span: Span;
}

/** The place of the demands: `{{demands}}`. */
export interface DemandsStatement {
  readonly kind: 'demands';
  readonly span: Span;
}

/** A citation of a source: `{{cite "key" at="art. 70"}}`. */
export interface CitationStatement {
  readonly kind: 'citation';
  /** The key of the source in `sources.yaml`. */
  readonly source: string;
  /** The pinpoint, which is the cited part of the source: "art. 70". */
  readonly pinpoint: string | undefined;
  readonly span: Span;
}

/** A path expression, which refers to a value. */
export interface ValuePath {
  /** The path as it is typed in the template. */
  readonly text: string;
  /** The number of `../` segments, each of which leads out of one `#each` block. */
  readonly depth: number;
  /** The dotted name, without `../`; `this` for the current element of a loop; empty for a data variable. */
  readonly name: string;
  /** The data variable `@index`, `@first` or `@last`; undefined for a name. */
  readonly loopVariable: 'index' | 'first' | 'last' | undefined;
  readonly span: Span;
}

/** Yields all statements and the statements nested in them, in pre-order. */
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

/** Returns all tags of a template that include a partial, in the order of the file. */
export function inclusionsIn(template: Template): readonly InclusionStatement[] {
  return [...statementsWithin(template.statements)].filter((statement) => statement.kind === 'inclusion');
}
