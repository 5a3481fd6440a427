import { internText } from '../../model/intern-letter.ts';
import type { Letter, SignatureLine } from '../../model/letter.ts';
import type { Inline } from '../../model/tree.ts';
import {
  withBreakAfter,
  heightOf,
  enclosedInTag,
  joinBlocks,
  movedDown,
  galleyRow,
  withSpaceAbove,
  type Row,
  type SetBlock,
} from '../galley.ts';
import { fullWidth, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import { labelled, setLabel, type Label } from './set-label.ts';
import { setParagraph, setPlainParagraph } from './set-text.ts';

/** Sets the parts after the body: complimentary close, signature block, enclosures, copies. */
export function setClosing(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  return [
    setClose(letter.close, context),
    setSignatures(letter.signatures, context),
    ...setEnclosuresAndCopies(letter, context),
  ].map(keptTogether);
}

/** Avoids page breaks in the block and after it, so that the last page does not hold the copies alone. */
function keptTogether(block: SetBlock): SetBlock {
  const rows = block.rows.map((row): Row => (row.breakAfter === 'free' ? { ...row, breakAfter: 'avoid' } : row));
  return { ...block, rows };
}

/** Sets the close, on the same page as the signatures below it. */
function setClose(close: Letter['close'], context: LayoutContext): SetBlock {
  const set = setPlainParagraph(close, fullWidth('close', context), context);
  return { ...set, rows: withSpaceAbove(withBreakAfter(set.rows, 'never'), context.stylesheet.space.paragraphs) };
}

/**
 * Sets the signature block: signatures in columns, in as many ranks (signatures side by side) as needed. It is one row,
 * so no page break divides it.
 */
function setSignatures(signatures: readonly SignatureLine[], context: LayoutContext): SetBlock {
  return context.blockMemo(signatures, 'signatures', () => {
    const { measure, signature } = context.stylesheet;
    const columns = columnsFor(signatures.length, signature.mostColumns);
    const step = (measure + signature.betweenColumns) / columns;
    const width = Math.min(step - signature.betweenColumns, signature.widestColumn);
    const { rows, ...set } = joinBlocks(
      signatures.map((signatory, index) => setSignature(signatory, (index % columns) * step, width, context)),
      'Sect',
    );
    const placed: Row[] = [];
    let height = 0;
    for (let first = 0; first < rows.length; first += columns) {
      const top = first === 0 ? 0 : height + signature.betweenRanks;
      const rank = rows.slice(first, first + columns);
      placed.push(...rank.map((row) => movedDown(row, top)));
      height = top + Math.max(...rank.map((row) => row.height));
    }
    const lines = placed.flatMap((row) => row.lines);
    return { ...set, rows: [galleyRow({ height, lines, rules: placed.flatMap((row) => row.rules) })] };
  });
}

/**
 * The number of columns that fills the ranks most evenly: at most three columns make two ranks of two for four
 * signatures.
 */
function columnsFor(signatures: number, mostColumns: number): number {
  const ranks = Math.ceil(signatures / mostColumns);
  return Math.max(1, Math.ceil(signatures / Math.max(1, ranks)));
}

/** Sets one signature as a row: the space for a handwritten signature, a rule line, and the text below it. */
function setSignature(
  { person, title, organisation }: SignatureLine,
  x: number,
  width: number,
  context: LayoutContext,
): SetBlock {
  const { rules, signature } = context.stylesheet;
  const { thickness, colour } = rules.signature;
  const format: ParagraphFormat = { ...fullWidth('signature', context), x, width };
  const others = [person, title].filter((line) => line !== undefined);
  const { rows, ...set } = joinBlocks(
    [
      setParagraph([{ type: 'strong', children: [{ type: 'text', value: organisation }] }], 'P', format, context),
      ...others.map((line) => setPlainParagraph(line, format, context)),
    ],
    'Sect',
  );
  const textTop = signature.room + thickness + signature.ruleToName;
  let top = textTop;
  const lines = rows.flatMap((row) => {
    const placed = movedDown(row, top);
    top += row.height;
    return placed.lines;
  });
  const rule = { area: { x, y: signature.room, width, height: thickness }, colour };
  return { ...set, rows: [galleyRow({ height: textTop + heightOf(rows), lines, rules: [rule] })] };
}

/**
 * Sets the lists of enclosures and of copies, each with its label in a column at the start; an empty list is left out.
 */
function setEnclosuresAndCopies(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  const { stylesheet, conventions, values } = context;
  const { space, indent } = stylesheet;
  const copies = letter.copies.map((copy) => internText(copy, values));
  const lists = [
    { text: conventions.enclosures(letter.enclosures.length), items: letter.enclosures },
    { text: conventions.copies, items: copies },
  ]
    .filter(({ items }) => items.length > 0)
    .map(({ text, items }) => ({ label: setLabel(text, fullWidth('closing-label', context), context), items }));
  const column = lists.reduce((widest, { label }) => Math.max(widest, label.width), indent.closing);
  return lists.map(({ label, items }, index) => {
    const set = setLabelledList(items, label, column, context);
    return { ...set, rows: withSpaceAbove(set.rows, index === 0 ? space.beforeClosing : space.betweenClosings) };
  });
}

function setLabelledList(
  items: readonly (readonly Inline[])[],
  label: Label,
  column: number,
  context: LayoutContext,
): SetBlock {
  const { measure, indent } = context.stylesheet;
  const format: ParagraphFormat = {
    ...fullWidth('closing', context),
    x: column,
    width: measure - column,
    hanging: indent.hanging,
  };
  const bodies = items.map((item) => enclosedInTag(setParagraph(item, 'LBody', format, context), 'LI'));
  return enclosedInTag(labelled(joinBlocks(bodies, 'L', { numbering: 'None' }), label), 'Sect');
}
