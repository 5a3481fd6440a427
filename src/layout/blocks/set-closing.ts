import { internText } from '../../model/intern-letter.ts';
import type { Letter } from '../../model/letter.ts';
import type { Inline } from '../../model/tree.ts';
import { ending, joined, spaced, tag, type Row, type SetBlock, type Tag } from '../galley.ts';
import { labelled, setLabel, type Label } from './set-label.ts';
import { setParagraph, setPlainParagraph } from './set-paragraph.ts';
import { setSignatures } from './set-signatures.ts';
import type { StyleName } from '../stylesheet.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Lay } from '../lay.ts';

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
  const set = setPlainParagraph(close, wide('close', context), context);
  return { ...set, rows: spaced(ending(set.rows, 'never'), context.stylesheet.space.paragraphs) };
}

/** A label, and what it announces. */
interface Announcement {
  readonly label: string;
  readonly items: readonly (readonly Inline[])[];
}

/** Enclosures and copies, their labels in a column on the left; nothing of what there is none of. */
function setAnnouncements(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  const { stylesheet, conventions, values } = context;
  const { space, indent } = stylesheet;
  const copies = letter.copies.map((copy) => internText(copy, values));
  const announcements: readonly Announcement[] = [
    { label: conventions.enclosures(letter.enclosures.length), items: letter.enclosures },
    { label: conventions.copies, items: copies },
  ].filter(({ items }) => items.length > 0);
  const labels = announcements.map(({ label }) => setLabel(label, wide('closing-label', context), context));
  const column = labels.reduce((widest, { width }) => Math.max(widest, width), indent.closing);
  return announcements.map(({ items }, index) => {
    const label = labels[index];
    if (label === undefined) throw new Error('unreachable: every announcement has a label');
    const set = setAnnounced(items, label, column, context);
    return { ...set, rows: spaced(set.rows, index === 0 ? space.beforeClosing : space.betweenClosings) };
  });
}

function setAnnounced(items: Announcement['items'], label: Label, column: number, context: LayoutContext): SetBlock {
  const { measure, indent } = context.stylesheet;
  const beside: Lay = { ...wide('closing', context), x: column, width: measure - column, hanging: indent.hanging };
  const { tags: bodies, ...set } = joined(items.map((item) => setParagraph(item, 'LBody', beside, context)));
  const list: Tag = { kind: 'tag', role: 'L', numbering: 'None', children: bodies.map((body) => tag('LI', [body])) };
  const { tags, ...whole } = labelled({ ...set, tags: [list] }, label, context);
  return { ...whole, tags: [tag('Sect', tags)] };
}

function wide(style: StyleName, { stylesheet }: LayoutContext): Lay {
  return { style, x: 0, width: stylesheet.measure, hanging: 0, align: 'start' };
}
