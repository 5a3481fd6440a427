import type { Explanation } from '../model/explanation.ts';
import { neutralise } from './neutralise.ts';
import type { Paint } from './paint.ts';
import { tableText } from './table.ts';

/** What a recipient gets and why, for people. */
export function explanationText(
  explanation: Explanation,
  { paint, pathOf }: { readonly paint: Paint; readonly pathOf: (file: string) => string },
): string {
  const { id, office, letter, date, language, outcome, texts, leftOut, facts, groups, span } = explanation;
  const lines = [
    `${paint('strong', id)}: ${neutralise(office)} (${pathOf(span.file)}:${span.line})`,
    outcome === 'letter'
      ? `gets the letter ${letter} of ${date} in ${language}`
      : `gets no letter from ${letter} of ${date}: ${neutralise(explanation.reason)}`,
  ];
  const table = texts.map((text) => [
    text.numbers.length === 0 ? text.kind : `${text.kind} ${text.numbers.join('+')}`,
    text.id,
    text.wording,
    `for ${text.rule}`,
    `${pathOf(text.span.file)}:${text.span.line}`,
    pathOf(text.file),
  ]);
  const recorded = facts.map(
    (fact) =>
      `${fact.name} is ${fact.value}${fact.since === undefined ? '' : ` since ${fact.since}`}: ${fact.source} (${pathOf(fact.span.file)}:${fact.span.line})`,
  );
  return [
    ...lines.map((line) => `${line}\n`),
    table.length === 0
      ? ''
      : `\n${tableText(['part', 'text', 'wording', 'rule', 'rule stands in', 'text stands in'], table)}`,
    leftOut.length === 0 ? '' : `\nleft out: ${leftOut.join(', ')}\n`,
    groups.length === 0 ? '' : `\nin the groups: ${groups.join(', ')}\n`,
    recorded.length === 0
      ? ''
      : `\nrecorded about its State:\n${recorded.map((line) => `  ${neutralise(line)}\n`).join('')}`,
  ].join('');
}
