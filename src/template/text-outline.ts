import type { TextOutline } from '../model/text-outline.ts';
import { replaceComments } from './html-comments.ts';
import { statementsWithin, type Template } from './template.ts';

/** Returns the outline of a text, with all branches of conditions in sequence, for comparison with a translation. */
export function textOutline({ statements }: Template): TextOutline {
  const all = [...statementsWithin(statements)];
  const text = all
    .flatMap((statement) => (statement.kind === 'content' ? statement.lines.map((line) => line.text) : []))
    .join('');
  return {
    words: replaceComments(text, () => '')
      .replaceAll(/\s+/gu, ' ')
      .trim(),
    citations: all.flatMap((statement) =>
      statement.kind === 'citation' ? [withFirstNumber(statement.source, statement.pinpoint)] : [],
    ),
    parts: all.flatMap((statement) => {
      if (statement.kind === 'passage') return [`passage ${statement.id}`];
      return statement.kind === 'demands' ? ['demands'] : [];
    }),
    partials: all.flatMap((statement) => (statement.kind === 'inclusion' ? [statement.partial] : [])),
  };
}

/** Reduces the pinpoint to its first number, because translations write it differently ("art. 11a", "art. 11 bis"). */
function withFirstNumber(source: string, at: string | undefined): string {
  const number = /\d+/u.exec(at ?? '')?.[0];
  return number === undefined ? source : `${source} ${number}`;
}
