import type { SignatureLine } from '../../model/letter.ts';
import {
  heightOf,
  joined,
  leavesOf,
  numbered,
  tag,
  type Row,
  type SetBlock,
  type SetLine,
  type SetRule,
} from '../galley.ts';
import { setParagraph, setPlainParagraph } from './set-paragraph.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Lay } from '../lay.ts';

/** One who signs, set: counted from the top of the room for a hand. */
interface Signature extends SetBlock {
  readonly rule: SetRule;
  readonly height: number;
}

/** Sets the signature block: ranks of columns, each with room for a hand above a rule. It is one row, never divided. */
export function setSignatures(signatures: readonly SignatureLine[], context: LayoutContext): SetBlock {
  return context.blocks(signatures, 'signatures', () => setRanks(signatures, context));
}

function setRanks(signatures: readonly SignatureLine[], context: LayoutContext): SetBlock {
  const { measure, signature } = context.stylesheet;
  const columns = columnsFor(signatures.length, signature.mostColumns);
  const step = (measure + signature.betweenColumns) / columns;
  const width = Math.min(step - signature.betweenColumns, signature.widestColumn);
  const set = numbered(signatures.map((each, index) => setSignature(each, (index % columns) * step, width, context)));

  const lines: SetLine[] = [];
  const rules: SetRule[] = [];
  let height = 0;
  for (let first = 0; first < set.length; first += columns) {
    const rank = set.slice(first, first + columns);
    const top = first === 0 ? 0 : height + signature.betweenRanks;
    lines.push(...linesOf(rank).map((line) => ({ ...line, baseline: top + line.baseline })));
    rules.push(...rank.map(({ rule }) => ({ ...rule, area: { ...rule.area, y: top + rule.area.y } })));
    height = top + Math.max(...rank.map((each) => each.height));
  }
  const row: Row = { before: 0, height, lines, rules, notes: [], breakAfter: 'free', bookmark: undefined };
  return {
    rows: [row],
    tags: [
      tag(
        'Sect',
        set.flatMap(({ tags }) => tags),
      ),
    ],
    leaves: leavesOf(set),
  };
}

function linesOf(blocks: readonly SetBlock[]): readonly SetLine[] {
  return blocks.flatMap(({ rows }) => rows.flatMap(({ lines }) => lines));
}

/** As many columns as go beside each other, and as evenly filled as can be: four make two ranks of two. */
function columnsFor(signatures: number, most: number): number {
  const ranks = Math.ceil(signatures / most);
  return Math.max(1, Math.ceil(signatures / Math.max(1, ranks)));
}

function setSignature(
  { person, title, organisation }: SignatureLine,
  x: number,
  width: number,
  context: LayoutContext,
): Signature {
  const { rules, signature } = context.stylesheet;
  const lay: Lay = { style: 'signature', x, width, hanging: 0, align: 'start' };
  const [name, ...others] = [organisation, person, title].filter((line) => line !== undefined);
  const { rows, ...set } = joined(
    [
      setParagraph([{ type: 'strong', children: [{ type: 'text', value: name ?? '' }] }], 'P', lay, context),
      ...others.map((value) => setPlainParagraph(value, lay, context)),
    ],
    'Sect',
  );
  let top = signature.room + rules.signature.thickness + signature.ruleToName;
  const placed = rows.map((row) => {
    const lines = row.lines.map((line) => ({ ...line, baseline: top + line.baseline }));
    top += row.height;
    return { ...row, lines };
  });
  return {
    ...set,
    rows: placed,
    rule: { area: { x, y: signature.room, width, height: rules.signature.thickness }, colour: rules.signature.colour },
    height: signature.room + rules.signature.thickness + signature.ruleToName + heightOf(rows),
  };
}
