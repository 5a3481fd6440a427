import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { say } from '../model/message.ts';
import { startOf } from '../model/span.ts';
import { inclusionsIn } from './check-partials.ts';
import { hasTitle } from './demand-title.ts';
import type { PatternBlock } from './pattern.ts';
import { readText, type ReadText } from './read-text.ts';
import { insertAt } from './fill.ts';
import { locate, type Insert, type Place } from './rendered.ts';
import { statementsWithin } from './template.ts';
import type { Templates } from './templates.ts';
import { isBody, isDemand, keyOfPartial, partialAt, type TemplatesByKey } from './text-keys.ts';
import { shapesOf, VIEW } from './view.ts';

/**
 * Reads every text of a language as every letter there can be would have it: once for each combination of values that
 * may be absent. What it is sound for here it is sound for in every letter, as values are put in after Markdown has been
 * read. A text that includes what cannot be read is left out.
 */
export function checkTexts(campaign: Campaign, templates: Templates, language: Language): readonly Diagnostic[] {
  const texts: TemplatesByKey = templates.texts.get(language) ?? new Map();
  const shapes = shapesOf(VIEW, { campaign, language });
  return readableKeys(texts).flatMap((key) => {
    const faults: Diagnostic[] = [];
    // Without a question the words are the same for everybody, and a value that may be absent shows where all are.
    for (const names of asks(texts, key) ? shapes : shapes.slice(0, 1)) {
      const text = readText(templates, { language, key, names, recipient: undefined });
      faults.push(...text.faults, ...(isUnreadable(text) ? [] : structureFaults(campaign, key, text)));
      // What is too large is so in one way or another; trying them all would take its time.
      if (text.rendered.text === '' && text.faults.length > 0) break;
    }
    return faults;
  });
}

/** The texts whose partials are all there, and do not include each other without end. */
function readableKeys(texts: TemplatesByKey): readonly string[] {
  const known = new Map<string, boolean>();
  const canBeRead = (key: string): boolean => {
    const template = texts.get(key);
    if (template === undefined) return false;
    const before = known.get(key);
    if (before !== undefined) return before;
    // Met again before it is known: a circle.
    known.set(key, false);
    const answer = inclusionsIn(template).every(({ partial }) => canBeRead(keyOfPartial(partial)));
    known.set(key, answer);
    return answer;
  };
  return [...texts.keys()].filter((key) => partialAt(key) === undefined && canBeRead(key));
}

/** Does the text, or a partial in it, ask whether something is there? */
function asks(texts: TemplatesByKey, key: string): boolean {
  const seen = new Set<string>();
  const isAsking = (one: string): boolean => {
    const template = texts.get(one);
    if (template === undefined || seen.has(one)) return false;
    seen.add(one);
    return [...statementsWithin(template.statements)].some(
      (statement) =>
        statement.kind === 'condition' || (statement.kind === 'inclusion' && isAsking(keyOfPartial(statement.partial))),
    );
  };
  return isAsking(key);
}

/** Nothing is left of it but its faults. */
function isUnreadable({ blocks, faults }: ReadText): boolean {
  return blocks.length === 0 && faults.length > 0;
}

function structureFaults(campaign: Campaign, key: string, text: ReadText): readonly Diagnostic[] {
  if (isBody(key)) return [...subjectFaults(text), ...demandsFaults(campaign, key, text), ...passagesTwice(text)];
  const parts = text.inserts.flatMap(misplaced);
  if (parts.length > 0) return parts;
  return text.blocks.length === 0 ? [empty(text)] : untitled(key, text);
}

/** A body has a subject of words, and something of its own to say below it. */
function subjectFaults(text: ReadText): readonly Diagnostic[] {
  const { span, chain: related } = locate(text.rendered, 0);
  const [first, ...rest] = text.blocks;
  if (first?.type !== 'heading' || first.depth !== 1) {
    const hint = say`Begin it with ${'# What the letter is about'}.`;
    return [fault('text/no-subject', span, say`a body begins with its subject`, { hint, related })];
  }
  const faults: Diagnostic[] = [];
  if (!hasWords(first.children, text)) {
    faults.push(fault('text/no-subject', span, say`the subject has no words`, { related }));
  }
  // What was refused may have been the words.
  if (text.faults.length === 0 && !rest.some((block) => isSaying(block, text))) {
    const hint = say`Passages may all be left out; the letter needs words besides.`;
    faults.push(fault('text/empty-part', span, say`this body has no words of its own`, { hint, related }));
  }
  return faults;
}

type Children = Extract<PatternBlock, { readonly type: 'heading' }>['children'];

/** Marks of notes alone are no words. */
function hasWords(children: Children, text: ReadText): boolean {
  return children.some((node) => {
    if (node.type === 'hole') return insertAt(text.rendered.inserts, node.insert).kind === 'value';
    if (node.type === 'text') return node.value.trim() !== '';
    return node.type !== 'break' && hasWords(node.children, text);
  });
}

/** Demands are there whenever they have a place; a passage may be left out. */
function isSaying(block: PatternBlock, { rendered }: ReadText): boolean {
  return block.type !== 'slot' || insertAt(rendered.inserts, block.insert).kind === 'demands';
}

/** The demands have one place in a body whose rule lists some, and none in another. */
function demandsFaults(campaign: Campaign, key: string, { rendered, inserts }: ReadText): readonly Diagnostic[] {
  const places = inserts.filter(({ kind }) => kind === 'demands').map(({ place }) => place);
  const twice = places
    .slice(1)
    .map((place) => noDemands(place, say`the demands stand in this letter twice`, say`Remove one.`));
  const rules = campaign.letter.body.filter(({ use }) => key === `body/${use}`);
  const ofRules = rules.flatMap((rule) => {
    const related = { span: rule.span, message: say`the rule for this body` };
    const [place] = places;
    if (rule.demands.length > 0 === (place !== undefined)) return [];
    if (place !== undefined) {
      const hint = say`Remove it, or list demands in the rule.`;
      return [noDemands({ ...place, chain: [...place.chain, related] }, say`this letter makes no demands`, hint)];
    }
    const hint = say`Put ${'{{demands}}'} into a paragraph of its own.`;
    const chain = [{ ...related, message: say`the rule that lists demands` }];
    return [noDemands({ span: startOf(rendered.file), chain }, say`this body has no place for the demands`, hint)];
  });
  return [...ofRules, ...twice];
}

function noDemands(
  { span, chain: related }: Place,
  message: Diagnostic['message'],
  hint: Diagnostic['message'],
): Diagnostic {
  return fault('text/no-demands', span, message, { hint, related });
}

function passagesTwice({ inserts }: ReadText): readonly Diagnostic[] {
  const places = new Map<string, Place>();
  return inserts.flatMap((insert) => {
    if (insert.kind !== 'passage') return [];
    const first = places.get(insert.id);
    if (first === undefined) {
      places.set(insert.id, insert.place);
      return [];
    }
    const { span, chain } = insert.place;
    const related = [{ span: first.span, message: say`the first` }, ...chain];
    const message = say`the passage ${insert.id} stands in this letter twice`;
    return [fault('text/passage-twice', span, message, { hint: say`Remove one.`, related })];
  });
}

/** A partial may hold the demands, or a passage, but only for a body. */
function misplaced({ kind, place }: Insert): readonly Diagnostic[] {
  if (kind !== 'passage' && kind !== 'demands') return [];
  const message = say`only a body can hold ${kind === 'passage' ? 'a passage' : 'the demands'}`;
  return [fault('template/unsupported', place.span, message, { related: place.chain })];
}

function empty({ rendered }: ReadText): Diagnostic {
  const { span, chain: related } = locate(rendered, 0);
  const hint = say`Write them. Who gets a text at all is said in letter.yaml.`;
  return fault('text/empty-part', span, say`this text has no words, at least for some recipients`, { hint, related });
}

function untitled(key: string, { blocks, rendered }: ReadText): readonly Diagnostic[] {
  if (!isDemand(key) || hasTitle(blocks)) return [];
  const { span, chain: related } = locate(rendered, 0);
  const hint = say`Write its short title first: ${'**Observe the trials.** We ask …'}`;
  return [fault('text/no-title', span, say`this demand has no title`, { hint, related })];
}
