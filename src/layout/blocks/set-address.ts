import type { Letter } from '../../model/letter.ts';
import type { Area } from '../../model/page.ts';
import { joined, numbered, tag, type Row, type SetBlock, type SetLine } from '../galley.ts';
import { setPlainParagraph } from './set-paragraph.ts';
import type { EnvelopeWindow } from '../stylesheet.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Lay } from '../lay.ts';

/** Side by side: the inside address on the left, on the right the date, and the reference below it. */
export function setDateAndAddress(letter: Letter, context: LayoutContext): SetBlock {
  const { measure, space, indent, addressWidth, dateWidth } = context.stylesheet;
  const dates = setDate(letter, { x: measure - dateWidth, width: dateWidth, align: 'end' }, context);
  const address = setAddress(letter, { x: 0, width: addressWidth, hanging: indent.hanging }, context);
  const height = Math.max(dates.height, address.height);
  return beside(dates, address, (lines) => rowOf(space.letterheadToAddress, height, lines, []));
}

/** The inside address in the window of an envelope. */
export interface AddressInWindow {
  readonly block: SetBlock;
  /** How tall the address is, in points; the row is as tall as the window, whatever is in it. */
  readonly addressHeight: number;
}

/**
 * The inside address where the envelope has its window, and beside it the date and the reference; marks for folding.
 * `above` says where the letterhead ends, from the top of the sheet.
 */
export function setInWindow(
  letter: Letter,
  window: EnvelopeWindow,
  above: number,
  context: LayoutContext,
): AddressInWindow {
  const { area, indent, width, information, addressZone, marks, markColour } = window;
  const dates = setDate(
    letter,
    { ...startOf(information, context), width: information.width, align: 'start' },
    context,
  );
  const { hanging } = context.stylesheet.indent;
  const address = setAddress(letter, { ...startOf({ x: area.x + indent, width }, context), width, hanging }, context);
  const addressTop = Math.max(0, area.height - Math.max(addressZone, address.height));
  const rules = marks.map((mark) => ({
    area: { ...mark, ...startOf(mark, context), y: mark.y - area.y },
    colour: markColour,
  }));
  const rowAround = (lines: readonly SetLine[]): Row => rowOf(area.y - above, area.height, lines, rules);
  const block = beside(lowered(dates, information.y - area.y), lowered(address, addressTop), rowAround);
  return { block, addressHeight: address.height };
}

/** Blocks below each other; their lines count from the top of the first. */
interface Column extends SetBlock {
  readonly lines: readonly SetLine[];
  readonly height: number;
}

function setAddress({ insideAddress }: Letter, lay: Omit<Lay, 'style' | 'align'>, context: LayoutContext): Column {
  return setColumn(insideAddress, { ...lay, style: 'address', align: 'start' }, context);
}

function setDate({ date, reference }: Letter, lay: Omit<Lay, 'style' | 'hanging'>, context: LayoutContext): Column {
  const texts = [date, ...(reference === undefined ? [] : [reference])];
  return setColumn(texts, { ...lay, style: 'date', hanging: 0 }, context);
}

function setColumn(texts: readonly string[], lay: Lay, context: LayoutContext): Column {
  const { leading } = context.stylesheet.styles[lay.style];
  const set = joined(texts.map((text) => setPlainParagraph(text, lay, context)));
  const lines = set.rows.flatMap((row) => row.lines);
  return {
    ...set,
    lines: lines.map((line, index) => ({ ...line, baseline: index * leading + line.baseline })),
    height: lines.length * leading,
  };
}

/** A place on the sheet that a language's direction does not move, as counted from the start of the measure. */
function startOf({ x, width }: Pick<Area, 'x' | 'width'>, { stylesheet, conventions }: LayoutContext): { x: number } {
  const fromLeft = x - stylesheet.left;
  return { x: conventions.writingDirection === 'rtl' ? stylesheet.measure - fromLeft - width : fromLeft };
}

function lowered(column: Column, by: number): Column {
  return { ...column, lines: column.lines.map((line) => ({ ...line, baseline: line.baseline + by })) };
}

function rowOf(before: number, height: number, lines: readonly SetLine[], rules: Row['rules']): Row {
  return { before, height, lines, rules, notes: [], breakAfter: 'free', bookmark: undefined };
}

/** One row for both, and the structure of each: the date is read first. */
function beside(dates: Column, address: Column, rowAround: (lines: readonly SetLine[]) => Row): SetBlock {
  const behind = address.lines.map((line) => ({ ...line, base: line.base + dates.leaves }));
  const [, { tags } = address] = numbered([dates, address]);
  return {
    rows: [rowAround([...dates.lines, ...behind])],
    tags: [...dates.tags, tag('Sect', tags)],
    leaves: dates.leaves + address.leaves,
  };
}
