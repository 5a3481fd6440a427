import { conventionsOf } from '../languages/languages.ts';
import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { createMeantTest } from '../model/meant.ts';
import { say } from '../model/message.ts';
import { fileStart } from '../model/span.ts';
import { doubtfulMarkupWarnings } from './doubtful-markup.ts';
import { linesAloneFaults } from './lines-alone.ts';
import { ownAddressWarnings } from './own-address.ts';
import type { PatternBlock, PatternInline, PatternItem } from './pattern.ts';
import { spaceBeforeMarkFaults } from './punctuation.ts';
import type { ShapedText, ShapedTexts } from './shaped-texts.ts';
import { insertAt, locate, type Insert, type SourceLocation } from './rendered.ts';
import { hasSubject, isBody, isCover, isDemand } from './text-keys.ts';
import type { View } from './campaign-view.ts';

/** Returns the faults of the texts of a language in all shapes (combinations of optional values). */
export function validateTexts(
  campaign: Campaign,
  language: Language,
  texts: ShapedTexts,
  view: View,
): readonly Diagnostic[] {
  const isMeant = createMeantTest(campaign.letter.meant);
  const conventions = conventionsOf(language, campaign.locales);
  return [...texts].flatMap(([key, { shapes }]) =>
    [...new Set(shapes.values())].flatMap((text) => [
      ...text.faults,
      ...text.warnings,
      ...doubtfulMarkupWarnings(text.rendered, text.doubtful, isMeant),
      ...spaceBeforeMarkFaults(text.rendered, conventions, isMeant),
      ...linesAloneFaults(text, view),
      ...(hasSubject(key) ? ownAddressWarnings(text, conventions.plainForms, isMeant) : []),
      ...(isUnreadable(text) ? [] : structureFaults(campaign, key, text)),
    ]),
  );
}

/** Whether parsing left nothing of the text but faults, so that its structure cannot be validated. */
function isUnreadable({ subject, blocks, faults }: ShapedText): boolean {
  return subject === undefined && blocks.length === 0 && faults.length > 0;
}

/**
 * Validates the structure of a text: in a body the subject, the demands and the passages; in a cover text the subject,
 * and that nothing is in it that an e-mail has no place for; in any other text that it has words; in a demand also its
 * title.
 */
function structureFaults(campaign: Campaign, key: string, text: ShapedText): readonly Diagnostic[] {
  if (isBody(key))
    return [...subjectFaults(text, 'a body'), ...demandsFaults(campaign, key, text), ...repeatedPassageFaults(text)];
  if (isCover(key)) return [...coverFaults(text), ...subjectFaults(text, 'a cover text')];
  const misplacedFaults = text.inserts.flatMap(misplacedInsertFaults);
  if (misplacedFaults.length > 0) return misplacedFaults;
  const { span, includedFrom: related } = locate(text.rendered, 0);
  if (text.blocks.every(({ type }) => type === 'thematicBreak')) {
    const hint = say`Write them. Who gets a text at all is said in letter.yaml.`;
    const message = say`this text has no words, at least for some recipients`;
    return [fault('text/empty-part', span, message, { hint, related })];
  }
  if (!isDemand(key) || hasTitle(text.blocks)) return [];
  const hint = say`Write its short title first: ${'**Observe the trials.** We ask …'}`;
  return [fault('text/no-title', span, say`this demand has no title`, { hint, related })];
}

/** Returns a fault for each citation, picture, passage and the demands in a cover text, which has no notes and no pages. */
function coverFaults({ inserts, blocks, rendered }: ShapedText): readonly Diagnostic[] {
  const hint = say`Put it into the letter, or write it in words.`;
  const citations = inserts.flatMap(({ kind, span, includedFrom: related }) =>
    kind === 'citation' ? [fault('template/unsupported', span, say`a cover text has no notes`, { hint, related })] : [],
  );
  return [
    ...inserts.flatMap(misplacedInsertFaults),
    ...citations,
    ...(blocks.some(hasPicture) ? [pictureFault()] : []),
  ];

  function pictureFault(): Diagnostic {
    const { span, includedFrom: related } = locate(rendered, Math.max(0, rendered.text.indexOf('![')));
    return fault('text/unsupported-markdown', span, say`a cover text has no pictures`, { hint, related });
  }
}

/** Whether a block is a picture, or has one in it. */
function hasPicture(block: PatternBlock | PatternItem): boolean {
  if (block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote')
    return block.children.some(hasPicture);
  return block.type === 'picture';
}

/** Validates that a text has a subject with words, and further content that is in every letter. `noun`: what it is. */
function subjectFaults(text: ShapedText, noun: 'a body' | 'a cover text'): readonly Diagnostic[] {
  const { span, includedFrom: related } = locate(text.rendered, 0);
  if (text.subject === undefined) {
    const hint = say`Begin it with ${noun === 'a body' ? '# What the letter is about' : '# The subject of the e-mail'}.`;
    return [fault('text/no-subject', span, [`${noun} begins with its subject`], { hint, related })];
  }
  const faults: Diagnostic[] = [];
  if (!hasWords(text.subject, text)) {
    faults.push(fault('text/no-subject', span, say`the subject has no words`, { related }));
  }
  // If there are other faults, the words may be missing only because they were refused.
  if (text.faults.length === 0 && !text.blocks.some((block) => givesWords(block, text))) {
    const [message, hint] =
      noun === 'a body'
        ? [say`this body has no words of its own`, say`Passages may all be left out; the letter needs words besides.`]
        : [say`this cover text has a subject and no words`, say`Write them below the subject.`];
    faults.push(fault('text/empty-part', span, message, { hint, related }));
  }
  return faults;
}

/** Whether inline content has words or values. Citations do not count, because they become marks of notes. */
function hasWords(children: readonly PatternInline[], text: ShapedText): boolean {
  return children.some((node) => {
    if (node.type === 'hole') return insertAt(text.rendered.inserts, node.insert).kind !== 'citation';
    if (node.type === 'text') return node.value.trim() !== '';
    return 'children' in node && hasWords(node.children, text);
  });
}

/** Whether a block gives every letter words. All blocks do, except for passages, pictures and thematic breaks. */
function givesWords(block: PatternBlock, { rendered }: ShapedText): boolean {
  if (block.type === 'thematicBreak' || block.type === 'picture') return false;
  return block.type !== 'slot' || insertAt(rendered.inserts, block.insert).kind === 'demands';
}

/** Validates that a body has exactly one `{{demands}}` if its rule lists demands, and none otherwise. */
function demandsFaults(campaign: Campaign, key: string, { rendered, inserts }: ShapedText): readonly Diagnostic[] {
  const [firstInsert, ...repeatedInserts] = inserts.filter(({ kind }) => kind === 'demands');
  const repeatFaults = repeatedInserts.map(({ span, includedFrom: related }) =>
    fault('text/no-demands', span, say`the demands are in this letter twice`, { hint: say`Remove one.`, related }),
  );
  const rules = campaign.letter.body.filter(({ use }) => key === `body/${use}`);
  const ruleFaults = rules.flatMap(({ demands, span }) => {
    if (firstInsert === undefined && demands.length > 0) {
      const hint = say`Put ${'{{demands}}'} into a paragraph of its own.`;
      const related = [{ span, message: say`the rule that lists demands` }];
      const message = say`this body has no place for the demands`;
      return [fault('text/no-demands', fileStart(rendered.file), message, { hint, related })];
    }
    if (firstInsert === undefined || demands.length > 0) return [];
    const hint = say`Remove it, or list demands in the rule.`;
    const related = [...firstInsert.includedFrom, { span, message: say`the rule for this body` }];
    return [fault('text/no-demands', firstInsert.span, say`this letter makes no demands`, { hint, related })];
  });
  return [...ruleFaults, ...repeatFaults];
}

/** Returns a fault for each passage that is inserted in a body more than once. */
function repeatedPassageFaults({ inserts }: ShapedText): readonly Diagnostic[] {
  /** The location of the first tag of each passage, by id. */
  const firstLocations = new Map<string, SourceLocation>();
  return inserts.flatMap((insert) => {
    if (insert.kind !== 'passage') return [];
    const firstLocation = firstLocations.get(insert.id);
    if (firstLocation === undefined) {
      firstLocations.set(insert.id, insert);
      return [];
    }
    const related = [{ span: firstLocation.span, message: say`the first` }, ...insert.includedFrom];
    const message = say`the passage ${insert.id} is in this letter twice`;
    return [fault('text/passage-twice', insert.span, message, { hint: say`Remove one.`, related })];
  });
}

/**
 * Returns the fault for a passage or the demands in a text other than a body. `validateReferences` does not report it in
 * a partial, because a body can include the partial too.
 */
function misplacedInsertFaults({ kind, span, includedFrom: related }: Insert): readonly Diagnostic[] {
  if (kind !== 'passage' && kind !== 'demands') return [];
  const message = say`only a body can hold ${kind === 'passage' ? 'a passage' : 'the demands'}`;
  return [fault('template/unsupported', span, message, { related })];
}

/** Whether a demand has a title: strong text in its first paragraph. */
function hasTitle(blocks: readonly PatternBlock[]): boolean {
  const [firstBlock] = blocks;
  return firstBlock?.type === 'paragraph' && firstBlock.children.some(({ type }) => type === 'strong');
}
