import type { TextOutline } from '../model/text-outline.ts';
import { replaceComments } from './html-comments.ts';
import { statementsWithin, type Template } from './template.ts';

/** What a text holds, its branches one after the other: enough to hold two languages against each other. */
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
      statement.kind === 'citation' ? [withFirstNumber(statement.source, statement.at)] : [],
    ),
    parts: all.flatMap((statement) => {
      if (statement.kind === 'passage') return [`passage ${statement.id}`];
      return statement.kind === 'demands' ? ['demands'] : [];
    }),
    partials: all.flatMap((statement) => (statement.kind === 'inclusion' ? [statement.partial] : [])),
  };
}

/** "art. 11a" and "art. 11 bis" are the same place. */
function withFirstNumber(source: string, at: string | undefined): string {
  const number = /\d+/u.exec(at ?? '')?.[0];
  return number === undefined ? source : `${source} ${number}`;
}
