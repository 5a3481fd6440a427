import type { Figures } from '../../fonts/fonts.ts';
import type { Language } from '../../model/language.ts';
import { plainText, type Emphasis, type Inline, type Link, type Strong, type Text } from '../../model/tree.ts';
import type { Colour, ProductFace, StructureType } from '../../model/page.ts';
import type { Leaf, LeafLink, Tag } from '../galley.ts';
import { createTag } from '../tags.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { StyleName, TextStyle } from '../stylesheet.ts';

/** Text of one face, size, colour and leaf. U+000A in it is a forced line break. */
export interface TextRun {
  readonly text: string;
  readonly face: ProductFace;
  /** The font size in points. */
  readonly size: number;
  /** The distance above the baseline, in points. */
  readonly rise: number;
  readonly colour: Colour;
  readonly figures: Figures;
  /** The leaf that the text belongs to; undefined if it is an artifact. */
  readonly leaf: Leaf | undefined;
  /** The number of the note if this is its mark, or the comma before its mark; undefined for other text. */
  readonly note: number | undefined;
  /**
   * The number of the isolate that the run is part of, which is unique in the paragraph; undefined if the run is in no
   * isolate.
   */
  readonly isolate: number | undefined;
}

/** The text runs of a paragraph, and the children of its structure element. */
export interface TextRunsAndTags {
  readonly runs: readonly TextRun[];
  readonly children: readonly (Tag | Leaf)[];
  /** The number of leaves among the children and their descendants. */
  readonly leafCount: number;
}

interface FontStyle {
  readonly bold: boolean;
  readonly italic: boolean;
}

/**
 * Divides inline content into text runs and creates a leaf for each part that becomes one item of marked content.
 * `structureType` is the type of the paragraph's element. `paragraphLink` is the link inside the letter that the whole
 * paragraph is the text of; like the marks of notes, it has the colour of the text.
 */
export function createTextRuns(
  content: readonly Inline[],
  styleName: StyleName,
  structureType: StructureType,
  { stylesheet, conventions }: Pick<LayoutContext, 'stylesheet' | 'conventions'>,
  paragraphLink?: LeafLink,
): TextRunsAndTags {
  const style = stylesheet.styles[styleName];
  const runs: TextRun[] = [];
  /** The children of the innermost element that is open: the paragraph's, or that of strong or emphasised text. */
  let children: (Tag | Leaf)[] = [];
  let openType = structureType;
  let leafCount = 0;
  const defaults: Omit<TextRun, 'text' | 'face' | 'leaf'> = {
    size: style.size,
    rise: 0,
    colour: style.colour,
    figures: 'lining',
    note: undefined,
    isolate: undefined,
  };
  let isolateCount = 0;

  function createLeaf(leafType: StructureType, link?: LeafLink): Leaf {
    leafCount += 1;
    return { kind: 'leaf', number: leafCount - 1, role: leafType, link };
  }

  /**
   * Returns the leaf for text that belongs directly to the open element: the last child, or a new leaf if the last child
   * is not a leaf, as after a link.
   */
  function ownLeaf(): Leaf {
    if (paragraphLink !== undefined) return leafOfLink(paragraphLink);
    const lastChild = children.at(-1);
    if (lastChild?.kind === 'leaf') return lastChild;
    const newLeaf = createLeaf(openType);
    children.push(newLeaf);
    return newLeaf;
  }

  /** Adds a leaf for text in a language other than the letter's, in a Span with that language (PDF/UA-1, 7.2). */
  function addForeignLeaf(language: Language): Leaf {
    const newLeaf = createLeaf('Span');
    children.push({ ...createTag('Span', [newLeaf]), language });
    return newLeaf;
  }

  /**
   * Returns the leaf for the text of a link: the leaf of the last child if it belongs to the same link, or a new one,
   * because a note mark may divide the text of a link.
   */
  function leafOfLink(link: LeafLink): Leaf {
    const lastChild = children.at(-1);
    const lastLeaf = lastChild?.kind === 'tag' ? lastChild.children[0] : undefined;
    if (lastLeaf?.kind === 'leaf' && lastLeaf.link === link) return lastLeaf;
    const newLeaf = createLeaf('Link', link);
    children.push(createTag('Link', [newLeaf]));
    return newLeaf;
  }

  /** Adds the runs and leaves of inline nodes. */
  function addNodes(nodes: readonly Inline[], fontStyle: FontStyle, link: LeafLink | undefined): void {
    for (const node of nodes) {
      const face = faceOf(style, fontStyle);
      if (node.type === 'text' || node.type === 'break') {
        const language = node.type === 'text' ? node.language : undefined;
        const leafForText = (): Leaf => (language === undefined ? ownLeaf() : addForeignLeaf(language));
        const look =
          link === undefined
            ? { ...defaults, face, leaf: leafForText() }
            : { ...defaults, face, colour: stylesheet.linkColour, leaf: leafOfLink(link) };
        if (node.type === 'break') runs.push({ ...look, text: '\n' });
        else {
          for (const { text, isIsolate } of divideAtIsolates(node)) {
            if (isIsolate) isolateCount += 1;
            runs.push({ ...look, text: replaceLineEnds(text), isolate: isIsolate ? isolateCount : undefined });
          }
        }
      } else if (node.type === 'emphasis' || node.type === 'strong') {
        addStressed(node, fontStyle, link);
      } else if (node.type === 'link') {
        addLinkedNodes(node, fontStyle);
      } else {
        addNoteMark(Number(node.identifier));
      }
    }
  }

  /**
   * Adds strong or emphasised text, in an element of its own. Inside a link it has none: the annotation of a link has to
   * be directly in the element `Link` (PDF/UA-1, 7.18.5), of which a link would then have several.
   */
  function addStressed(node: Emphasis | Strong, fontStyle: FontStyle, link: LeafLink | undefined): void {
    const stressedStyle = node.type === 'strong' ? { ...fontStyle, bold: true } : { ...fontStyle, italic: true };
    if (link !== undefined) return addNodes(node.children, stressedStyle, link);
    const [outerChildren, outerType] = [children, openType];
    children = [];
    openType = node.type === 'strong' ? 'Strong' : 'Em';
    addNodes(node.children, stressedStyle, link);
    if (children.length > 0) outerChildren.push(createTag(openType, children));
    [children, openType] = [outerChildren, outerType];
  }

  /** Adds the text of a link. If all of it is strong or emphasised, the element for that has the link inside. */
  function addLinkedNodes(node: Link, fontStyle: FontStyle): void {
    const [firstChild, ...otherChildren] = node.children;
    const isStressed = firstChild?.type === 'emphasis' || firstChild?.type === 'strong';
    if (isStressed && otherChildren.length === 0)
      return addStressed(
        { ...firstChild, children: [{ ...node, children: firstChild.children }] },
        fontStyle,
        undefined,
      );
    addNodes(node.children, fontStyle, createLink(node));
  }

  function createLink(node: Link): LeafLink {
    const words = plainText(node.children);
    const description = words === node.url ? conventions.linkDescription(node.url) : words;
    return { target: { kind: 'address', url: node.url }, description };
  }

  function addNoteMark(note: number): void {
    // Marks are always in the regular face, in emphasised text too.
    const face = style.regular;
    const noteLink: LeafLink = { target: { kind: 'note', number: note }, description: undefined };
    const markLeaf = createLeaf('Link', noteLink);
    const referenceChildren: (Tag | Leaf)[] = [createTag('Link', [markLeaf])];
    if (runs.at(-1)?.note !== undefined) {
      const commaLeaf = createLeaf('Reference');
      referenceChildren.unshift(commaLeaf);
      const { scale, rise } = stylesheet.markComma;
      runs.push({
        ...defaults,
        text: conventions.comma.trimEnd(),
        face,
        size: style.size * scale,
        rise: style.size * rise,
        leaf: commaLeaf,
        note,
      });
    }
    children.push(createTag('Reference', referenceChildren));
    runs.push({ ...defaults, text: String(note), face, figures: 'raised', leaf: markLeaf, note });
  }

  addNodes(content, { bold: false, italic: false }, undefined);
  return { runs, children, leafCount };
}

function faceOf(style: TextStyle, { bold, italic }: FontStyle): ProductFace {
  if (bold) return italic ? style.boldItalic : style.bold;
  return italic ? style.italic : style.regular;
}

/** Divides a text node before and after each of its isolates. */
function divideAtIsolates({
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

/** Replaces line ends and tabs by spaces, because only a break node of the tree is a forced line break. */
function replaceLineEnds(text: string): string {
  return text.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ');
}

/** Returns the joined text of the runs. */
export function runsText(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('');
}

const WORD_JOINER = '\u2060';

/**
 * Returns the text of the runs for the search for line breaks: note marks are replaced by word joiners (U+2060), so
 * that no line begins with a mark.
 */
export function textWithJoinedMarks(runs: readonly TextRun[]): string {
  return runs.map((run) => (run.note === undefined ? run.text : WORD_JOINER.repeat(run.text.length))).join('');
}
