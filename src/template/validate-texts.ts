import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { fileStart } from '../model/span.ts';
import type { PatternBlock, PatternInline } from './pattern.ts';
import type { ReadText, ReadTexts } from './read-texts.ts';
import { insertAt, locate, type Insert, type SourceLocation } from './rendered.ts';
import { isBody, isDemand } from './text-keys.ts';

/** What is wrong with the texts of a language in any shape that letters can have. */
export function validateTexts(campaign: Campaign, texts: ReadTexts): readonly Diagnostic[] {
  return [...texts].flatMap(([key, byShape]) =>
    [...new Set(byShape.values())].flatMap((text) => [
      ...text.faults,
      ...(isUnreadable(text) ? [] : structureFaults(campaign, key, text)),
    ]),
  );
}

/** Nothing is left of it but its faults. */
function isUnreadable({ subject, blocks, faults }: ReadText): boolean {
  return subject === undefined && blocks.length === 0 && faults.length > 0;
}

function structureFaults(campaign: Campaign, key: string, text: ReadText): readonly Diagnostic[] {
  if (isBody(key)) return [...subjectFaults(text), ...demandsFaults(campaign, key, text), ...passagesTwice(text)];
  const parts = text.inserts.flatMap(misplacedInsert);
  if (parts.length > 0) return parts;
  const { span, chain: related } = locate(text.rendered, 0);
  if (text.blocks.length === 0) {
    const hint = say`Write them. Who gets a text at all is said in letter.yaml.`;
    const message = say`this text has no words, at least for some recipients`;
    return [fault('text/empty-part', span, message, { hint, related })];
  }
  if (!isDemand(key) || hasTitle(text.blocks)) return [];
  const hint = say`Write its short title first: ${'**Observe the trials.** We ask …'}`;
  return [fault('text/no-title', span, say`this demand has no title`, { hint, related })];
}

/** A body has a subject of words, and something of its own to say below it. */
function subjectFaults(text: ReadText): readonly Diagnostic[] {
  const { span, chain: related } = locate(text.rendered, 0);
  if (text.subject === undefined) {
    const hint = say`Begin it with ${'# What the letter is about'}.`;
    return [fault('text/no-subject', span, say`a body begins with its subject`, { hint, related })];
  }
  const faults: Diagnostic[] = [];
  if (!hasWords(text.subject, text)) {
    faults.push(fault('text/no-subject', span, say`the subject has no words`, { related }));
  }
  // What was refused may have been the words.
  if (text.faults.length === 0 && !text.blocks.some((block) => isSaying(block, text))) {
    const hint = say`Passages may all be left out; the letter needs words besides.`;
    faults.push(fault('text/empty-part', span, say`this body has no words of its own`, { hint, related }));
  }
  return faults;
}

/** Marks of notes alone are no words. */
function hasWords(children: readonly PatternInline[], text: ReadText): boolean {
  return children.some((node) => {
    if (node.type === 'hole') return insertAt(text.rendered.inserts, node.insert).kind === 'value';
    if (node.type === 'text') return node.value.trim() !== '';
    return 'children' in node && hasWords(node.children, text);
  });
}

/** Demands are there whenever they have a place; a passage may be left out. */
function isSaying(block: PatternBlock, { rendered }: ReadText): boolean {
  return block.type !== 'slot' || insertAt(rendered.inserts, block.insert).kind === 'demands';
}

/** The demands have one place in a body whose rule lists some, and none in another. */
function demandsFaults(campaign: Campaign, key: string, { rendered, inserts }: ReadText): readonly Diagnostic[] {
  const [place, ...others] = inserts.filter(({ kind }) => kind === 'demands');
  const twice = others.map(({ span, chain: related }) =>
    fault('text/no-demands', span, say`the demands stand in this letter twice`, { hint: say`Remove one.`, related }),
  );
  const rules = campaign.letter.body.filter(({ use }) => key === `body/${use}`);
  const ofRules = rules.flatMap(({ demands, span }) => {
    if (place === undefined && demands.length > 0) {
      const hint = say`Put ${'{{demands}}'} into a paragraph of its own.`;
      const related = [{ span, message: say`the rule that lists demands` }];
      const message = say`this body has no place for the demands`;
      return [fault('text/no-demands', fileStart(rendered.file), message, { hint, related })];
    }
    if (place === undefined || demands.length > 0) return [];
    const hint = say`Remove it, or list demands in the rule.`;
    const related = [...place.chain, { span, message: say`the rule for this body` }];
    return [fault('text/no-demands', place.span, say`this letter makes no demands`, { hint, related })];
  });
  return [...ofRules, ...twice];
}

function passagesTwice({ inserts }: ReadText): readonly Diagnostic[] {
  const places = new Map<string, SourceLocation>();
  return inserts.flatMap((insert) => {
    if (insert.kind !== 'passage') return [];
    const first = places.get(insert.id);
    if (first === undefined) {
      places.set(insert.id, insert);
      return [];
    }
    const related = [{ span: first.span, message: say`the first` }, ...insert.chain];
    const message = say`the passage ${insert.id} stands in this letter twice`;
    return [fault('text/passage-twice', insert.span, message, { hint: say`Remove one.`, related })];
  });
}

/** A partial may hold the demands, or a passage, but only for a body. */
function misplacedInsert({ kind, span, chain: related }: Insert): readonly Diagnostic[] {
  if (kind !== 'passage' && kind !== 'demands') return [];
  const message = say`only a body can hold ${kind === 'passage' ? 'a passage' : 'the demands'}`;
  return [fault('template/unsupported', span, message, { related })];
}

/** Where the title of a demand stands: in its first paragraph, and there the first strong run. */
function hasTitle(blocks: readonly PatternBlock[]): boolean {
  const [first] = blocks;
  return first?.type === 'paragraph' && first.children.some(({ type }) => type === 'strong');
}
