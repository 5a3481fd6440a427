import type { Figures } from '../../fonts/fonts.ts';
import type { Language } from '../../model/language.ts';
import { plainText, type Inline, type Link, type Text } from '../../model/tree.ts';
import type { Colour, Face, StructureType } from '../../model/page.ts';
import { tag, type Leaf, type LeafLink, type Tag } from '../galley.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { StyleName, TextStyle } from '../stylesheet.ts';
import type { Isolate } from './embedding-levels.ts';

/** Text of one face, size, colour and leaf. U+000A is a forced line break. */
export interface TextRun {
  readonly text: string;
  readonly face: Face;
  /** The font size in points. */
  readonly size: number;
  /** Points above the baseline. */
  readonly rise: number;
  readonly colour: Colour;
  readonly figures: Figures;
  /** Undefined: an artifact. */
  readonly leaf: Leaf | undefined;
  /** The number of the note if this is its mark, or the comma before its mark; undefined: other text. */
  readonly note: number | undefined;
  /** The number of the isolate that the run is in, if it is in one; different in each isolate of a paragraph. */
  readonly isolate: number | undefined;
}

/** The text runs of a paragraph, and the children of its structure element. */
export interface TextRunsAndTags {
  readonly runs: readonly TextRun[];
  readonly children: readonly (Tag | Leaf)[];
  /** The number of leaves among the children and below them. */
  readonly leaves: number;
}

interface FontStyle {
  readonly bold: boolean;
  readonly italic: boolean;
}

/**
 * Divides inline content into text runs, with a leaf for each part that becomes one item of marked content.
 * `structureType` is that of the paragraph's element.
 */
export function textRunsOf(
  content: readonly Inline[],
  styleName: StyleName,
  structureType: StructureType,
  { stylesheet, conventions }: Pick<LayoutContext, 'stylesheet' | 'conventions'>,
): TextRunsAndTags {
  const style = stylesheet.styles[styleName];
  const runs: TextRun[] = [];
  const children: (Tag | Leaf)[] = [];
  let leaves = 0;
  const defaults: Omit<TextRun, 'text' | 'face' | 'leaf'> = {
    size: style.size,
    rise: 0,
    colour: style.colour,
    figures: 'lining',
    note: undefined,
    isolate: undefined,
  };
  let isolates = 0;

  function newLeaf(leafType: StructureType, link?: LeafLink): Leaf {
    leaves += 1;
    return { kind: 'leaf', number: leaves - 1, role: leafType, link };
  }

  /**
   * The leaf of text directly in the element: the last child if it is a leaf, otherwise (after a link, say) a new one.
   */
  function ownLeaf(): Leaf {
    const last = children.at(-1);
    if (last?.kind === 'leaf') return last;
    const added = newLeaf(structureType);
    children.push(added);
    return added;
  }

  /** A new leaf for text in a language other than the letter's, in a Span with that language (PDF/UA-1, 7.2). */
  function foreignLeaf(language: Language): Leaf {
    const added = newLeaf('Span');
    children.push({ ...tag('Span', [added]), language });
    return added;
  }

  /**
   * The leaf of a link's text: that of the last child if it belongs to the same link. A note mark in a link divides it.
   */
  function linkLeaf(link: LeafLink): Leaf {
    const last = children.at(-1);
    const lastLeaf = last?.kind === 'tag' ? last.children[0] : undefined;
    if (lastLeaf?.kind === 'leaf' && lastLeaf.link === link) return lastLeaf;
    const added = newLeaf('Link', link);
    children.push(tag('Link', [added]));
    return added;
  }

  /** Adds the runs and leaves of inline nodes. */
  function add(nodes: readonly Inline[], fontStyle: FontStyle, link: LeafLink | undefined): void {
    for (const node of nodes) {
      const face = faceOf(style, fontStyle);
      if (node.type === 'text' || node.type === 'break') {
        const language = node.type === 'text' ? node.language : undefined;
        const ownOrForeign = (): Leaf => (language === undefined ? ownLeaf() : foreignLeaf(language));
        const look =
          link === undefined
            ? { ...defaults, face, leaf: ownOrForeign() }
            : { ...defaults, face, colour: stylesheet.linkColour, leaf: linkLeaf(link) };
        if (node.type === 'break') runs.push({ ...look, text: '\n' });
        else {
          for (const { text, isIsolate } of dividedAtIsolates(node)) {
            if (isIsolate) isolates += 1;
            runs.push({ ...look, text: withoutLineEnds(text), isolate: isIsolate ? isolates : undefined });
          }
        }
      } else if (node.type === 'emphasis') {
        add(node.children, { ...fontStyle, italic: true }, link);
      } else if (node.type === 'strong') {
        add(node.children, { ...fontStyle, bold: true }, link);
      } else if (node.type === 'link') {
        add(node.children, fontStyle, linkOf(node));
      } else {
        addMark(Number(node.identifier));
      }
    }
  }

  function linkOf(node: Link): LeafLink {
    const words = plainText(node.children);
    const description = words === node.url ? conventions.linkDescription(node.url) : words;
    return { target: { kind: 'address', url: node.url }, description };
  }

  function addMark(note: number): void {
    // Marks are always in the regular face, in emphasised text too.
    const face = style.regular;
    const target: LeafLink = { target: { kind: 'note', number: note }, description: undefined };
    const mark = newLeaf('Link', target);
    const reference: (Tag | Leaf)[] = [tag('Link', [mark])];
    if (runs.at(-1)?.note !== undefined) {
      const comma = newLeaf('Reference');
      reference.unshift(comma);
      const { scale, rise } = stylesheet.markComma;
      runs.push({ ...defaults, text: ',', face, size: style.size * scale, rise: style.size * rise, leaf: comma, note });
    }
    children.push(tag('Reference', reference));
    runs.push({ ...defaults, text: String(note), face, figures: 'raised', leaf: mark, note });
  }

  add(content, { bold: false, italic: false }, undefined);
  return { runs, children, leaves };
}

function faceOf(style: TextStyle, { bold, italic }: FontStyle): Face {
  if (bold) return italic ? style.boldItalic : style.bold;
  return italic ? style.italic : style.regular;
}

/** Divides a text node before and after each of its isolates. */
function dividedAtIsolates({
  value,
  isolates = [],
}: Text): readonly { readonly text: string; readonly isIsolate: boolean }[] {
  const parts: { text: string; isIsolate: boolean }[] = [];
  let offset = 0;
  for (const { start, end } of isolates) {
    if (start > offset) parts.push({ text: value.slice(offset, start), isIsolate: false });
    parts.push({ text: value.slice(start, end), isIsolate: true });
    offset = end;
  }
  if (offset < value.length || parts.length === 0) parts.push({ text: value.slice(offset), isIsolate: false });
  return parts;
}

/** Replaces line ends and tabs by spaces: only a break node of the tree is a forced line break. */
function withoutLineEnds(text: string): string {
  return text.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ');
}

/** The text of the runs, joined. */
export function runsText(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('');
}

const WORD_JOINER = '\u2060';

/** The text of the runs for line breaking: note marks are word joiners (U+2060), so that no line begins with a mark. */
export function textWithJoinedMarks(runs: readonly TextRun[]): string {
  return runs.map((run) => (run.note === undefined ? run.text : WORD_JOINER.repeat(run.text.length))).join('');
}

/**
 * The isolates of a paragraph (UAX #9): merged values, each in the direction of its own text, and note marks, which are
 * left-to-right so that a mark follows its text in a right-to-left paragraph too and forms no number with the digits
 * before it.
 */
export function isolatesIn(runs: readonly TextRun[]): readonly Isolate[] {
  const isolates: Isolate[] = [];
  let start = 0;
  let previous: TextRun | undefined;
  for (const run of runs) {
    const end = start + run.text.length;
    const isMark = run.note !== undefined;
    const last = isolates.at(-1);
    const continues = isMark ? previous?.note !== undefined : previous?.isolate === run.isolate;
    if ((isMark || run.isolate !== undefined) && end > start) {
      if (continues && last?.end === start) isolates[isolates.length - 1] = { ...last, end };
      else isolates.push({ start, end, direction: isMark ? 'ltr' : 'auto' });
    }
    start = end;
    previous = run;
  }
  return isolates;
}
