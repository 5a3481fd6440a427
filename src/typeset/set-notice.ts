import type { Leaf, Row } from './galley.ts';
import { setText } from './set-lines.ts';
import type { TypesettingContext } from './typesetting-context.ts';

/** Sets the line that says what a letter is not, between two rules. Without a leaf it is an artifact. */
export function setNotice(notice: string, leaf: Leaf | undefined, context: TypesettingContext): Row {
  const { measure, styles, rules, space } = context.stylesheet;
  const lay = { style: 'notice', x: 0, width: measure, hanging: 0, align: 'start' } as const;
  const lines = setText(notice, leaf, lay, context);
  const { thickness, colour } = rules.notice;
  const below = space.noticeToRule + lines.length * styles.notice.leading + space.noticeToRule;
  return {
    before: 0,
    height: below + thickness,
    lines: lines.map((line, index) => ({
      ...line,
      baseline: space.noticeToRule + index * styles.notice.leading + line.baseline,
    })),
    rules: [0, below].map((y) => ({ area: { x: 0, y, width: measure, height: thickness }, colour })),
    notes: [],
    breakAfter: 'avoid',
    bookmark: undefined,
  };
}
