import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { furnitureOf } from '../model/furniture.ts';
import type { Note } from '../model/letter.ts';
import { say } from '../model/message.ts';
import type { Choice, ChosenDemand, Selection } from '../model/selection.ts';
import { startOf } from '../model/span.ts';
import type { Block, Inline, List, ListItem } from '../model/tree.ts';
import { keyOfPartial } from './check-references.ts';
import { hasTitle, withNumbers } from './demand-title.ts';
import { fillBlocks, fillInlines, insertAt, type Filling } from './fill.ts';
import { noFootnotes, type Footnotes } from './footnotes.ts';
import { interpret } from './interpret.ts';
import type { Names } from './names.ts';
import { parseMarkdown } from './parse-markdown.ts';
import type { Templates } from './parse-templates.ts';
import type { PatternBlock } from './pattern.ts';
import { identityOf, locate, type Insert, type Place, type Rendered } from './rendered.ts';

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
 * Body, passages and demands in one walk in reading order, so that notes are numbered as they are met.
 */
export function mergeTexts(merging: Merging): LetterTexts {
  const footnotes = noFootnotes(merging.selection.language);
  const body = readText(merging, merging.selection.body);
  const [first, ...rest] = body.blocks;
  const hasSubject = first?.type === 'heading' && first.depth === 1;
  if (!hasSubject && !body.isUnreadable) {
    const { span, chain } = locate(body.rendered, 0);
    const hint = say`Begin it with ${'# What the letter is about'}.`;
    merging.faults.push(fault('text/no-subject', span, say`a body begins with its subject`, { hint, related: chain }));
  }
  const demands = readDemands(merging);
  if (!body.isUnreadable) {
    checkPlaceOfDemands(merging, body);
    checkPlacesOfPassages(merging, body);
  }
  const filling: Filling = {
    inline: (insert) => inlineOf(merging, body.rendered, insert, footnotes),
    blocks: (insert) => blocksOf(merging, body.rendered, insert, demands, footnotes),
  };
  const subject = hasSubject ? fillInlines(first.children, filling) : [];
  const blocks = fillBlocks(hasSubject ? rest : body.blocks, filling);
  return { subject, body: blocks, notes: footnotes.notes() };
}

/** A text with its conditions decided, parsed, its holes not yet filled. */
interface ReadText {
  readonly rendered: Rendered;
  readonly blocks: readonly PatternBlock[];
  /** What is put in, without what stands in comments. */
  readonly inserts: readonly Insert[];
  /** Nothing is left of it but its faults. */
  readonly isUnreadable: boolean;
}

function readText({ templates, selection, names, faults }: Merging, choice: Choice): ReadText {
  const texts = templates.texts.get(selection.language);
  const template = texts?.get(choice.text);
  if (template === undefined) throw new Error(`the text ${choice.text} was chosen but is not there`);
  const partials = (name: string): typeof template | undefined => texts?.get(keyOfPartial(name));
  const { rendered, faults: found } = interpret(template, { names, partials, recipient: selection.recipient.id });
  const isBody = choice === selection.body;
  if (!isBody) faults.push(...rendered.inserts.flatMap(misplaced));
  const key = `${isBody ? 'body' : 'part'} ${identityOf(rendered)}`;
  const parsed = templates.parsedTexts.get(key, () => parseMarkdown(rendered, { subject: isBody }));
  faults.push(...found, ...parsed.faults);
  const { blocks } = parsed.pattern;
  const inserts = rendered.inserts.filter((_, index) => !parsed.commented.has(index));
  return { rendered, blocks, inserts, isUnreadable: blocks.length === 0 && found.length + parsed.faults.length > 0 };
}

/** A partial may hold the demands, or a passage, but only for a body. */
function misplaced({ kind, place }: Insert): readonly Diagnostic[] {
  if (kind !== 'passage' && kind !== 'demands') return [];
  const message = say`only a body can hold ${kind === 'passage' ? 'a passage' : 'the demands'}`;
  return [fault('template/unsupported', place.span, message, { related: place.chain })];
}

function checkPlaceOfDemands({ selection, faults }: Merging, { rendered, inserts }: ReadText): void {
  const all = inserts.filter(({ kind }) => kind === 'demands');
  const isExpected = selection.demands.length > 0;
  if (all.length === 0 && isExpected) {
    const related = [{ span: selection.body.rule.span, message: say`the rule that lists demands` }];
    const hint = say`Put ${'{{demands}}'} into a paragraph of its own.`;
    faults.push(
      fault('text/no-demands', startOf(rendered.file), say`this body has no place for the demands`, { hint, related }),
    );
  }
  for (const { place } of isExpected ? all.slice(1) : all) {
    const message = isExpected ? say`the demands stand in this letter twice` : say`this letter makes no demands`;
    faults.push(fault('text/no-demands', place.span, message, { hint: say`Remove it.`, related: place.chain }));
  }
}

/** A passage that was chosen has its place in the body, and none has two. */
function checkPlacesOfPassages({ selection, faults }: Merging, { rendered, inserts }: ReadText): void {
  const places = new Map<string, Place>();
  for (const insert of inserts) {
    if (insert.kind !== 'passage') continue;
    const first = places.get(insert.id);
    if (first === undefined) {
      places.set(insert.id, insert.place);
      continue;
    }
    const { span, chain } = insert.place;
    const related = [{ span: first.span, message: say`the first` }, ...chain];
    const message = say`the passage ${insert.id} stands in this letter twice`;
    faults.push(fault('text/passage-twice', span, message, { hint: say`Remove one.`, related }));
  }
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
    });
  if (insert.kind === 'demands') {
    const items = demands.map((demand): ListItem => ({ type: 'listItem', children: fill(demand) }));
    return items.length === 0 ? [] : [{ type: 'list', ordered: true, start: 1, children: items } satisfies List];
  }
  if (insert.kind !== 'passage') throw new Error(`a ${insert.kind} cannot stand between paragraphs`);
  const passage = merging.selection.passages.find(({ id }) => id === insert.id);
  if (passage?.choice === undefined) return [];
  const text = readText(merging, passage.choice);
  if (text.blocks.length === 0 && !text.isUnreadable) {
    const { span, chain: related } = locate(text.rendered, 0);
    merging.faults.push(fault('text/empty-part', span, say`the passage ${passage.id} has no words`, { related }));
  }
  return fill(text);
}

/** Every demand with its number in the published letter, unless the letter's own numbers are the same. */
function readDemands(merging: Merging): readonly ReadText[] {
  const { campaign, selection, faults } = merging;
  const published = campaign.letter.published?.[selection.language];
  const isRenumbered = selection.demands.some(({ numbers }, index) => numbers.join() !== String(index + 1));
  return selection.demands.map((demand) => {
    const text = readText(merging, demand);
    faults.push(...faultsOf(demand, text, campaign));
    if (published === undefined || !isRenumbered) return text;
    const words = furnitureOf(selection.language).demandNumbers(published, demand.numbers);
    return { ...text, blocks: withNumbers(text.blocks, words) };
  });
}

function faultsOf(demand: ChosenDemand, text: ReadText, campaign: Campaign): readonly Diagnostic[] {
  const { span, chain: related } = locate(text.rendered, 0);
  const faults: Diagnostic[] = [];
  if (text.blocks.length === 0 && !text.isUnreadable) {
    faults.push(fault('text/empty-part', span, say`the demand ${demand.id} has no words`, { related }));
  } else if (!text.isUnreadable && !hasTitle(text.blocks)) {
    const hint = say`Write its short title first: ${'**Observe the trials.** We ask …'}`;
    faults.push(fault('text/no-title', span, say`the demand ${demand.id} has no title`, { hint, related }));
  }
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
