import { chooseForm } from '../../../model/form-choice.ts';
import type { FormOfAddress } from '../../../model/form-of-address.ts';
import type { LetterPart, PartOrigin } from '../../../model/line-origin.ts';
import type { Span } from '../../../model/span.ts';
import type { ExplainedLetter } from './explained-letter.ts';

/** Returns where the words of a part of a letter are stated; undefined if they are the product's. */
export function spanOfPart({ part, index }: PartOrigin, explained: ExplainedLetter): Span | undefined {
  return SPANS[part](explained, index);
}

type SpanOf = (explained: ExplainedLetter, index: number) => Span | undefined;

const inLetterFile: SpanOf = ({ plan }) => plan.campaign.letter.span;
const inProfile: SpanOf = ({ selection }) => selection.recipient.span;
const inProduct: SpanOf = () => undefined;

const SPANS: Readonly<Record<LetterPart, SpanOf>> = {
  notice: inProduct,
  letterhead: inLetterFile,
  'sender line': inLetterFile,
  'return line': inLetterFile,
  date: inLetterFile,
  reference: spanOfReference,
  marking: inLetterFile,
  delivery: inLetterFile,
  'inside address': spanOfAddressLine,
  subject: ({ letter }) => letter.subjectOrigin.span,
  salutation: (explained) => spanOfForm(explained, 'salutation'),
  close: (explained) => spanOfForm(explained, 'close'),
  signature: spanOfSignature,
  enclosure: ({ plan: { campaign }, selection }, index) => {
    const enclosure = selection.enclosures[index];
    return enclosure?.kind === 'source' ? campaign.sources.get(enclosure.id)?.span : enclosure?.span;
  },
  copy: inProfile,
  note: ({ letter, plan }, index) => {
    const note = letter.notes[index];
    return note === undefined ? undefined : plan.campaign.sources.get(note.source)?.span;
  },
  'running head': inProfile,
  'page number': inProduct,
};

/** The references are the recipient's, the sender's, and in an information block the date. */
function spanOfReference({ plan, selection: { recipient } }: ExplainedLetter, index: number): Span | undefined {
  const { letter } = plan.campaign;
  const { yours, ours } = recipient.reference ?? {};
  const spans = [
    ...(yours === undefined ? [] : [recipient.span]),
    ...(ours === undefined ? (letter.reference === undefined ? [] : [letter.reference.span]) : [recipient.span]),
  ];
  return spans[index] ?? letter.span;
}

/** The lines of the form of address are above those of the postal address. */
function spanOfAddressLine(explained: ExplainedLetter, index: number): Span | undefined {
  const { explanation, letter, selection } = explained;
  const formLines = letter.insideAddress.length - (explanation.address?.lines.length ?? 0);
  return index < formLines ? spanOfForm(explained, 'envelope', index) : selection.recipient.span;
}

/** Returns where a part of the form of address is stated, or a line of its envelope; undefined if it is the product's. */
function spanOfForm(
  { plan, selection: { recipient, language }, explanation }: ExplainedLetter,
  part: keyof FormOfAddress['spans'],
  line: number = 0,
): Span | undefined {
  if (explanation.form?.verbatim.includes(part) === true) return recipient.span;
  const choice = chooseForm(plan.campaign.forms, recipient, language);
  if (choice.kind !== 'campaign') return explanation.form?.span ?? undefined;
  const { spans, envelopeSpans } = choice.form;
  return (part === 'envelope' ? envelopeSpans[line] : undefined) ?? spans[part];
}

function spanOfSignature({ plan, selection }: ExplainedLetter, index: number): Span | undefined {
  const chosen = new Set(selection.signatories.map(({ id }) => id));
  const printed = plan.templates.signatoriesIn(selection.language).filter(({ id }) => chosen.has(id));
  return printed[index]?.for.span;
}
