import type { Period } from '../../model/date.ts';
import type { Span } from '../../model/span.ts';
import { formatCount } from '../../report/format-count.ts';
import { neutralise } from '../../report/neutralise.ts';
import type { Paint } from '../../report/paint.ts';
import type {
  ExplainedEnclosure,
  ExplainedFact,
  ExplainedField,
  ExplainedForm,
  ExplainedGroup,
  ExplainedPower,
  ExplainedText,
  Explanation,
} from './explanation.ts';

/** The width of the first column, which has the kind of each text, in UTF-16 units. */
const LABEL_WIDTH = 13;

/** The words for the gender of a form of address of the campaign. */
const GENDER_WORDS = { f: 'a woman', m: 'a man', unknown: 'for an unknown gender' } as const;

/** The words for the gender of a plain form of address, which is for a person. */
const PLAIN_WORDS = { f: 'for a woman', m: 'for a man', unknown: 'for a person of unknown gender' } as const;

/** Converts the name of a file in the campaign to a path that the user can open. */
type PathOf = (file: string) => string;

/** Formats an explanation for a terminal. */
export function explanationText(
  explanation: Explanation,
  { paint, pathOf }: { readonly paint: Paint; readonly pathOf: PathOf },
): string {
  const {
    id,
    office,
    letter,
    date,
    language,
    outcome,
    texts,
    signatories,
    enclosures,
    leftOut,
    facts,
    groups,
    fields,
    span,
  } = explanation;
  const spanText = ({ file, line, cell }: Span): string =>
    `${pathOf(file)}:${line}${cell === undefined ? '' : `, row ${cell.replace(/^\D+/u, '')}`}`;
  const headingLines = [
    `${paint('strong', id)}: ${neutralise(office ?? explanation.holder?.name ?? 'no office')} (${spanText(span)})`,
    outcome === 'letter'
      ? `gets the letter ${neutralise(letter)} of ${date} in ${language}`
      : `gets no letter from ${neutralise(letter)} of ${date}: ${neutralise(explanation.reason)}`,
    ...personLines(explanation, spanText),
  ];
  const entries = [...groups.map(membershipEntry), ...facts.map(factEntry)];
  return [
    ...headingLines.map((line) => `${line}\n`),
    texts.length === 0 ? '' : `\n${texts.map((text) => explainedTextLines(text, pathOf, spanText)).join('')}`,
    ...signatories.map(
      ({ id: signatory, rule, span: place }) =>
        `${'signed by '.padEnd(LABEL_WIDTH)}${signatory}\n${' '.repeat(LABEL_WIDTH)}for ${rule}: ${spanText(place)}\n`,
    ),
    ...enclosures.map((enclosure) => enclosureLines(enclosure, pathOf, spanText)),
    leftOut.length === 0 ? '' : `\nleft out: ${leftOut.join(', ')}\n`,
    fields.length === 0 ? '' : `\nfields (* tested by the rules):\n${fields.map(explainedFieldLine).join('')}`,
    sectionText(
      'facts and groups that the rules tested',
      entries.filter(({ asked }) => asked),
      spanText,
    ),
    sectionText(
      'also recorded, but not used by any rule that was evaluated',
      entries.filter(({ asked }) => !asked),
      spanText,
    ),
  ].join('');
}

/** Formats the lines about the holder, the form of address, and the verification of the profile. */
function personLines(
  { holder, form, address, language, verified, isUnverified, source }: Explanation,
  spanText: (span: Span) => string,
): readonly string[] {
  return [
    holder === null ? 'holder not named' : `holder: ${neutralise(holder.name)}${periodWords(holder)}`,
    ...(form === null
      ? []
      : [`addressed ${formWords(form, holder !== null)}${form.span === null ? '' : ` (${spanText(form.span)})`}`]),
    ...(address === null || address.language === language
      ? []
      : [`postal address in ${address.language}: the profile has none in ${language}`]),
    `profile: ${verificationWords({ verified, isUnverified })}; ${source === null ? 'no source' : neutralise(source)}`,
  ];
}

function verificationWords({ verified, isUnverified }: Pick<Explanation, 'verified' | 'isUnverified'>): string {
  if (verified === null) return isUnverified ? 'verified by nobody' : 'does not say when it was verified';
  return `verified on ${verified.day}, ${formatCount(verified.age, 'day')} before the letter`;
}

function formWords({ rank, gender, source, confidence, span, verbatim }: ExplainedForm, isNamed: boolean): string {
  if (source === null) return `with the profile's own ${verbatim.join(', ')}: the language has no plain forms`;
  const overrideWords = verbatim.length === 0 ? '' : `, with the profile's own ${verbatim.join(', ')}`;
  const confidenceWords = confidence === null ? '' : `; confidence ${confidence}`;
  const plainAddressee = gender === null ? 'for an office' : PLAIN_WORDS[gender];
  const addressee =
    rank === null
      ? `with ${span === null ? "demarche's" : "the campaign's"} plain form ${plainAddressee}`
      : `as ${rank}, ${isNamed ? GENDER_WORDS[gender ?? 'unknown'] : 'holder unknown'}`;
  return `${addressee}${overrideWords}: ${neutralise(source)}${confidenceWords}`;
}

function explainedTextLines(text: ExplainedText, pathOf: PathOf, spanText: (span: Span) => string): string {
  const kind = text.numbers.length === 0 ? text.kind : `${text.kind} ${text.numbers.join('+')}`;
  const sources = text.sources.map(({ key, date }) => (date === null ? key : `${key} of ${date}`));
  return [
    `${`${kind} `.padEnd(LABEL_WIDTH)}${text.text.replace(/^\w+\//, '')}\n`,
    `${' '.repeat(LABEL_WIDTH)}${pathOf(text.file)}\n`,
    `${' '.repeat(LABEL_WIDTH)}for ${text.rule}: ${spanText(text.span)}\n`,
    sources.length === 0 ? '' : `${' '.repeat(LABEL_WIDTH)}rests on ${sources.join(', ')}\n`,
    ...text.powers.map((power) => explainedPowerLines(power, text.id, spanText)),
  ].join('');
}

/** Formats what is sent with the letter, and why: a source is sent with every letter. */
function enclosureLines(
  { id, file, otherLanguage, rule, span }: ExplainedEnclosure,
  pathOf: PathOf,
  spanText: (span: Span) => string,
): string {
  const indent = ' '.repeat(LABEL_WIDTH);
  return [
    `${'encloses '.padEnd(LABEL_WIDTH)}${id}\n`,
    file === null ? '' : `${indent}${pathOf(file)}${otherLanguage === null ? '' : `, in ${otherLanguage}`}\n`,
    `${indent}${rule === null ? 'a source' : `for ${rule}`}: ${spanText(span)}\n`,
  ].join('');
}

/** Formats the power by which the recipient can do what a wording asks. `ownDemand`: the demand of the wording. */
function explainedPowerLines(power: ExplainedPower, ownDemand: string, spanText: (span: Span) => string): string {
  const { demand, name, meaning, source, rule, span } = power;
  const carried = demand === ownDemand ? '' : ` (${demand})`;
  const indent = ' '.repeat(LABEL_WIDTH);
  if (name === null) return `${indent}needs no power${carried}: ${neutralise(meaning)} (${spanText(span)})\n`;
  return [
    `${indent}power ${name}${carried}: ${neutralise(meaning)}\n`,
    `${indent}  by ${neutralise(source ?? '')}\n`,
    `${indent}  held by ${rule ?? ''}${periodWords(power)}: ${spanText(span)}\n`,
  ].join('');
}

/** A fact about the recipient's State, or its membership in a group, as recorded in the register. */
interface RegisterEntry {
  readonly words: string;
  readonly span: Span;
  /** Whether a rule that was evaluated for this letter tests the fact or membership. */
  readonly asked: boolean;
}

function sectionText(title: string, entries: readonly RegisterEntry[], spanText: (span: Span) => string): string {
  if (entries.length === 0) return '';
  return `\n${title}:\n${entries.map(({ words, span }) => `  ${neutralise(words)} (${spanText(span)})\n`).join('')}`;
}

function explainedFieldLine({ name, value, meaning, asked }: ExplainedField): string {
  return `${asked ? '*' : ' '} ${name}: ${neutralise(value)} (${neutralise(meaning)})\n`;
}

/** Describes a fact about the recipient's State. */
export function factEntry(fact: ExplainedFact): RegisterEntry {
  const age = fact.age === null ? '' : `, ${formatCount(fact.age, 'day')} before the letter`;
  return { ...fact, words: `${fact.name} is ${fact.value}${periodWords(fact)}${age}: ${fact.source}` };
}

/** Describes the membership of the recipient's State in a group. */
export function membershipEntry(group: ExplainedGroup): RegisterEntry {
  return { ...group, words: `in the group ${group.name}${periodWords(group)}: ${group.source}` };
}

function periodWords({ since, until }: Period): string {
  return `${since === undefined ? '' : ` since ${since}`}${until === undefined ? '' : ` until ${until}`}`;
}
