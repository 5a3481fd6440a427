import type { Row, SetLine } from '../galley.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Lay } from '../lay.ts';

/** How the line is set that says what a letter is not. */
export function layOfNotice({ stylesheet: { measure } }: LayoutContext): Lay {
  return { style: 'notice', x: 0, width: measure, hanging: 0, align: 'start' };
}

/** Sets that line between two rules. */
export function setNotice(lines: readonly SetLine[], context: LayoutContext): Row {
  const { measure, styles, rules, space } = context.stylesheet;
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
