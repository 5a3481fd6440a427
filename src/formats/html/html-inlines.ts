import { type Direction, hasRightToLeftCharacter, type TextRange } from '../../model/direction.ts';
import { leftToRightRanges } from '../../model/direction-rules.ts';
import { directionOfFirstLetter, paragraphDirection } from '../../model/paragraph-direction.ts';
import { plainText, type Inline, type Link, type Text } from '../../model/tree.ts';
import { createElement, type HtmlAttributes, type HtmlNode } from './html-tree.ts';
import type { NoteMarks } from './note-marks.ts';
import type { PictureAddress } from '../picture-address.ts';

/** What the HTML of a text depends on besides the text. */
export interface HtmlContext {
  /** The direction of the letter. */
  readonly direction: Direction;
  /** The accessible name of the list of demands; undefined if the language has no word for it. */
  readonly demandsLabel: string | undefined;
  readonly marks: NoteMarks;
  readonly pictureAddress: PictureAddress;
}

/** A paragraph, or a line that stands alone, in HTML. */
interface HtmlLine {
  /** The direction of the paragraph if it is not that of the letter. */
  readonly attributes: HtmlAttributes;
  readonly content: readonly HtmlNode[];
}

/**
 * Returns the HTML of a paragraph, or of a line that stands alone. It has the order of a line on a page: in the
 * direction that `paragraphDirection` gives it, and with isolates around values and what `DIRECTION_RULES` match.
 */
export function htmlLine(content: readonly Inline[], context: HtmlContext): HtmlLine {
  const words = plainText(content);
  const direction = paragraphDirection(words, context.direction, isolatesOfWords(content));
  const needsIsolates = direction === 'rtl' || hasRightToLeftCharacter(words);
  return {
    attributes: direction === context.direction ? {} : { dir: direction },
    content: inlineNodes(content, { marks: context.marks, direction: needsIsolates ? direction : undefined }),
  };
}

/** Returns the ranges of `plainText(content)` that are isolates. */
function isolatesOfWords(content: readonly Inline[]): readonly TextRange[] {
  let offset = 0;
  const ranges: TextRange[] = [];
  const visit = (node: Inline): void => {
    if (node.type === 'text') {
      const nodeOffset = offset;
      for (const { start, end } of node.isolates ?? [])
        ranges.push({ start: start + nodeOffset, end: end + nodeOffset });
      offset += node.value.length;
    } else if (node.type === 'break') offset += 1;
    else if (node.type !== 'footnoteReference') node.children.forEach(visit);
  };
  content.forEach(visit);
  return ranges;
}

/** What the HTML of a part of a paragraph depends on. */
interface InlineContext {
  readonly marks: NoteMarks;
  /** The direction of the paragraph; undefined if it has no right-to-left text, so that nothing can change its order. */
  readonly direction: Direction | undefined;
}

/** Returns inline content as HTML. Between the marks of two notes there is a narrow no-break space. */
function inlineNodes(content: readonly Inline[], context: InlineContext): readonly HtmlNode[] {
  return content.flatMap((node, index) => {
    const isSecondMark = node.type === 'footnoteReference' && content[index - 1]?.type === 'footnoteReference';
    return isSecondMark ? ['\u202F', inlineNode(node, context)] : [inlineNode(node, context)];
  });
}

function inlineNode(node: Inline, context: InlineContext): HtmlNode {
  switch (node.type) {
    case 'text':
      return runNodes(node, context);
    case 'break':
      return createElement('br');
    case 'emphasis':
      return createElement('em', {}, ...inlineNodes(node.children, context));
    case 'strong':
      return createElement('strong', {}, ...inlineNodes(node.children, context));
    case 'link':
      return linkNodes(node, context);
    case 'footnoteReference':
      return markNode(node.identifier, context.marks);
  }
}

/** Returns the mark of a note: a link to the note. The first mark of a note is where the note leads back to. */
function markNode(identifier: string, marks: NoteMarks): HtmlNode {
  const href = `#${noteId(identifier)}`;
  const id = marks.add(identifier) ? markId(identifier) : undefined;
  return createElement('sup', {}, createElement('a', { href, id, role: 'doc-noteref' }, identifier));
}

/** Returns the id of the element of a note. */
export function noteId(identifier: string): string {
  return `note-${identifier}`;
}

/** Returns the id of the first mark of a note. */
export function markId(identifier: string): string {
  return `mark-${identifier}`;
}

/** The addresses to which a link can lead. Validation refuses others, so that another is a bug. */
const SAFE_ADDRESS = /^(?:https?|mailto):/iu;

/**
 * Returns a link. A link cannot be inside another, so that the marks of notes divide it. Throws an error if its address
 * is of another kind than a letter can have.
 */
function linkNodes({ url, children }: Link, context: InlineContext): HtmlNode {
  if (!SAFE_ADDRESS.test(url)) throw new Error('a link of a letter leads to https, http or mailto only');
  return divideAtMarks(children).map((part) =>
    part.every(hasMark) ? inlineNodes(part, context) : createElement('a', { href: url }, ...inlineNodes(part, context)),
  );
}

/** Divides inline content into marks of notes and what is between them. Stressed text with a mark in it is divided too. */
function divideAtMarks(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const parts: Inline[][] = [];
  for (const node of content.flatMap(divideStressed)) {
    const part = parts.at(-1);
    if (part !== undefined && part.every(hasMark) === hasMark(node)) part.push(node);
    else parts.push([node]);
  }
  return parts;
}

function divideStressed(node: Inline): readonly Inline[] {
  if (!('children' in node) || !hasMark(node)) return [node];
  return divideAtMarks(node.children).map((children): Inline => ({ ...node, children }));
}

function hasMark(node: Inline): boolean {
  return node.type === 'footnoteReference' || ('children' in node && node.children.some(hasMark));
}

/** Returns a text, with an element for each isolate in it, and for its language if it is not that of the letter. */
function runNodes({ value, isolates, language }: Text, { direction }: InlineContext): HtmlNode {
  const nodes =
    direction === undefined
      ? value
      : isolatedNodes(value, isolates ?? [], (text) =>
          createElement('bdi', { dir: directionOfFirstLetter(text, direction) }, orderedNodes(text)),
        );
  return language === undefined ? nodes : createElement('span', { lang: language }, nodes);
}

/** Returns a text with the ranges isolated that the rules of direction match. */
function orderedNodes(value: string): readonly HtmlNode[] {
  return divideAtRanges(value, leftToRightRanges(value)).map(({ text, isInRange }) =>
    isInRange ? createElement('bdi', { dir: 'ltr' }, text) : text,
  );
}

function isolatedNodes(
  value: string,
  isolates: readonly TextRange[],
  isolate: (text: string) => HtmlNode,
): readonly HtmlNode[] {
  return divideAtRanges(value, isolates).map(({ text, isInRange }) => (isInRange ? isolate(text) : orderedNodes(text)));
}

/** Divides a text into given ranges, which are in ascending order, and what is between them. No part is empty. */
function divideAtRanges(
  value: string,
  ranges: readonly TextRange[],
): readonly { readonly text: string; readonly isInRange: boolean }[] {
  let offset = 0;
  const parts = ranges.flatMap(({ start, end }) => {
    const between = { text: value.slice(offset, start), isInRange: false };
    offset = end;
    return [between, { text: value.slice(start, end), isInRange: true }];
  });
  return [...parts, { text: value.slice(offset), isInRange: false }].filter(({ text }) => text !== '');
}
