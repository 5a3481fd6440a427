import type { Conventions } from '../languages/conventions.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Direction } from '../model/direction.ts';
import { inLanguageOrFirst, type Language, type Localised } from '../model/language.ts';
import type { LabelledReference, Letter, SignatureLine } from '../model/letter.ts';
import { type Message, say } from '../model/message.ts';
import { PRESETS } from '../model/page-settings.ts';
import type { Selection } from '../model/selection.ts';
import { areListed } from '../model/signature-lines.ts';
import { createTextNode, type Text } from '../model/tree.ts';
import type { RenderedHead } from '../template/render-head.ts';
import { forLetter, type ViewTexts } from '../template/shapes.ts';
import { fillLine } from './fill-line.ts';
import { requireTranslation } from './in-language.ts';
import { createFilledNode, createValueNode } from './isolates.ts';

/** What the head of a letter is made from. */
interface HeadInput {
  readonly selection: Selection;
  /** Undefined if the run makes no letters in the language. */
  readonly rendered: RenderedHead | undefined;
  readonly view: ViewTexts;
  readonly conventions: Conventions;
  /** The date as letters print it. */
  readonly date: string;
  readonly signatures: readonly SignatureLine[];
}

/** The parts of a letter that are made here. */
type Head = Pick<Letter, 'letterhead' | 'senderLines' | 'references' | 'dateLine' | 'marking' | 'delivery'>;

/** Creates the head of a letter but for the address. Faults are added to `faults`. */
export function createHead({ signatures, ...input }: HeadInput, faults: Diagnostic[]): Head {
  const { selection, rendered, conventions, date } = input;
  const { language, letter } = selection;
  const { letterhead, place, marking, delivery, span } = letter;
  const translate = (texts: Localised, subject: Message): string =>
    requireTranslation(texts, language, span, subject, faults);
  const dateLine =
    place === undefined
      ? createTextNode(date)
      : createFilledNode(
          (words) => conventions.placeAndDate(words, date),
          translate(place, say`the place`),
          conventions.writingDirection,
        );
  return {
    letterhead:
      letterhead?.name === undefined
        ? senderNames(signatures, conventions)
        : [translate(letterhead.name, say`the name in the letterhead`)],
    senderLines: rendered?.senderLines ?? [],
    ...arrangeDate(createReferences(input, faults), dateLine, input),
    marking: marking && translate(marking, say`the marking`),
    delivery: delivery && translate(delivery, say`the way of delivery`),
  };
}

/** Returns the names of those who sign, or that of the first of many with the number of the others. */
function senderNames(signatures: readonly SignatureLine[], conventions: Conventions): Letter['letterhead'] {
  const [first, ...others] = signatures;
  if (first === undefined || !areListed(signatures)) return signatures.map(({ organisation }) => organisation);
  const fill = (name: string): string => conventions.andOthers(name, others.length);
  const names = createFilledNode(fill, first.organisation, conventions.writingDirection);
  return [names.isolates === undefined ? names.value : names];
}

/** Returns the references and the date, which is the last of them in an information block (`PresetChoices`). */
function arrangeDate(
  references: readonly LabelledReference[],
  dateLine: Text,
  { selection, conventions, date }: Omit<HeadInput, 'signatures'>,
): Pick<Head, 'references' | 'dateLine'> {
  const { page, place } = selection.letter;
  const isBlock = PRESETS[page.preset].hasInformationBlock && references.length > 0 && place === undefined;
  if (!isBlock) return { references, dateLine };
  const labelledDate = { label: conventions.labels.date, value: createTextNode(date) };
  return { references: [...references, labelledDate], dateLine: undefined };
}

/**
 * Creates the references: the recipient's, which the profile has, and the sender's, for which the words of the profile
 * win over the letter's.
 */
function createReferences(
  { selection, rendered, view, conventions }: Omit<HeadInput, 'signatures'>,
  faults: Diagnostic[],
): readonly LabelledReference[] {
  const { recipient, language } = selection;
  const { labels, writingDirection } = conventions;
  const { yours, ours } = recipient.reference ?? {};
  const value =
    ours === undefined
      ? fillReference(rendered, view, selection, conventions, faults)
      : verbatim(ours, language, writingDirection);
  return [
    ...(yours === undefined ? [] : [{ label: labels.yours, value: verbatim(yours, language, writingDirection) }]),
    ...(value === undefined ? [] : [{ label: labels.ours, value }]),
  ];
}

/** Returns the words of a profile. Those of another language are marked with it. */
function verbatim(texts: Localised, language: Language, direction: Direction): Text {
  const chosen = inLanguageOrFirst(texts, language);
  const node = createValueNode(chosen.value, direction, '');
  return chosen.language === language ? node : { ...node, language: chosen.language };
}

function fillReference(
  rendered: RenderedHead | undefined,
  view: ViewTexts,
  { recipient }: Selection,
  conventions: Conventions,
  faults: Diagnostic[],
): Text | undefined {
  if (rendered?.reference === undefined) return undefined;
  const { renderings, language, span } = rendered.reference;
  const text = forLetter(renderings, view);
  if (text === undefined) throw new Error('the reference was not read for all letters');
  // One isolate as a whole: otherwise, a value at its end would change places with the words before it in Arabic.
  const { value, values } = fillLine(text, span, view, recipient, conventions, faults);
  const node = createValueNode(value, conventions.writingDirection, '');
  return {
    ...node,
    ...(values === undefined ? {} : { values }),
    ...(language === undefined ? {} : { language }),
  };
}
