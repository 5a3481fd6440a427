import type { Figures } from '../../fonts/fonts.ts';
import type { Language } from '../../model/language.ts';
import { plainText, type Inline, type Link } from '../../model/tree.ts';
import type { Colour, Face, StructureType } from '../../model/page.ts';
import { tag, type Leaf, type LeafLink, type Tag } from '../galley.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { StyleName, TextStyle } from '../stylesheet.ts';
import type { TextRange } from './embedding-levels.ts';

/** Text of one look and one meaning. A line that must end here ends with U+000A. */
export interface TextRun {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly rise: number;
  readonly colour: Colour;
  readonly figures: Figures;
  readonly leaf: Leaf | undefined;
  /** The number of the note whose mark this is, or belongs to. */
  readonly note: number | undefined;
}

/** A paragraph as runs, and what its element holds. */
export interface TextRunsAndTags {
  readonly runs: readonly TextRun[];
  readonly children: readonly (Tag | Leaf)[];
  /** How many leaves there are. */
  readonly leaves: number;
}

interface FontStyle {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Takes inline content apart into runs of one look, with a leaf for each piece of text that has one meaning. */
export function runsOf(
  content: readonly Inline[],
  styleName: StyleName,
  role: StructureType,
  { stylesheet, conventions }: Pick<LayoutContext, 'stylesheet' | 'conventions'>,
): TextRunsAndTags {
  const style = stylesheet.styles[styleName];
  const runs: TextRun[] = [];
  const children: (Tag | Leaf)[] = [];
  let leaves = 0;
  const plain: Omit<TextRun, 'text' | 'face' | 'leaf'> = {
    size: style.size,
    rise: 0,
    colour: style.colour,
    figures: 'lining',
    note: undefined,
  };

  function newLeaf(leafRole: StructureType, link?: LeafLink): Leaf {
    leaves += 1;
    return { kind: 'leaf', number: leaves - 1, type: leafRole, link };
  }

  /** The leaf of the element's own text: the one that was added last, or a new one after a link or a mark. */
  function ownLeaf(): Leaf {
    const last = children.at(-1);
    if (last?.kind === 'leaf') return last;
    const added = newLeaf(role);
    children.push(added);
    return added;
  }

  /** The leaf of text in another language than the letter's: an element of its own, that says so (PDF/UA-1, 7.2). */
  function foreignLeaf(language: Language): Leaf {
    const added = newLeaf('Span');
    children.push({ ...tag('Span', [added]), language });
    return added;
  }

  /** The leaf of a link's text, likewise: a mark inside a link divides it. */
  function linkLeaf(link: LeafLink): Leaf {
    const last = children.at(-1);
    const open = last?.kind === 'tag' ? last.children[0] : undefined;
    if (open?.kind === 'leaf' && open.link === link) return open;
    const added = newLeaf('Link', link);
    children.push(tag('Link', [added]));
    return added;
  }

  function add(nodes: readonly Inline[], emphasis: FontStyle, link: LeafLink | undefined): void {
    for (const node of nodes) {
      const face = faceOf(style, emphasis);
      if (node.type === 'text' || node.type === 'break') {
        const text = node.type === 'text' ? withoutLineEnds(node.value) : '\n';
        const language = node.type === 'text' ? node.language : undefined;
        if (link !== undefined) {
          runs.push({ ...plain, text, face, colour: stylesheet.linkColour, leaf: linkLeaf(link) });
        } else runs.push({ text, face, leaf: language === undefined ? ownLeaf() : foreignLeaf(language), ...plain });
      } else if (node.type === 'emphasis') {
        add(node.children, { ...emphasis, italic: true }, link);
      } else if (node.type === 'strong') {
        add(node.children, { ...emphasis, bold: true }, link);
      } else if (node.type === 'link') {
        add(node.children, emphasis, linkOf(node));
      } else {
        addMark(Number(node.identifier));
      }
    }
  }

  function linkOf(node: Link): LeafLink {
    const words = plainText(node.children);
    const description = words === node.url ? conventions.linkTo(node.url) : words;
    return { target: { kind: 'address', url: node.url }, description };
  }

  function addMark(note: number): void {
    // Marks have the look of the text around them, whatever is emphasised there.
    const face = style.regular;
    const target: LeafLink = { target: { kind: 'note', number: note }, description: undefined };
    const mark = newLeaf('Link', target);
    const reference: (Tag | Leaf)[] = [tag('Link', [mark])];
    if (runs.at(-1)?.note !== undefined) {
      const comma = newLeaf('Reference');
      reference.unshift(comma);
      const { scale, rise } = stylesheet.markComma;
      runs.push({ ...plain, text: ',', face, size: style.size * scale, rise: style.size * rise, leaf: comma, note });
    }
    children.push(tag('Reference', reference));
    runs.push({ ...plain, text: String(note), face, figures: 'raised', leaf: mark, note });
  }

  add(content, { bold: false, italic: false }, undefined);
  return { runs, children, leaves };
}

function faceOf(style: TextStyle, { bold, italic }: FontStyle): Face {
  if (bold) return italic ? style.boldItalic : style.bold;
  return italic ? style.italic : style.regular;
}

/** Only a break of the tree ends a line: what a text has of its own is white space. */
function withoutLineEnds(text: string): string {
  return text.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ');
}

/** The text of runs. */
export function runsText(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('');
}

const WORD_JOINER = '\u2060';

/** The text of runs as lines are broken in it: the mark of a note belongs to the word before it, whatever that ends with. */
export function textWithJoinedMarks(runs: readonly TextRun[]): string {
  return runs.map((run) => (run.note === undefined ? run.text : WORD_JOINER.repeat(run.text.length))).join('');
}

/** The marks of notes: written from right to left too they follow what they belong to, and are no figures of its number. */
export function marksIn(runs: readonly TextRun[]): readonly TextRange[] {
  const stretches: TextRange[] = [];
  let start = 0;
  for (const { text, note } of runs) {
    const end = start + text.length;
    const last = stretches.at(-1);
    if (note !== undefined && last?.end === start) stretches[stretches.length - 1] = { ...last, end };
    else if (note !== undefined) stretches.push({ start, end });
    start = end;
  }
  return stretches;
}
