import type { Direction } from '../../model/direction.ts';
import type { Language } from '../../model/language.ts';
import type { Fragment, Line, MarkedContentId } from '../../model/page.ts';
import { escapeXml } from '../escape-xml.ts';
import { formatHundredths } from './svg-numbers.ts';

/** What the text of a page depends on besides its lines. */
export interface TextSettings {
  /** The direction in which the letter is written. */
  readonly direction: Direction;
  /** Returns the language of marked content; undefined if it is that of the letter. */
  readonly languageOf: (content: MarkedContentId) => Language | undefined;
}

/**
 * Returns the elements with the text of a line, which is not seen but can be selected, searched and read aloud. A line
 * is one element. Only if it has right-to-left text in several chunks, each chunk is one, because a browser would order
 * the chunks of an element itself.
 */
export function textOfLine(line: Line, settings: TextSettings): string {
  const chunks = chunksOf(line, settings);
  if (chunks.length === 0) return '';
  const toElement = (name: string, chunk: TextChunk): string =>
    `<${name} y="${formatHundredths(line.baseline - chunk.rise)}"${attributesOf(chunk)}>${escapeXml(chunk.text)}</${name}>`;
  if (chunks.length === 1 || chunks.some(({ direction }) => direction === 'rtl'))
    return chunks.map((chunk) => `${toElement('text', chunk)}\n`).join('');
  return `<text>${chunks.map((chunk) => toElement('tspan', chunk)).join('')}</text>\n`;
}

/** Text of one look and one language whose words are side by side. Lengths are in points. */
interface TextChunk {
  readonly text: string;
  readonly left: number;
  readonly width: number;
  readonly rise: number;
  readonly size: number;
  readonly direction: Direction;
  readonly language: Language | undefined;
}

function attributesOf({ left, width, size, direction, language }: TextChunk): string {
  const isRightToLeft = direction === 'rtl';
  const parts = [` x="${formatHundredths(isRightToLeft ? left + width : left)}" font-size="${formatHundredths(size)}"`];
  // A browser sets the text in a font of its own, and fits it to the width of the words that are seen.
  if (width > 0) parts.push(` textLength="${formatHundredths(width)}" lengthAdjust="spacingAndGlyphs"`);
  if (isRightToLeft) parts.push(' direction="rtl"');
  if (language !== undefined) parts.push(` lang="${escapeXml(language)}"`);
  return parts.join('');
}

/** Divides the text of a line into chunks, in reading order. White space alone at the end of the line is left out. */
function chunksOf({ fragments, contents }: Line, { direction, languageOf }: TextSettings): readonly TextChunk[] {
  const chunks = contents.flatMap(({ first, contentId }, index) => {
    const contentFragments = fragments.slice(first, contents[index + 1]?.first ?? fragments.length);
    const looks = groupConsecutive(contentFragments, hasLookOf);
    return looks.flatMap(groupWithoutGaps).map((group) => toChunk(group, direction, languageOf(contentId)));
  });
  return chunks.slice(0, chunks.findLastIndex(({ text }) => text.trim() !== '') + 1);
}

/** The parts of text that belong together: at least one fragment. */
type FragmentGroup = readonly [Fragment, ...Fragment[]];

/** Groups consecutive fragments; `belongs` tells whether a fragment is in the group before it. */
function groupConsecutive(
  fragments: readonly Fragment[],
  belongs: (group: FragmentGroup, fragment: Fragment) => boolean,
): readonly FragmentGroup[] {
  const groups: [Fragment, ...Fragment[]][] = [];
  for (const fragment of fragments) {
    const group = groups.at(-1);
    if (group !== undefined && belongs(group, fragment)) group.push(fragment);
    else groups.push([fragment]);
  }
  return groups;
}

/**
 * Whether a fragment has the look of a group. White space has that of the words before it, though it may be of another
 * font: a browser gives an element of white space alone no place.
 */
function hasLookOf([first]: FragmentGroup, fragment: Fragment): boolean {
  const isSameFace = fragment.face === first.face || fragment.glyphs.every(({ text }) => text.trim() === '');
  return isSameFace && fragment.size === first.size && fragment.rise === first.rise;
}

/**
 * Divides fragments of one look at gaps, as between the columns of a table. Text of both directions without a gap is one
 * group, although its parts are not side by side in reading order.
 */
function groupWithoutGaps(look: FragmentGroup): readonly FragmentGroup[] {
  const { width } = extentOf(look);
  const glyphWidth = look.reduce((sum, fragment) => sum + fragment.width, 0);
  return Math.abs(width - glyphWidth) < GAP ? [look] : groupConsecutive(look, isBesideGroup);
}

/** The least distance that is taken for a gap, in points. */
const GAP = 0.1;

/** Whether a fragment begins where the last of a group ends, in reading order. */
function isBesideGroup(group: FragmentGroup, after: Fragment): boolean {
  const before = group.at(-1) ?? group[0];
  if (before.direction !== after.direction) return false;
  const [left, right] = before.direction === 'ltr' ? [before, after] : [after, before];
  return Math.abs(right.x - (left.x + left.width)) < GAP;
}

function extentOf(group: readonly Fragment[]): { readonly left: number; readonly width: number } {
  const left = Math.min(...group.map(({ x }) => x));
  return { left, width: Math.max(...group.map(({ x, width }) => x + width)) - left };
}

function toChunk(group: FragmentGroup, letterDirection: Direction, language: Language | undefined): TextChunk {
  const [{ rise, size, direction: firstDirection }] = group;
  const direction = group.every((fragment) => fragment.direction === firstDirection) ? firstDirection : letterDirection;
  return { text: extractedText(group), ...extentOf(group), rise, size, direction, language };
}

/** Returns the text of fragments as readers of a PDF extract it. */
function extractedText(fragments: readonly Fragment[]): string {
  let joinedText = '';
  for (const { glyphs } of fragments)
    for (const { text, extractedText: extracted = text } of glyphs) joinedText += extracted;
  return joinedText;
}
