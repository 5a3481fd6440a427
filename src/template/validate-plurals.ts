import type { Conventions } from '../languages/conventions.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { type Message, say } from '../model/message.ts';
import { statementsWithin, type PluralStatement, type Template } from './template.ts';

/**
 * Returns a fault for each plural that lacks a form which its language has, or has one that its language lacks.
 * `conventions` are undefined for a language that is not supported, which has a fault of its own.
 */
export function pluralFaults(
  { statements }: Template,
  language: Language,
  conventions: Conventions | undefined,
): readonly Diagnostic[] {
  if (conventions === undefined) return [];
  return [...statementsWithin(statements)].flatMap((statement) =>
    statement.kind === 'plural' ? categoryFaults(statement, language, conventions) : [],
  );
}

function categoryFaults(
  { forms, span }: PluralStatement,
  language: Language,
  { plural: { categories } }: Conventions,
): readonly Diagnostic[] {
  const missing = categories.filter((category) => forms.every((form) => form.category !== category));
  const surplus = forms.filter(({ category }) => !categories.includes(category));
  const usage: Message = [`The forms in ${language} are ${categories.join(', ')}.`];
  return [
    ...missing.map((category) =>
      fault(
        'template/wrong-argument',
        span,
        [`this plural has no form ${category}, which numbers in ${language} take`],
        {
          hint: say`Add ${`${category}="…"`}. ${usage}`,
        },
      ),
    ),
    ...surplus.map(({ category, span: formSpan }) =>
      fault('template/wrong-argument', formSpan, [`no number in ${language} takes the form ${category}`], {
        hint: say`Leave it out. ${usage}`,
      }),
    ),
  ];
}
