import type { Period } from '../../model/date.ts';
import type { Span } from '../../model/span.ts';
import { counted } from '../../report/counted.ts';
import { neutralise } from '../../report/neutralise.ts';
import type { Paint } from '../../report/paint.ts';
import type { ExplainedFact, ExplainedForm, ExplainedGroup, ExplainedText, Explanation } from './explain.ts';

/** Characters before the name of a text. */
const LABEL = 13;

const WHOM = { f: 'a woman', m: 'a man', unknown: 'holder unknown' } as const;

type PathOf = (file: string) => string;

/** What a recipient gets and why, for people. */
export function explanationText(
  explanation: Explanation,
  { paint, pathOf }: { readonly paint: Paint; readonly pathOf: PathOf },
): string {
  const { id, office, letter, date, language, outcome, texts, leftOut, facts, groups, span } = explanation;
  const at = (place: Span): string => `${pathOf(place.file)}:${place.line}`;
  const heading = [
    `${paint('strong', id)}: ${neutralise(office)} (${at(span)})`,
    outcome === 'letter'
      ? `gets the letter ${neutralise(letter)} of ${date} in ${language}`
      : `gets no letter from ${neutralise(letter)} of ${date}: ${neutralise(explanation.reason)}`,
    ...personLines(explanation, at),
  ];
  const recorded = [...groups.map(memberWords), ...facts.map(factWords)];
  return [
    ...heading.map((line) => `${line}\n`),
    texts.length === 0 ? '' : `\n${texts.map((text) => textLines(text, pathOf, at)).join('')}`,
    leftOut.length === 0 ? '' : `\nleft out: ${leftOut.join(', ')}\n`,
    section(
      'what the choice rests on',
      recorded.filter(({ asked }) => asked),
      at,
    ),
    section(
      'recorded besides; no rule that was tried asks about it',
      recorded.filter(({ asked }) => !asked),
      at,
    ),
  ].join('');
}

/** Who is addressed, how, and how far that may be trusted. */
function personLines({ holder, form, verified, source }: Explanation, at: (span: Span) => string): readonly string[] {
  return [
    holder === null ? 'nobody is named' : `holder: ${neutralise(holder.name)}${periodWords(holder)}`,
    ...(form === null ? [] : [`addressed as ${formWords(form)} (${at(form.span)})`]),
    `profile: ${verified === null ? 'verified by nobody' : `verified on ${verified.day}, ${counted(verified.age, 'day')} before the letter`}; ${neutralise(source)}`,
  ];
}

function formWords({ rank, gender, source, confidence, verbatim }: ExplainedForm): string {
  const own = verbatim.length === 0 ? '' : `, with the profile's own ${verbatim.join(', ')}`;
  const sure = confidence === null ? '' : `; confidence ${confidence}`;
  return `${rank}, ${WHOM[gender]}${own}: ${neutralise(source)}${sure}`;
}

function textLines(text: ExplainedText, pathOf: PathOf, at: (span: Span) => string): string {
  const kind = text.numbers.length === 0 ? text.kind : `${text.kind} ${text.numbers.join('+')}`;
  const sources = text.sources.map(({ key, date }) => (date === null ? key : `${key} of ${date}`));
  return [
    `${kind.padEnd(LABEL)}${text.text.replace(/^\w+\//, '')}\n`,
    `${' '.repeat(LABEL)}${pathOf(text.file)}\n`,
    `${' '.repeat(LABEL)}for ${text.rule}: ${at(text.span)}\n`,
    sources.length === 0 ? '' : `${' '.repeat(LABEL)}rests on ${sources.join(', ')}\n`,
  ].join('');
}

interface Recorded {
  readonly words: string;
  readonly span: Span;
  readonly asked: boolean;
}

function section(title: string, lines: readonly Recorded[], at: (span: Span) => string): string {
  if (lines.length === 0) return '';
  return `\n${title}:\n${lines.map(({ words, span }) => `  ${neutralise(words)} (${at(span)})\n`).join('')}`;
}

function factWords(fact: ExplainedFact): Recorded {
  const age = fact.age === null ? '' : `, ${counted(fact.age, 'day')} before the letter`;
  return { ...fact, words: `${fact.name} is ${fact.value}${periodWords(fact)}${age}: ${fact.source}` };
}

function memberWords(group: ExplainedGroup): Recorded {
  return { ...group, words: `in the group ${group.name}${periodWords(group)}: ${group.source}` };
}

function periodWords({ since, until }: Period): string {
  return `${since === undefined ? '' : ` since ${since}`}${until === undefined ? '' : ` until ${until}`}`;
}
