import { internText } from '../../model/intern-letter.ts';
import type { Role } from '../../model/page.ts';
import type { Inline } from '../../model/tree.ts';
import type { SetLine, SetText } from '../galley.ts';
import { keyOfLay, type Lay } from '../lay.ts';
import type { LayoutContext } from '../layout-context.ts';
import { layoutParagraph } from '../paragraph/layout-paragraph.ts';
import { runsOf, type Run, type RunsAndTags } from '../paragraph/runs.ts';
import { rowsOf } from './rows.ts';

/** Sets inline content as lines. */
export function setInline(content: readonly Inline[], role: Role, lay: Lay, context: LayoutContext): SetText {
  return context.texts(content, keyOfLay(role, lay), () =>
    setRuns(runsOf(content, lay.style, role, context), lay, context),
  );
}

/** Sets text that belongs to the page and not to the letter. */
export function setArtifact(text: string, lay: Lay, context: LayoutContext): readonly SetLine[] {
  const { regular: face, size, colour } = context.stylesheet.styles[lay.style];
  const run: Run = { text, face, size, rise: 0, colour, figures: 'lining', leaf: undefined, note: undefined };
  const set = (): SetText => setRuns({ runs: [run], children: [], leaves: 0 }, lay, context);
  return context.texts(internText(text, context.values), keyOfLay('artifact', lay), set).lines;
}

function setRuns({ runs, children, leaves }: RunsAndTags, lay: Lay, context: LayoutContext): SetText {
  const lines = layoutParagraph(runs, lay, context);
  return { lines, rows: rowsOf(lines, context.stylesheet.styles[lay.style].leading), children, leaves };
}
