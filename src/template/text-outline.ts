import type { TextOutline } from '../model/text-outline.ts';
import { replaceComments } from './html-comments.ts';
import { statementsWithin, type Template } from './template.ts';

/**
 * Returns the outline of a text, for comparison with a translation. It contains all branches of conditions in order.
 */
export function textOutline({ statements }: Template): TextOutline {
  const allStatements = [...statementsWithin(statements)];
  const text = allStatements
    .flatMap((statement) => {
      if (statement.kind === 'plural') return statement.forms.map((form) => ` ${form.words} `);
      return statement.kind === 'content' ? statement.lines.map((line) => line.text) : [];
    })
    .join('');
  return {
    words: replaceComments(text, () => '')
      .replaceAll(/\s+/gu, ' ')
      .trim(),
    citations: allStatements.flatMap((statement) =>
      statement.kind === 'citation' ? [citationOutline(statement.source, statement.pinpoint)] : [],
    ),
    parts: allStatements.flatMap((statement) => {
      if (statement.kind === 'passage') return [`passage ${statement.id}`];
      return statement.kind === 'demands' ? ['demands'] : [];
    }),
    partials: allStatements.flatMap((statement) => (statement.kind === 'inclusion' ? [statement.partial] : [])),
  };
}

/**
 * Returns the key of a source with the first number of the pinpoint. The rest is left out, because translations write
 * it differently ("art. 11a", "art. 11 bis").
 */
function citationOutline(source: string, pinpoint: string | undefined): string {
  const number = /\d+/u.exec(pinpoint ?? '')?.[0];
  return number === undefined ? source : `${source} ${number}`;
}
