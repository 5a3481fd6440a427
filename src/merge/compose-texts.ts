import type { Conventions } from '../languages/conventions.ts';
import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { Note } from '../model/letter.ts';
import { profileEcho, say } from '../model/message.ts';
import type { Addressing, Choice, ChosenDemand, Selection } from '../model/selection.ts';
import { fileStart } from '../model/span.ts';
import type { Direction } from '../model/direction.ts';
import type { TemplateOrigin } from '../model/template-origin.ts';
import { createTextNode, type Block, type Inline, type List } from '../model/tree.ts';
import type { Templates } from '../template/parse-templates.ts';
import type { ShapedText } from '../template/shaped-texts.ts';
import { guardHint } from '../template/interpret.ts';
import { insertAt, type Insert } from '../template/rendered.ts';
import { forLetter, pathOfValue, valueText, type ViewTexts } from '../template/shapes.ts';
import { withNumbers } from './demand-numbers.ts';
import { fillBlock, fillInlines, type HoleFiller } from './fill.ts';
import { createValueNode, markValue } from './isolates.ts';
import { pluralWords } from './plural-words.ts';
import { createFootnotes, type Footnotes } from './footnotes.ts';
import { inLanguage } from '../model/language.ts';

/** The selected texts of a letter, composed into its subject, body and notes. */
export interface Composition {
  readonly subject: readonly Inline[];
  readonly subjectOrigin: TemplateOrigin;
  readonly body: readonly Block[];
  /** The passage after the signatures; empty if the letter has none. */
  readonly postScriptum: readonly Block[];
  readonly notes: readonly Note[];
  readonly faults: readonly Diagnostic[];
}

/** Input of `composeTexts`. */
export interface CompositionInput {
  readonly campaign: Campaign;
  readonly templates: Templates;
  readonly selection: Pick<Selection, 'recipient' | 'language' | 'body' | 'demands' | 'passages'>;
  readonly view: ViewTexts;
  /** The conventions of the language of the letter. */
  readonly conventions: Conventions;
}

/**
 * Composes the body, its passages (optional parts), the demands (what the letter asks the recipient to do) and the
 * post-scriptum in reading order, so that notes are numbered in order of first citation. Reports only faults that depend
 * on the selection; those of a single text are reported by `parseTemplates`.
 */
export function composeTexts(input: CompositionInput): Composition {
  const { campaign, selection, conventions } = input;
  const footnotes = createFootnotes(selection.language, conventions);
  const state: CompositionState = { ...input, footnotes, faults: [] };
  const body = textForShape(state, selection.body);
  const demands = demandTexts(state);
  reportPassagesWithoutSlot(state, body);
  const fillHole = createHoleFiller(state, body);
  const subject = fillInlines(body.subject ?? [], fillHole);
  const blocks = body.blocks.flatMap((block) =>
    block.type === 'slot' ? composeInsert(state, body, block.insert, demands) : [fillBlock(block, fillHole)],
  );
  const postScriptum = composePassage(state, campaign.letter.postScriptum);
  const notes = state.footnotes.listNotes();
  return { subject, subjectOrigin: body.start, body: blocks, postScriptum, notes, faults: state.faults };
}

/** Composes one text that has a subject and stands alone, as a cover text does: it has no passages, demands and notes. */
export function composeText(
  input: CompositionInput,
  choice: Choice,
): Pick<Composition, 'subject' | 'faults'> & { readonly blocks: readonly Block[] } {
  const footnotes = createFootnotes(input.selection.language, input.conventions);
  const state: CompositionState = { ...input, footnotes, faults: [] };
  const text = textForShape(state, choice);
  const subject = fillInlines(text.subject ?? [], createHoleFiller(state, text));
  return { subject, blocks: composeBlocks(state, text), faults: state.faults };
}

/** The mutable state of one call of `composeTexts`. */
interface CompositionState extends CompositionInput {
  readonly footnotes: Footnotes;
  readonly faults: Diagnostic[];
}

/**
 * Returns the selected text, parsed for the shape of the letter's view (the combination of optional values that the
 * recipient has).
 */
function textForShape({ templates, selection, view }: CompositionState, { text: key }: Choice): ShapedText {
  const texts = templates.textsIn(selection.language).get(key);
  const text = texts === undefined ? undefined : forLetter(texts, view);
  if (text === undefined) throw new Error(`the text ${key} was not read for all letters`);
  return text;
}

/**
 * Returns the texts of the demands. If the demands have other numbers in the published letter than in this letter, the
 * published numbers are added to all of them.
 */
function demandTexts(state: CompositionState): readonly ShapedText[] {
  const { campaign, selection, conventions, faults } = state;
  const publishedName = inLanguage(campaign.letter.published ?? {}, selection.language);
  const isRenumbered = selection.demands.some(({ numbers }, index) => numbers.join() !== String(index + 1));
  return selection.demands.map((demand) => {
    const text = textForShape(state, demand);
    faults.push(...sourceFaults(demand, campaign));
    if (publishedName === undefined || !isRenumbered) return text;
    const numberWords = conventions.demandNumbers(publishedName, demand.numbers);
    return { ...text, blocks: withNumbers(text.blocks, numberWords) };
  });
}

function sourceFaults(demand: ChosenDemand, campaign: Campaign): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const span = campaign.letter.demands.get(demand.id)?.span ?? demand.rule.span;
  if (demand.sources.length === 0) {
    const hint = say`List what it rests on under sources.`;
    faults.push(fault('text/empty-part', span, say`the demand ${demand.id} has no source`, { hint }));
  }
  for (const key of demand.sources) {
    if (campaign.sources.has(key)) continue;
    const hint = say`Its entry belongs in sources.yaml.`;
    faults.push(fault('template/unknown-source', span, say`there is no source ${key}`, { hint }));
  }
  return faults;
}

/** Reports each passage that is selected for the recipient but has no slot (place between two blocks) in the body. */
function reportPassagesWithoutSlot(
  { campaign, selection, faults }: CompositionState,
  { rendered, inserts }: ShapedText,
): void {
  const passagesWithSlot = new Set(inserts.flatMap((insert) => (insert.kind === 'passage' ? [insert.id] : [])));
  for (const { id, choice } of selection.passages) {
    if (choice === undefined || passagesWithSlot.has(id) || id === campaign.letter.postScriptum) continue;
    const related = [{ span: fileStart(rendered.file), message: say`the body` }];
    const message = say`the passage ${id} is chosen, but the body has no place for it`;
    const hint = say`Put ${`{{passage "${id}"}}`} into the body, or narrow the passage's ${'for:'}.`;
    faults.push(fault('text/passage-lost', choice.rule.span, message, { hint, related }));
  }
}

/**
 * Returns the blocks for a slot of the body: those of a passage, none if the passage is not selected, or the list of
 * demands.
 */
function composeInsert(
  state: CompositionState,
  body: ShapedText,
  insertIndex: number,
  demands: readonly ShapedText[],
): readonly Block[] {
  const insert = insertAt(body.rendered.inserts, insertIndex);
  if (insert.kind === 'demands') return composeDemands(state, demands);
  if (insert.kind !== 'passage') throw new Error(`a ${insert.kind} cannot stand between paragraphs`);
  return composePassage(state, insert.id);
}

/** Returns the blocks of a passage; none if it is not selected. */
function composePassage(state: CompositionState, passageId: string | undefined): readonly Block[] {
  const passage = state.selection.passages.find(({ id }) => id === passageId);
  return passage?.choice === undefined ? [] : composeBlocks(state, textForShape(state, passage.choice));
}

function composeDemands(state: CompositionState, demands: readonly ShapedText[]): readonly List[] {
  if (demands.length === 0) return [];
  const children = demands.map((demand) => ({ type: 'listItem' as const, children: composeBlocks(state, demand) }));
  return [{ type: 'list', ordered: true, start: 1, isDemands: true, children }];
}

/** Returns the blocks of a passage or a demand. Neither can have slots. */
function composeBlocks(state: CompositionState, text: ShapedText): readonly Block[] {
  const fillHole = createHoleFiller(state, text);
  return text.blocks.flatMap((block) => (block.type === 'slot' ? [] : [fillBlock(block, fillHole)]));
}

/** Returns the fault for a value of a text that this recipient lacks, although most recipients have it. */
function lackedValueFault(
  { value, span, includedFrom }: Extract<Insert, { readonly kind: 'value' }>,
  { recipient, language }: Pick<Addressing, 'recipient' | 'language'>,
): Diagnostic {
  if (!('path' in value)) throw new Error('a text without a value was not checked');
  const remedy =
    value.path === 'recipient.inText'
      ? say`Write plain forms of address into languages/${language}.yaml, or a form for the rank of the office into recipients/forms/${language}.yaml.`
      : say`Add ${'office: { title: { en: … } }'} to the profile.`;
  const hint = say`${remedy} Or: ${guardHint(value.path)}`;
  const related = [...includedFrom, { span: recipient.span, message: say`this recipient` }];
  const message = say`${profileEcho(recipient.id)} has no ${value.path}`;
  return fault('template/no-value', span, message, { hint, related });
}

/** Returns the fault for a plural without the form that its number takes in a variant of the language of the text. */
function lackedFormFault(
  { span, includedFrom }: Extract<Insert, { readonly kind: 'plural' }>,
  { recipient, language }: Pick<Addressing, 'recipient' | 'language'>,
): Diagnostic {
  const hint = say`Add the forms of ${language}, or write the text for ${language} in a folder of its own.`;
  const related = [...includedFrom, { span: recipient.span, message: say`this recipient` }];
  const message = say`this plural lacks a form that numbers in ${language} take`;
  return fault('template/wrong-argument', span, message, { hint, related });
}

/**
 * Returns a function that fills the holes of a text (the places of inserts in a line) with values and marks of notes. A
 * note is numbered when its mark is created.
 */
function createHoleFiller(
  { campaign, selection, view, conventions, footnotes, faults }: CompositionState,
  { rendered }: ShapedText,
): HoleFiller {
  return (index) => {
    const insert = insertAt(rendered.inserts, index);
    if (insert.kind === 'value') {
      const value = valueText(insert.value, view);
      if (value === undefined) faults.push(lackedValueFault(insert, selection));
      const path = pathOfValue(insert.value, insert.typedPath);
      return valueNodes({ value: value ?? '', path }, conventions.writingDirection, rendered.text);
    }
    if (insert.kind === 'plural') {
      const words = pluralWords(insert, view, conventions);
      // The forms are checked for the language of the text; those of a variant may be others.
      if (words === undefined) faults.push(lackedFormFault(insert, selection));
      return [markValue(createTextNode(words ?? ''), pathOfValue(insert.number, insert.typedPath))];
    }
    const source = insert.kind === 'citation' ? campaign.sources.get(insert.source) : undefined;
    if (insert.kind !== 'citation' || source === undefined) throw new Error(`a ${insert.kind} was not checked`);
    return [{ type: 'footnoteReference', identifier: String(footnotes.cite(source, insert.pinpoint)) }];
  };
}

/** Returns the nodes of a value: its lines, with a line break between each two. Most values have one line. */
function valueNodes(
  { value, path }: { readonly value: string; readonly path: string },
  direction: Direction,
  surroundingText: string,
): readonly Inline[] {
  return value.split('\n').flatMap((line, index): readonly Inline[] => {
    const node = markValue(createValueNode(line, direction, surroundingText), path);
    return index === 0 ? [node] : [{ type: 'break' }, node];
  });
}
