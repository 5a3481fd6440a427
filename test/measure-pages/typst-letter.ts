import type { Letter, Note } from '../../src/model/letter.ts';
import type { Stylesheet } from '../../src/layout/stylesheet.ts';
import type { Block, Inline } from '../../src/model/tree.ts';

/** What a letter in typst has from the same letter by demarche. */
export interface TypstLetter {
  readonly letter: Pick<Letter, 'language' | 'body' | 'notes'>;
  readonly stylesheet: Stylesheet;
  readonly isJustified: boolean;
  /** Replaces spaces by no-break spaces where demarche allows no break. */
  readonly withUnbreakableSpaces: (text: string) => string;
  /** The content of each note, as it is printed. */
  readonly contentOf: (note: Note) => readonly Inline[];
  /** The heights of what is above and below the body, in points, and whether pages have notes or all is one page. */
  readonly pages: { readonly above: number; readonly below: number } | 'one';
}

/**
 * Returns the body of a letter as typst markup: with the same words, font files, sizes, measures and vertical spaces.
 * Notes are footnotes of typst, or if the letter is one page without notes, raised numbers.
 */
export function typstSource(typstLetter: TypstLetter): string {
  const { letter, stylesheet, isJustified, pages } = typstLetter;
  const { sheet, leftMargin, measure, textTop, textBottom, styles, space, naskhScale } = stylesheet;
  const { size, leading } = styles.body;
  const isArabic = letter.language === 'ar';
  const [scale, family] = isArabic ? [naskhScale, 'Amiri'] : [1, 'Noto Serif'];
  const region = letter.language === 'en' ? ', region: "GB"' : '';
  const margins = `top: ${textTop}pt, bottom: ${sheet.height - textBottom}pt, left: ${leftMargin}pt, right: ${sheet.width - leftMargin - measure}pt`;
  const edges = 'top-edge: 0.8em, bottom-edge: -0.2em';
  return [
    `#set page(width: ${sheet.width}pt, height: ${pages === 'one' ? 'auto' : `${sheet.height}pt`}, margin: (${margins}))`,
    `#set text(font: "${family}", size: ${size * scale}pt, lang: "${letter.language}"${region}, hyphenate: ${isJustified}, ${edges})`,
    `#set par(justify: ${isJustified}, linebreaks: "optimized", leading: ${leading - size * scale}pt, spacing: ${leading - size * scale + space.paragraphs.natural}pt)`,
    `#show footnote.entry: set text(size: ${styles.note.size * scale}pt)`,
    `#show footnote.entry: set par(justify: false, leading: ${styles.note.leading - styles.note.size * scale}pt)`,
    ...(isArabic ? [`#show regex("\\p{Latin}+"): set text(font: "Noto Serif", size: ${size}pt)`] : []),
    `#let wide(width, body) = block(width: width, spacing: ${leading - size * scale + space.paragraphs.natural}pt, body)`,
    ...(pages === 'one' ? [] : [`#block(height: ${pages.above - textTop}pt)`]),
    ...letter.body.map((block) => blockSource(block, measure, typstLetter)),
    ...(pages === 'one' ? [] : [`#block(height: ${pages.below}pt, breakable: false)`]),
  ].join('\n\n');
}

function blockSource(block: Block, width: number, typstLetter: TypstLetter): string {
  const { indent, styles } = typstLetter.stylesheet;
  const startSide = typstLetter.letter.language === 'ar' ? 'right' : 'left';
  const inColumn = (blocks: readonly Block[], columnWidth: number): string =>
    blocks.map((each) => blockSource(each, columnWidth, typstLetter)).join('\n');
  switch (block.type) {
    case 'paragraph':
      return `#wide(${width}pt)[${inlineSource(block.children, typstLetter)}]`;
    case 'heading':
      return `#block(sticky: true, text(size: ${styles[`heading-${block.depth}`].size}pt, weight: "bold", hyphenate: false)[#par(justify: false)[${inlineSource(block.children, typstLetter)}]])`;
    case 'list': {
      const items = block.children.map(({ children }) => inColumn(children, width - indent.list));
      return items.map((item) => `#pad(${startSide}: ${indent.list}pt)[${item}]`).join('\n\n');
    }
    case 'blockquote':
      return `#pad(x: ${indent.quotation}pt)[#text(size: ${styles.quotation.size}pt)[${inColumn(block.children, width - 2 * indent.quotation)}]]`;
    case 'table':
    case 'picture':
    case 'thematicBreak':
      return '';
  }
}

function inlineSource(content: readonly Inline[], typstLetter: TypstLetter): string {
  return content
    .map((inline): string => {
      switch (inline.type) {
        case 'text':
          return `#text(${JSON.stringify(typstLetter.withUnbreakableSpaces(inline.value))})`;
        case 'emphasis':
          return `#emph[${inlineSource(inline.children, typstLetter)}]`;
        case 'strong':
          return `#strong[${inlineSource(inline.children, typstLetter)}]`;
        case 'link':
          return inlineSource(inline.children, typstLetter);
        case 'break':
          return '#linebreak()';
        case 'footnoteReference':
          return noteSource(inline.identifier, typstLetter);
      }
    })
    .join('');
}

function noteSource(identifier: string, typstLetter: TypstLetter): string {
  if (typstLetter.pages === 'one') return `#super("${identifier}")`;
  const note = typstLetter.letter.notes.find(({ number }) => String(number) === identifier);
  if (note === undefined) throw new Error(`the letter has no note ${identifier}`);
  return `#footnote[${inlineSource(typstLetter.contentOf(note), typstLetter)}]`;
}
