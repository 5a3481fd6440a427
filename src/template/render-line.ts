import type { Conventions } from '../languages/conventions.ts';
import { fault, isFault, type Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { say, type Message } from '../model/message.ts';
import { failure, settle, type Outcome } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import type { View } from './campaign-view.ts';
import { renderTemplate, type RenderResult } from './interpret.ts';
import { hasLines } from './lines-alone.ts';
import { parseTemplate } from './parse-template.ts';
import { spaceBeforeMarkFaults } from './punctuation.ts';
import type { RenderedText } from './rendered.ts';
import { type ByShape, MAX_TESTED_NEEDS, type NamesForShapes, testedPaths } from './shapes.ts';
import { statementsWithin } from './template.ts';
import { sourceOfValue } from './template-source.ts';
import type { TemplatesByKey } from './text-keys.ts';
import { validateNames } from './validate-names.ts';
import { pluralFaults } from './validate-plurals.ts';
import type { ViewRow } from './view.ts';
import { findDoubledSpaces, literalTextFaults, type WordsContext } from './working-notes.ts';

/** A template of one line that is a value of a data file: a part of a form of address, a reference. */
export interface LineTemplate {
  readonly text: string;
  /** Where the value is. */
  readonly span: Span;
  /** What it is called in messages, with its article: "a form of address". */
  readonly noun: string;
}

/** The names that a template of one line can use. */
export interface AvailableNames {
  readonly names: NamesForShapes;
  /** The same names, as rows of the view. */
  readonly rows: readonly ViewRow[];
  readonly view: View;
}

/** What the words of a template of one line are validated with. */
export interface LineContext extends WordsContext {
  readonly language: Language;
  readonly conventions: Conventions;
}

/** The partials that a template of one line can include: none. */
const NO_PARTIALS: TemplatesByKey = new Map();

/**
 * Parses and validates a template of one line, and renders it for each shape that letters can have. Unlike a text, it
 * may use an optional value without an `#if`: a recipient who lacks the value is reported when its letter is merged.
 */
export function renderLine(
  { text, span, noun }: LineTemplate,
  available: AvailableNames,
  context: LineContext,
): Outcome<ByShape<RenderedText>> {
  const source = sourceOfValue(span, text);
  const parsed = parseTemplate(source);
  if (!parsed.ok) return parsed;
  const template = parsed.value;
  const refuse = (message: Message, hint?: Message): Diagnostic =>
    fault('template/unsupported', span, message, hint === undefined ? {} : { hint });
  const faults = [...statementsWithin(template.statements)].flatMap(({ kind }) =>
    kind === 'inclusion' || kind === 'passage' || kind === 'demands' || kind === 'citation'
      ? [refuse([noun, ` cannot hold a ${kind}`])]
      : [],
  );
  if (source.text.includes('\n')) faults.push(refuse([noun, ' has one line'], say`Write it on one line.`));
  faults.push(...validateNames(template, available.rows, NO_PARTIALS));
  faults.push(
    ...pluralFaults(template, context.language, context.conventions).map((pluralFault) => ({ ...pluralFault, span })),
  );
  faults.push(...literalTextFaults(template, context).map((literalFault) => ({ ...literalFault, span })));
  if (faults.some(isFault)) return failure(...faults);
  const names = available.names(testedPaths(template));
  if (names === undefined) {
    const message = [noun, ...say` can test at most ${MAX_TESTED_NEEDS} values that a recipient may lack`];
    return failure(fault('template/too-large', span, message));
  }
  const results = [...names.shapes].map(([shape, namesOfShape]) => ({
    shape,
    ...renderTemplate(template, namesOfShape, NO_PARTIALS),
  }));
  const renderings = new Map(results.map(({ shape, rendered }) => [shape, rendered]));
  const inserts = results.flatMap(({ rendered }) => rendered.inserts);
  if (inserts.some((insert) => hasLines(insert, available.view))) {
    const hint = say`Declare the field as ${'type: text'}, or leave it to the texts.`;
    faults.push(refuse([noun, ' has one line, and this value several'], hint));
  }
  return settle({ paths: names.paths, shapes: renderings }, [
    ...faults,
    ...results.flatMap((result) => renderedTextFaults(result, span, context)),
  ]);
}

/**
 * Returns the faults that only the rendered text shows: that it is empty, or has two spaces in a row or one before a
 * punctuation mark. A missing value is no fault here.
 */
function renderedTextFaults(
  { rendered, faults }: RenderResult,
  span: Span,
  { conventions, isMeant }: LineContext,
): readonly Diagnostic[] {
  if (faults.some(({ code }) => code === 'template/no-value')) return [];
  if (faults.length > 0) return faults;
  if (rendered.text.trim() === '') {
    return [fault('text/empty-part', span, say`this has no words, at least for some recipients`)];
  }
  if (findDoubledSpaces(rendered.text).length === 0) {
    return spaceBeforeMarkFaults(rendered, conventions, isMeant).map((spaceFault) => ({ ...spaceFault, span }));
  }
  const hint = say`Put the space inside the condition, with the words that it belongs to.`;
  return [fault('text/working-note', span, say`two spaces in a row, at least for some recipients`, { hint })];
}
