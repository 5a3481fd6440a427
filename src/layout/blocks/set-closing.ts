import { internText } from '../../model/intern-letter.ts';
import type { Letter, SignatureLine } from '../../model/letter.ts';
import type { Inline } from '../../model/tree.ts';
import { ending, heightOf, inTag, joinBlocks, lowered, galleyRow, spaced, type Row, type SetBlock } from '../galley.ts';
import { fullWidth, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import { labelled, setLabel, type Label } from './set-label.ts';
import { setParagraph, setPlainParagraph } from './set-text.ts';

/** Sets all that goes after the body: complimentary close, signature block, enclosures, copies. */
export function setClosing(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  return [
    setClose(letter.close, context),
    setSignatures(letter.signatures, context),
    ...setAnnouncements(letter, context),
  ].map(keptTogether);
}

/** The last page is not left to the copies alone, if that can be helped. */
function keptTogether(block: SetBlock): SetBlock {
  const rows = block.rows.map((row): Row => (row.breakAfter === 'free' ? { ...row, breakAfter: 'avoid' } : row));
  return { ...block, rows };
}

/** The close and the signatures below it stand on one page. */
function setClose(close: string, context: LayoutContext): SetBlock {
  const set = setPlainParagraph(close, fullWidth('close', context), context);
  return { ...set, rows: spaced(ending(set.rows, 'never'), context.stylesheet.space.paragraphs) };
}

/** The signature block: ranks of columns, each with room for a hand above a rule. It is one row, never divided. */
function setSignatures(signatures: readonly SignatureLine[], context: LayoutContext): SetBlock {
  return context.blocks(signatures, 'signatures', () => {
    const { measure, signature } = context.stylesheet;
    const columns = columnsFor(signatures.length, signature.mostColumns);
    const step = (measure + signature.betweenColumns) / columns;
    const width = Math.min(step - signature.betweenColumns, signature.widestColumn);
    const { rows, ...set } = joinBlocks(
      signatures.map((each, index) => setSignature(each, (index % columns) * step, width, context)),
      'Sect',
    );
    const placed: Row[] = [];
    let height = 0;
    for (let first = 0; first < rows.length; first += columns) {
      const top = first === 0 ? 0 : height + signature.betweenRanks;
      const rank = rows.slice(first, first + columns);
      placed.push(...rank.map((row) => lowered(row, top)));
      height = top + Math.max(...rank.map((row) => row.height));
    }
    const lines = placed.flatMap((row) => row.lines);
    return { ...set, rows: [galleyRow({ height, lines, rules: placed.flatMap((row) => row.rules) })] };
  });
}

/** As many columns as go beside each other, and as evenly filled as can be: four make two ranks of two. */
function columnsFor(signatures: number, most: number): number {
  const ranks = Math.ceil(signatures / most);
  return Math.max(1, Math.ceil(signatures / Math.max(1, ranks)));
}

/** One who signs: a row that begins with the room for a hand. */
function setSignature(
  { person, title, organisation }: SignatureLine,
  x: number,
  width: number,
  context: LayoutContext,
): SetBlock {
  const { rules, signature } = context.stylesheet;
  const { thickness, colour } = rules.signature;
  const lay: ParagraphFormat = { ...fullWidth('signature', context), x, width };
  const others = [person, title].filter((line) => line !== undefined);
  const { rows, ...set } = joinBlocks(
    [
      setParagraph([{ type: 'strong', children: [{ type: 'text', value: organisation }] }], 'P', lay, context),
      ...others.map((line) => setPlainParagraph(line, lay, context)),
    ],
    'Sect',
  );
  const textTop = signature.room + thickness + signature.ruleToName;
  let top = textTop;
  const lines = rows.flatMap((row) => {
    const placed = lowered(row, top);
    top += row.height;
    return placed.lines;
  });
  const rule = { area: { x, y: signature.room, width, height: thickness }, colour };
  return { ...set, rows: [galleyRow({ height: textTop + heightOf(rows), lines, rules: [rule] })] };
}

/** Enclosures and copies, their labels in a column on the left; nothing of what there is none of. */
function setAnnouncements(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  const { stylesheet, conventions, values } = context;
  const { space, indent } = stylesheet;
  const copies = letter.copies.map((copy) => internText(copy, values));
  const announcements = [
    { text: conventions.enclosures(letter.enclosures.length), items: letter.enclosures },
    { text: conventions.copies, items: copies },
  ]
    .filter(({ items }) => items.length > 0)
    .map(({ text, items }) => ({ label: setLabel(text, fullWidth('closing-label', context), context), items }));
  const column = announcements.reduce((widest, { label }) => Math.max(widest, label.width), indent.closing);
  return announcements.map(({ label, items }, index) => {
    const set = setAnnounced(items, label, column, context);
    return { ...set, rows: spaced(set.rows, index === 0 ? space.beforeClosing : space.betweenClosings) };
  });
}

function setAnnounced(
  items: readonly (readonly Inline[])[],
  label: Label,
  column: number,
  context: LayoutContext,
): SetBlock {
  const { measure, indent } = context.stylesheet;
  const lay: ParagraphFormat = {
    ...fullWidth('closing', context),
    x: column,
    width: measure - column,
    hanging: indent.hanging,
  };
  const bodies = items.map((item) => inTag(setParagraph(item, 'LBody', lay, context), 'LI'));
  return inTag(labelled(joinBlocks(bodies, 'L', { numbering: 'None' }), label), 'Sect');
}
