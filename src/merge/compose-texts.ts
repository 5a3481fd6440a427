import { conventionsOf } from '../languages/languages.ts';
import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { Note } from '../model/letter.ts';
import { say } from '../model/message.ts';
import type { Choice, ChosenDemand, Selection } from '../model/selection.ts';
import { fileStart } from '../model/span.ts';
import type { Block, Inline, List } from '../model/tree.ts';
import type { Templates } from '../template/parse-templates.ts';
import { joinTexts, type PatternBlock, type PatternInline } from '../template/pattern.ts';
import type { ReadText } from '../template/read-texts.ts';
import { insertAt } from '../template/rendered.ts';
import { valueText, type ViewTexts } from '../template/shapes.ts';
import { fillBlock, fillInlines, type HoleContent } from './fill.ts';
import { noFootnotes, type Footnotes } from './footnotes.ts';

/** The texts that were chosen for a letter, put together. */
export interface Composition {
  readonly subject: readonly Inline[];
  readonly body: readonly Block[];
  readonly notes: readonly Note[];
  readonly faults: readonly Diagnostic[];
}

/** What putting them together needs. */
export interface CompositionInput {
  readonly campaign: Campaign;
  readonly templates: Templates;
  readonly selection: Pick<Selection, 'language' | 'body' | 'demands' | 'passages'>;
  readonly view: ViewTexts;
}

/**
 * Body, passages and demands in one walk in reading order, so that notes are numbered as they are met. What each text
 * must have by itself was found when the templates were checked.
 */
export function composeTexts(composing: CompositionInput): Composition {
  const { selection } = composing;
  const sheet: CompositionState = { ...composing, footnotes: noFootnotes(selection.language), faults: [] };
  const body = readTextOfShape(sheet, selection.body);
  const demands = readDemands(sheet);
  misplacedPassages(sheet, body);
  const inHole = holesOf(sheet, body);
  const subject = fillInlines(body.subject ?? [], inHole);
  const blocks = body.blocks.flatMap((block) =>
    block.type === 'slot' ? composeInsert(sheet, body, block.insert, demands) : [fillBlock(block, inHole)],
  );
  return { subject, body: blocks, notes: sheet.footnotes.notes(), faults: sheet.faults };
}

/** What one walk writes on. It lives as long as the walk. */
interface CompositionState extends CompositionInput {
  readonly footnotes: Footnotes;
  readonly faults: Diagnostic[];
}

/** A text as letters of this shape have it. */
function readTextOfShape({ templates, selection, view }: CompositionState, { text: key }: Choice): ReadText {
  const text = templates.read.get(selection.language)?.get(key)?.get(view.shape);
  if (text === undefined) throw new Error(`the text ${key} was not read for letters of the shape ${view.shape}`);
  return text;
}

/** Every demand with its number in the published letter, unless the letter's own numbers are the same. */
function readDemands(sheet: CompositionState): readonly ReadText[] {
  const { campaign, selection, faults } = sheet;
  const published = campaign.letter.published?.[selection.language];
  const isRenumbered = selection.demands.some(({ numbers }, index) => numbers.join() !== String(index + 1));
  return selection.demands.map((demand) => {
    const text = readTextOfShape(sheet, demand);
    faults.push(...sourceFaults(demand, campaign));
    if (published === undefined || !isRenumbered) return text;
    const words = conventionsOf(selection.language).demandNumbers(published, demand.numbers);
    return { ...text, blocks: withNumbers(text.blocks, words) };
  });
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

/**
 * Adds to a demand, right after its title, where it stands in the published letter. A stop that ends the title then ends
 * title and number together: "**Observe the trials** (open letter, demand 5). We ask …". Only a stop of the template's
 * own is moved, never the last character of a value.
 */
function withNumbers(blocks: readonly PatternBlock[], numbers: string): readonly PatternBlock[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return blocks;
  const title = first.children.findIndex(({ type }) => type === 'strong');
  const strong = first.children[title];
  if (strong?.type !== 'strong') return blocks;
  const { children, stop } = withoutStop(strong.children);
  const numbered = joinTexts([
    ...first.children.slice(0, title),
    { type: 'strong', children },
    { type: 'text', value: ` (${numbers})${stop}` },
    ...first.children.slice(title + 1),
  ]);
  return [{ type: 'paragraph', children: numbered }, ...rest];
}

function withoutStop(children: readonly PatternInline[]): {
  readonly children: readonly PatternInline[];
  readonly stop: string;
} {
  const last = children.at(-1);
  const stop = last?.type === 'text' ? /[.:;,]$/.exec(last.value)?.[0] : undefined;
  if (last?.type !== 'text' || stop === undefined) return { children, stop: '' };
  const words = last.value.slice(0, -stop.length);
  if (words !== '') return { children: [...children.slice(0, -1), { type: 'text', value: words }], stop };
  return children.length > 1 ? { children: children.slice(0, -1), stop } : { children, stop: '' };
}

/** A passage that was chosen has its place in the body. */
function misplacedPassages({ selection, faults }: CompositionState, { rendered, inserts }: ReadText): void {
  const places = new Set(inserts.flatMap((insert) => (insert.kind === 'passage' ? [insert.id] : [])));
  for (const { id, choice } of selection.passages) {
    if (choice === undefined || places.has(id)) continue;
    const related = [{ span: fileStart(rendered.file), message: say`the body` }];
    const message = say`the passage ${id} is chosen, but the body has no place for it`;
    const hint = say`Put ${`{{passage "${id}"}}`} into the body, or narrow the passage's ${'for:'}.`;
    faults.push(fault('text/passage-lost', choice.rule.span, message, { hint, related }));
  }
}

/** A passage or the demands, where the body has them. */
function composeInsert(
  sheet: CompositionState,
  body: ReadText,
  number: number,
  demands: readonly ReadText[],
): readonly Block[] {
  const insert = insertAt(body.rendered.inserts, number);
  if (insert.kind === 'demands') return composeDemands(sheet, demands);
  if (insert.kind !== 'passage') throw new Error(`a ${insert.kind} cannot stand between paragraphs`);
  const passage = sheet.selection.passages.find(({ id }) => id === insert.id);
  return passage?.choice === undefined ? [] : composeBlocks(sheet, readTextOfShape(sheet, passage.choice));
}

function composeDemands(sheet: CompositionState, demands: readonly ReadText[]): readonly List[] {
  if (demands.length === 0) return [];
  const children = demands.map((demand) => ({ type: 'listItem' as const, children: composeBlocks(sheet, demand) }));
  return [{ type: 'list', ordered: true, start: 1, children }];
}

/** A text in which nothing but words can stand. */
function composeBlocks(sheet: CompositionState, text: ReadText): readonly Block[] {
  const inHole = holesOf(sheet, text);
  return text.blocks.flatMap((block) => (block.type === 'slot' ? [] : [fillBlock(block, inHole)]));
}

/** What belongs into the holes of a text: values, and the marks of notes, which are numbered as they are met. */
function holesOf({ campaign, view, footnotes }: CompositionState, { rendered }: ReadText): HoleContent {
  return (number) => {
    const insert = insertAt(rendered.inserts, number);
    if (insert.kind === 'value') {
      const value = valueText(insert.value, view);
      if (value === undefined) throw new Error('a value that may be absent was not checked');
      return { type: 'text', value };
    }
    const source = insert.kind === 'citation' ? campaign.sources.get(insert.source) : undefined;
    if (insert.kind !== 'citation' || source === undefined) throw new Error(`a ${insert.kind} was not checked`);
    return { type: 'footnoteReference', identifier: String(footnotes.cite(source, insert.at)) };
  };
}
