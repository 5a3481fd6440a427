import type { Explanation } from '../model/explanation.ts';
import { neutralise } from './neutralise.ts';
import type { Paint } from './paint.ts';

/** Characters before the name of a text. */
const LABEL = 13;

/** What a recipient gets and why, for people. */
export function explanationText(
  explanation: Explanation,
  { paint, pathOf }: { readonly paint: Paint; readonly pathOf: (file: string) => string },
): string {
  const { id, office, letter, date, language, outcome, texts, leftOut, facts, groups, span } = explanation;
  const lines = [
    `${paint('strong', id)}: ${neutralise(office)} (${pathOf(span.file)}:${span.line})`,
    outcome === 'letter'
      ? `gets the letter ${neutralise(letter)} of ${date} in ${language}`
      : `gets no letter from ${neutralise(letter)} of ${date}: ${neutralise(explanation.reason)}`,
  ];
  const chosen = texts.map((text) => {
    const kind = text.numbers.length === 0 ? text.kind : `${text.kind} ${text.numbers.join('+')}`;
    return [
      `${kind.padEnd(LABEL)}${text.text.replace(/^\w+\//, '')}\n`,
      `${' '.repeat(LABEL)}${pathOf(text.file)}\n`,
      `${' '.repeat(LABEL)}for ${text.rule}: ${pathOf(text.span.file)}:${text.span.line}\n`,
    ].join('');
  });
  const recorded = facts.map(
    (fact) =>
      `${fact.name} is ${fact.value}${fact.since === undefined ? '' : ` since ${fact.since}`}: ${fact.source} (${pathOf(fact.span.file)}:${fact.span.line})`,
  );
  return [
    ...lines.map((line) => `${line}\n`),
    chosen.length === 0 ? '' : `\n${chosen.join('')}`,
    leftOut.length === 0 ? '' : `\nleft out: ${leftOut.join(', ')}\n`,
    groups.length === 0 ? '' : `\nin the groups: ${groups.join(', ')}\n`,
    recorded.length === 0
      ? ''
      : `\nrecorded about its State:\n${recorded.map((line) => `  ${neutralise(line)}\n`).join('')}`,
  ].join('');
}
