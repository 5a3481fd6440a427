import { LANGUAGES } from '../languages/languages.ts';
import { pluralCategoriesOf } from '../languages/plurals.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { type Message, say } from '../model/message.ts';
import { statementsWithin, type PluralStatement, type Template } from './template.ts';

/** Returns a fault for each plural that lacks a form which its language has, or has one that its language lacks. */
export function pluralFaults({ statements }: Template, language: Language): readonly Diagnostic[] {
  // A language that is not supported has a fault of its own.
  if (!LANGUAGES.includes(language)) return [];
  return [...statementsWithin(statements)].flatMap((statement) =>
    statement.kind === 'plural' ? categoryFaults(statement, language) : [],
  );
}

function categoryFaults({ forms, span }: PluralStatement, language: Language): readonly Diagnostic[] {
  const categories = pluralCategoriesOf(language);
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
