import type { PlainForm, PlainForms } from '../model/plain-form.ts';
import { type Diagnostic, warning } from '../model/diagnostic.ts';
import type { IsMeant } from '../model/meant.ts';
import { type Message, say } from '../model/message.ts';
import { replaceComments } from './html-comments.ts';
import { locate } from './rendered.ts';
import type { ShapedText } from './shaped-texts.ts';

/** The most words of a salutation, and of the first line of a close. */
const MAX_WORDS = { salutation: 8, close: 4 };

/** Matches two or more words with a capital at the beginning and without punctuation: "Best wishes". */
const BARE_WORDS = /^\p{Lu}[\p{L}\p{M}’'-]*(?: [\p{L}\p{M}’'-]+)+$/u;

/**
 * Warns of a body that begins with a salutation or ends with a close. The letter has both from the form of address, and
 * would have them twice. A salutation is a short first paragraph that ends with a comma, or that begins as the plain
 * salutations of the language do and does not end as a sentence does. A close is one of the last two paragraphs, if its
 * first line is short and has no punctuation but a comma at its end, or begins as the plain closes of the language do.
 * `plainForms` are those of the language; undefined if it has none.
 */
export function ownAddressWarnings(
  text: ShapedText,
  plainForms: PlainForms | undefined,
  isMeant: IsMeant,
): readonly Diagnostic[] {
  const { rendered, blocks } = text;
  const paragraphs = paragraphsOf(rendered.text);
  const warnAt = ({ offset, words }: BodyParagraph, message: Message, hint: Message): readonly Diagnostic[] => {
    const [firstWords = ''] = words.split(/\p{P}*(?:\n|$)/u);
    if (isMeant(rendered.text, offset, firstWords.length)) return [];
    const { span, includedFrom: related } = locate(rendered, offset);
    return [warning('text/own-address', span, message, { hint, related })];
  };
  const [first, second] = paragraphs;
  const isFirstSalutation =
    second !== undefined && blocks[0]?.type === 'paragraph' && isSalutation(first?.words ?? '', plainForms);
  const close = paragraphs
    .slice(1)
    .slice(-2)
    .find(({ words }) => isClose(words, plainForms));
  return [
    ...(isFirstSalutation && first !== undefined
      ? warnAt(
          first,
          say`this looks like a salutation, and the letter has one before its text`,
          say`Delete it here. Other words for one recipient are ${'salutation'} in the profile.`,
        )
      : []),
    ...(close !== undefined && blocks.at(-1)?.type === 'paragraph'
      ? warnAt(
          close,
          say`this looks like a close, and the letter has one after its text`,
          say`Delete it here, and the name below it. Other words for one recipient are ${'close'} in the profile.`,
        )
      : []),
  ];
}

/** A paragraph of a body as it was rendered. */
interface BodyParagraph {
  /** Where it begins in the rendered text, in UTF-16 code units. */
  readonly offset: number;
  readonly words: string;
}

/** The paragraphs of a body after its subject: what empty lines divide. */
function paragraphsOf(text: string): readonly BodyParagraph[] {
  const withoutComments = replaceComments(text, (comment) => ' '.repeat(comment.length));
  const paragraphs = [...withoutComments.matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/gu)];
  const subject = paragraphs.findIndex(([words]) => words.startsWith('# '));
  return paragraphs.slice(subject + 1).map(({ 0: words, index }) => ({ offset: index, words }));
}

function isSalutation(words: string, plainForms: PlainForms | undefined): boolean {
  if (countWords(words) > MAX_WORDS.salutation) return false;
  const known = formsIn(plainForms).map(({ salutation }) => salutation);
  return /[,،]$/u.test(words) || (beginsAsOneOf(words, known, 1) && !/[.?؟…]$/u.test(words));
}

function isClose(words: string, plainForms: PlainForms | undefined): boolean {
  const [firstLine = ''] = words.split('\n');
  const known = formsIn(plainForms).map(({ close }) => close);
  const isShort = countWords(firstLine) <= MAX_WORDS.close;
  return (isShort && (/[,،]$/u.test(firstLine) || BARE_WORDS.test(firstLine))) || beginsAsOneOf(words, known, 2);
}

/** Returns the plain forms of a language for offices and persons. */
function formsIn(plainForms: PlainForms | undefined): readonly PlainForm[] {
  return plainForms === undefined ? [] : [plainForms.office, ...Object.values(plainForms.person)];
}

/** Whether a text begins with as many words as one of the others, without regard to punctuation. */
function beginsAsOneOf(text: string, others: readonly string[], count: number): boolean {
  const beginning = (words: string): string =>
    words
      .replaceAll(/[^\p{L}\p{M}\p{N}\s]/gu, '')
      .toLowerCase()
      .trim()
      .split(/\s+/u)
      .slice(0, count)
      .join(' ');
  return others.some((other) => beginning(other) === beginning(text));
}

function countWords(text: string): number {
  return text.trim().split(/\s+/u).length;
}
