import { chooseForm } from '../../../model/form-choice.ts';
import type { FormOfAddress } from '../../../model/form-of-address.ts';
import type { LetterPart, PartOrigin } from '../../../model/line-origin.ts';
import type { Span } from '../../../model/span.ts';
import type { ExplainedLetter } from './explained-letter.ts';
import { spanInProfile } from './profile-span.ts';

/** Returns where the words of a part of a letter are stated; undefined if they are the product's. */
export function spanOfPart({ part, index }: PartOrigin, explained: ExplainedLetter): Span | undefined {
  return SPANS[part](explained, index);
}

type SpanOf = (explained: ExplainedLetter, index: number) => Span | undefined;

const inLetterFile: SpanOf = ({ plan }) => plan.campaign.letter.span;
const inProduct: SpanOf = () => undefined;

const SPANS: Readonly<Record<LetterPart, SpanOf>> = {
  notice: inProduct,
  letterhead: spanOfLetterhead,
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
  copy: (explained, index) => spanInProfile(explained, ['copies', index]),
  note: ({ letter, plan }, index) => {
    const note = letter.notes[index];
    return note === undefined ? undefined : plan.campaign.sources.get(note.source)?.span;
  },
  'running head': spanOfRunningHead,
  'page number': inProduct,
};

/** The references are the recipient's, the sender's, and in an information block the date. */
function spanOfReference(explained: ExplainedLetter, index: number): Span | undefined {
  const { letter } = explained.plan.campaign;
  const { yours, ours } = explained.selection.recipient.reference ?? {};
  const inProfile = (key: string): Span => spanInProfile(explained, ['reference', key]);
  const spans = [
    ...(yours === undefined ? [] : [inProfile('yours')]),
    ...(ours === undefined ? (letter.reference === undefined ? [] : [letter.reference.span]) : [inProfile('ours')]),
  ];
  return spans[index] ?? letter.span;
}

/** Returns the index of a line of the inside address in the postal address; undefined if the form of address has it. */
export function postalLineAt(index: number, { explanation, letter }: ExplainedLetter): number | undefined {
  const first = letter.insideAddress.length - (explanation.address?.lines.length ?? 0);
  return index < first ? undefined : index - first;
}

function spanOfAddressLine(explained: ExplainedLetter, index: number): Span | undefined {
  const item = postalLineAt(index, explained);
  if (item === undefined) {
    // A plain form of the product has no words of its own here: its lines are the holder and the office.
    const isHolder = index === 0 && explained.selection.recipient.holder !== undefined;
    const stated = isHolder ? ['holder', 'name'] : ['office', 'title'];
    return spanOfForm(explained, 'envelope', index) ?? spanInProfile(explained, stated);
  }
  const { address } = explained.explanation;
  return spanInProfile(explained, ['address', 'lines'], { item, ...(address && { language: address.language }) });
}

/** Returns where a part of the form of address is stated, or a line of its envelope; undefined if it is the product's. */
export function spanOfForm(
  explained: ExplainedLetter,
  part: keyof FormOfAddress['spans'],
  line: number = 0,
): Span | undefined {
  const { plan, explanation, selection } = explained;
  const { recipient, language } = selection;
  if (explanation.form?.verbatim.includes(part) === true) return spanInProfile(explained, [part], { item: line });
  const choice = chooseForm(plan.campaign.forms, recipient, language);
  if (choice.kind !== 'campaign') return explanation.form?.span ?? undefined;
  const { spans, envelopeSpans } = choice.form;
  return (part === 'envelope' ? envelopeSpans[line] : undefined) ?? spans[part];
}

/** A letterhead without a name of its own has the names of those who sign. */
function spanOfLetterhead(explained: ExplainedLetter, index: number): Span | undefined {
  const { letter } = explained.plan.campaign;
  const name = letter.letterhead?.name === undefined ? spanOfSignature(explained, index) : undefined;
  return name ?? letter.span;
}

/** The running head has the profile's own words, or begins with the first line of the inside address. */
function spanOfRunningHead(explained: ExplainedLetter): Span | undefined {
  const { short } = explained.selection.recipient;
  return short === undefined ? spanOfAddressLine(explained, 0) : spanInProfile(explained, ['short']);
}

function spanOfSignature({ plan, selection }: ExplainedLetter, index: number): Span | undefined {
  const chosen = new Set(selection.signatories.map(({ id }) => id));
  const printed = plan.templates.signatoriesIn(selection.language).filter(({ id }) => chosen.has(id));
  return printed[index]?.for.span;
}
