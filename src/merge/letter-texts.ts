import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { furnitureOf } from '../model/furniture.ts';
import type { Note } from '../model/letter.ts';
import { say } from '../model/message.ts';
import type { Choice, ChosenDemand, Selection } from '../model/selection.ts';
import { startOf } from '../model/span.ts';
import type { Block, Inline, List, ListItem } from '../model/tree.ts';
import { withNumbers } from './demand-title.ts';
import { fillBlocks, fillInlines, insertAt, type Filling } from './fill.ts';
import { noFootnotes, type Footnotes } from './footnotes.ts';
import type { MergeMemory } from './merge-memory.ts';
import type { Names } from './names.ts';
import { readText, type ReadText } from './read-text.ts';
import type { Rendered } from './rendered.ts';
import type { Templates } from './templates.ts';

/** The texts of one letter, put together. */
export interface LetterTexts {
  readonly subject: readonly Inline[];
  readonly body: readonly Block[];
  readonly notes: readonly Note[];
}

/** What putting them together needs. `faults` is where it says what is wrong. */
export interface Merging {
  readonly campaign: Campaign;
  readonly templates: Templates;
  readonly selection: Selection;
  readonly names: Names;
  readonly faults: Diagnostic[];
}

/**
 * Body, passages and demands in one walk in reading order, so that notes are numbered as they are met. What each text
 * must have by itself was found when the templates were checked.
 */
export function mergeTexts(merging: Merging): LetterTexts {
  const footnotes = noFootnotes(merging.selection.language, merging.templates.memory.notes);
  const body = read(merging, merging.selection.body);
  const [first, ...rest] = body.blocks;
  const hasSubject = first?.type === 'heading' && first.depth === 1;
  const demands = readDemands(merging);
  checkPlacesOfPassages(merging, body);
  const filling: Filling = {
    inline: (insert) => inlineOf(merging, body.rendered, insert, footnotes),
    blocks: (insert) => blocksOf(merging, body.rendered, insert, demands, footnotes),
    memory: merging.templates.memory.blocks,
  };
  const subject = hasSubject ? fillInlines(first.children, filling) : [];
  const blocks = fillBlocks(hasSubject ? rest : body.blocks, filling);
  return { subject, body: blocks, notes: footnotes.notes() };
}

function read({ templates, selection, names, faults }: Merging, { text: key }: Choice): ReadText {
  const { language, recipient } = selection;
  const text = readText(templates, { language, key, names, recipient: recipient.id });
  faults.push(...text.faults);
  return text;
}

/** A passage that was chosen has its place in the body. */
function checkPlacesOfPassages({ selection, faults }: Merging, { rendered, inserts }: ReadText): void {
  const places = new Set(inserts.flatMap((insert) => (insert.kind === 'passage' ? [insert.id] : [])));
  for (const { id, choice } of selection.passages) {
    if (choice === undefined || places.has(id)) continue;
    const related = [{ span: startOf(rendered.file), message: say`the body` }];
    const message = say`the passage ${id} is chosen, but the body has no place for it`;
    const hint = say`Put ${`{{passage "${id}"}}`} into the body, or narrow the passage's ${'for:'}.`;
    faults.push(fault('text/passage-lost', choice.rule.span, message, { hint, related }));
  }
}

function inlineOf({ campaign }: Merging, { inserts }: Rendered, number: number, footnotes: Footnotes): Inline {
  const insert = insertAt(inserts, number);
  if (insert.kind === 'value') return { type: 'text', value: insert.text };
  const source = insert.kind === 'citation' ? campaign.sources.get(insert.source) : undefined;
  if (insert.kind !== 'citation' || source === undefined) throw new Error(`a ${insert.kind} was not checked`);
  return { type: 'footnoteReference', identifier: String(footnotes.cite(source, insert.at)) };
}

function blocksOf(
  merging: Merging,
  { inserts }: Rendered,
  number: number,
  demands: readonly ReadText[],
  footnotes: Footnotes,
): readonly Block[] {
  const insert = insertAt(inserts, number);
  const fill = (text: ReadText): readonly Block[] =>
    fillBlocks(text.blocks, {
      inline: (inner) => inlineOf(merging, text.rendered, inner, footnotes),
      blocks: () => [],
      memory: merging.templates.memory.blocks,
    });
  if (insert.kind === 'demands') {
    const items = demands.map((demand): ListItem => ({ type: 'listItem', children: fill(demand) }));
    return items.length === 0 ? [] : [{ type: 'list', ordered: true, start: 1, children: items } satisfies List];
  }
  if (insert.kind !== 'passage') throw new Error(`a ${insert.kind} cannot stand between paragraphs`);
  const passage = merging.selection.passages.find(({ id }) => id === insert.id);
  if (passage?.choice === undefined) return [];
  return fill(read(merging, passage.choice));
}

/** Every demand with its number in the published letter, unless the letter's own numbers are the same. */
function readDemands(merging: Merging): readonly ReadText[] {
  const { campaign, selection, faults, templates } = merging;
  const published = campaign.letter.published?.[selection.language];
  const isRenumbered = selection.demands.some(({ numbers }, index) => numbers.join() !== String(index + 1));
  return selection.demands.map((demand) => {
    const text = read(merging, demand);
    faults.push(...sourceFaults(demand, campaign));
    if (published === undefined || !isRenumbered) return text;
    const words = furnitureOf(selection.language).demandNumbers(published, demand.numbers);
    return { ...text, blocks: numbered(text.blocks, words, templates.memory) };
  });
}

function numbered(blocks: ReadText['blocks'], words: string, memory: MergeMemory): ReadText['blocks'] {
  const [first] = blocks;
  return first === undefined ? blocks : memory.numbered(first).recall(words, () => withNumbers(blocks, words));
}

function sourceFaults(demand: ChosenDemand, campaign: Campaign): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const place = campaign.letter.demands.get(demand.id)?.span ?? demand.rule.span;
  if (demand.sources.length === 0) {
    const hint = say`List what it rests on under sources.`;
    faults.push(fault('text/empty-part', place, say`the demand ${demand.id} has no source`, { hint }));
  }
  for (const key of demand.sources) {
    if (campaign.sources.has(key)) continue;
    const hint = say`Its entry belongs in sources.yaml.`;
    faults.push(fault('template/unknown-source', place, say`there is no source ${key}`, { hint }));
  }
  return faults;
}
