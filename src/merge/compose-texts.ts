import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { furnitureOf } from '../model/furniture.ts';
import type { Note } from '../model/letter.ts';
import { say } from '../model/message.ts';
import type { Choice, ChosenDemand, Selection } from '../model/selection.ts';
import { startOf } from '../model/span.ts';
import type { Block, Inline, List, ListItem } from '../model/tree.ts';
import { composed, together, type Composed } from './composed.ts';
import { withNumbers } from './demand-title.ts';
import { fillBlock, fillInlines, insertAt, type BlockOfWords, type InHole } from './fill.ts';
import { noFootnotes, type Footnotes } from './footnotes.ts';
import type { MergeMemory } from './merge-memory.ts';
import type { Names } from './names.ts';
import { holesAmong, holesIn } from './pattern.ts';
import { readText, type ReadText } from './read-text.ts';
import type { Templates } from './templates.ts';
import type { ViewTexts } from './view.ts';

/**
 * The texts that were chosen for a letter, put together: the same for everybody for whom the same texts were chosen and
 * the same values are there.
 */
export interface Composition {
  readonly subject: Composed<readonly Inline[]>;
  readonly body: readonly Composed<Block>[];
  readonly notes: readonly Note[];
  readonly faults: readonly Diagnostic[];
}

/** What putting them together needs. */
export interface Composing {
  readonly campaign: Campaign;
  readonly templates: Templates;
  readonly selection: Pick<Selection, 'language' | 'body' | 'demands' | 'passages'>;
  readonly names: Names;
  /** For whom: named where a value is missing. Undefined: for nobody yet. */
  readonly recipient: string | undefined;
}

/**
 * Body, passages and demands in one walk in reading order, so that notes are numbered as they are met. What each text
 * must have by itself was found when the templates were checked.
 */
export function composeTexts(composing: Composing): Composition {
  const { selection, templates } = composing;
  const sheet: Sheet = {
    ...composing,
    footnotes: noFootnotes(selection.language, templates.memory.notes),
    memory: templates.memory,
    faults: [],
  };
  const body = read(sheet, selection.body);
  const [first, ...rest] = body.blocks;
  const hasSubject = first?.type === 'heading' && first.depth === 1;
  const demands = readDemands(sheet);
  checkPlacesOfPassages(sheet, body);
  const subject = composeSubject(sheet, body, hasSubject ? first.children : []);
  const blocks = (hasSubject ? rest : body.blocks).flatMap((block) =>
    block.type === 'slot' ? composeInsert(sheet, body, block.insert, demands) : [composeBlock(sheet, body, block)],
  );
  return { subject, body: blocks, notes: sheet.footnotes.notes(), faults: sheet.faults };
}

/** What one walk writes on. It lives as long as the walk. */
interface Sheet extends Composing {
  readonly footnotes: Footnotes;
  readonly memory: MergeMemory;
  readonly faults: Diagnostic[];
}

function read({ templates, selection, names, recipient, faults }: Sheet, { text: key }: Choice): ReadText {
  const text = readText(templates, { language: selection.language, key, names, recipient });
  faults.push(...text.faults);
  return text;
}

/** Every demand with its number in the published letter, unless the letter's own numbers are the same. */
function readDemands(sheet: Sheet): readonly ReadText[] {
  const { campaign, selection, memory, faults } = sheet;
  const published = campaign.letter.published?.[selection.language];
  const isRenumbered = selection.demands.some(({ numbers }, index) => numbers.join() !== String(index + 1));
  return selection.demands.map((demand) => {
    const text = read(sheet, demand);
    faults.push(...sourceFaults(demand, campaign));
    if (published === undefined || !isRenumbered) return text;
    const words = furnitureOf(selection.language).demandNumbers(published, demand.numbers);
    return { ...text, blocks: numbered(text.blocks, words, memory) };
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

/** A passage that was chosen has its place in the body. */
function checkPlacesOfPassages({ selection, faults }: Sheet, { rendered, inserts }: ReadText): void {
  const places = new Set(inserts.flatMap((insert) => (insert.kind === 'passage' ? [insert.id] : [])));
  for (const { id, choice } of selection.passages) {
    if (choice === undefined || places.has(id)) continue;
    const related = [{ span: startOf(rendered.file), message: say`the body` }];
    const message = say`the passage ${id} is chosen, but the body has no place for it`;
    const hint = say`Put ${`{{passage "${id}"}}`} into the body, or narrow the passage's ${'for:'}.`;
    faults.push(fault('text/passage-lost', choice.rule.span, message, { hint, related }));
  }
}

/** A passage or the demands, where the body has them. */
function composeInsert(
  sheet: Sheet,
  body: ReadText,
  number: number,
  demands: readonly ReadText[],
): readonly Composed<Block>[] {
  const insert = insertAt(body.rendered.inserts, number);
  if (insert.kind === 'demands') return composeDemands(sheet, demands);
  if (insert.kind !== 'passage') throw new Error(`a ${insert.kind} cannot stand between paragraphs`);
  const passage = sheet.selection.passages.find(({ id }) => id === insert.id);
  return passage?.choice === undefined ? [] : composeBlocks(sheet, read(sheet, passage.choice));
}

function composeDemands(sheet: Sheet, demands: readonly ReadText[]): readonly Composed<Block>[] {
  const { memory } = sheet;
  if (demands.length === 0) return [];
  const blocks = demands.map((demand) => composeBlocks(sheet, demand));
  const key = blocks.map((own) => own.map(memory.numberOf).join()).join(';');
  return [memory.demands.recall(key, () => numberedList(blocks))];
}

function numberedList(demands: readonly (readonly Composed<Block>[])[]): Composed<List> {
  const items = demands.map((blocks) => together(blocks, (children): ListItem => ({ type: 'listItem', children })));
  return together(items, (children) => ({ type: 'list', ordered: true, start: 1, children }));
}

/** A text in which nothing but words can stand. */
function composeBlocks(sheet: Sheet, text: ReadText): readonly Composed<Block>[] {
  return text.blocks.flatMap((block) => (block.type === 'slot' ? [] : [composeBlock(sheet, text, block)]));
}

function composeBlock(sheet: Sheet, text: ReadText, block: BlockOfWords): Composed<Block> {
  const holes = filledHoles(sheet, text, holesIn(block));
  const key = JSON.stringify([...holes.values()]);
  return sheet.memory.blocks(block).recall(key, () => withHoles(holes, (inHole) => fillBlock(block, inHole)));
}

function composeSubject(
  sheet: Sheet,
  text: ReadText,
  nodes: Parameters<typeof fillInlines>[0],
): Composition['subject'] {
  return withHoles(filledHoles(sheet, text, holesAmong(nodes)), (inHole) => fillInlines(nodes, inHole));
}

/** What belongs into a hole, as far as it is known: a node, or where the view has a value. */
type Filling = Inline | { readonly type: 'value'; readonly path: string };

type Holes = ReadonlyMap<number, Filling>;

function filledHoles(sheet: Sheet, { rendered }: ReadText, holes: readonly number[]): Holes {
  return new Map(holes.map((number) => [number, fillingOf(sheet, rendered.inserts, number)]));
}

function fillingOf({ campaign, footnotes }: Sheet, inserts: ReadText['rendered']['inserts'], number: number): Filling {
  const insert = insertAt(inserts, number);
  if (insert.kind === 'value') {
    const { path, text } = insert;
    return path === undefined ? { type: 'text', value: text } : { type: 'value', path };
  }
  const source = insert.kind === 'citation' ? campaign.sources.get(insert.source) : undefined;
  if (insert.kind !== 'citation' || source === undefined) throw new Error(`a ${insert.kind} was not checked`);
  return { type: 'footnoteReference', identifier: String(footnotes.cite(source, insert.at)) };
}

function withHoles<T>(holes: Holes, fill: (inHole: InHole) => T): Composed<T> {
  const paths = [...holes.values()].flatMap((filling) => (filling.type === 'value' ? [filling.path] : []));
  return composed(paths, (texts) => fill((number) => inlineOf(holes.get(number), texts)));
}

function inlineOf(filling: Filling | undefined, texts: ViewTexts['texts']): Inline {
  if (filling === undefined) throw new Error('unreachable: the block has another hole');
  if (filling.type !== 'value') return filling;
  const value = texts.get(filling.path);
  if (value === undefined) throw new Error(`unreachable: ${filling.path} is absent`);
  return { type: 'text', value };
}
