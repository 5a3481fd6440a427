import type { Data } from '../../model/data.ts';
import { type Outcome, failure, mapOutcome, success } from '../../model/outcome.ts';
import { type Selection, recipientOf } from '../../model/selection.ts';
import { type Plan, makeLetter } from '../../pipeline.ts';
import { addressees } from '../../run/addressees.ts';
import { EVERYBODY, type Filter, isForEverybody } from '../../run/filter.ts';
import { letterKey, readManifest } from '../../run/manifest.ts';
import type { OutputFolder } from '../../world.ts';
import { type SentenceChange, diffTexts } from './diff-texts.ts';

/** What became of a letter's text: the same, changed, or there only now or only before. */
export interface LetterDifference {
  /** `open-letter/eu-be.en`. */
  readonly letter: string;
  readonly state: 'same' | 'changed' | 'new' | 'gone';
  readonly changes: readonly SentenceChange[];
}

/**
 * What changes in which letter: the Markdown that stands in a folder beside what would be written now. Warnings are not
 * told here: `generate` tells them.
 */
export async function* diff(
  plan: Plan,
  profiles: AsyncIterable<Outcome<Data>>,
  filter: Filter,
  folder: OutputFolder,
): AsyncGenerator<Outcome<LetterDifference>, void, undefined> {
  const addressed = new Set<string>();
  let unread = false;
  for await (const addressee of addressees(plan, profiles, filter)) {
    if (addressee.kind === 'failed') {
      if (addressee.id === undefined) unread = true;
      else addressed.add(addressee.id);
      yield failure(...addressee.faults);
      continue;
    }
    const { target } = addressee;
    if (target.kind !== 'letter') continue;
    addressed.add(recipientOf(target).id);
    const made = await markdownOf(plan, target.selection);
    yield made.ok ? success(await compareLetters(plan, target.selection, made.value, folder)) : made;
  }
  if (unread || !isForEverybody(filter)) return;
  const manifest = await readManifest(folder, plan.job.letter);
  for (const { id, language } of manifest.ok ? manifest.value.values() : []) {
    const letter = `${plan.job.letter}/${letterKey({ id, language })}`;
    if (addressed.has(id) || (await folder.read(`${letter}.md`)) === undefined) continue;
    yield success({ letter, state: 'gone', changes: [] });
  }
}

async function compareLetters(
  plan: Plan,
  { recipient, language }: Selection,
  made: string,
  folder: OutputFolder,
): Promise<LetterDifference> {
  const letter = `${plan.job.letter}/${letterKey({ id: recipient.id, language })}`;
  const present = await folder.read(`${letter}.md`);
  if (!(present instanceof Uint8Array)) return { letter, state: 'new', changes: [] };
  const changes = diffTexts(new TextDecoder().decode(present), made, language);
  return { letter, state: changes.length === 0 ? 'same' : 'changed', changes };
}

/** What differs between the letters of two recipients, as they would be written now; nothing if not both get one. */
export async function* diffBetween(
  plan: Plan,
  profiles: AsyncIterable<Outcome<Data>>,
  ids: readonly string[],
): AsyncGenerator<Outcome<LetterDifference>, void, undefined> {
  const found = new Map<string, Selection>();
  for await (const addressee of addressees(plan, profiles, { ...EVERYBODY, ids })) {
    if (addressee.kind === 'failed') yield failure(...addressee.faults);
    else if (addressee.target.kind === 'letter') {
      const { selection } = addressee.target;
      if (!found.has(selection.recipient.id)) found.set(selection.recipient.id, selection);
    }
  }
  const [one, other] = ids.map((id) => found.get(id));
  if (one === undefined || other === undefined) return;
  const [before, after] = [await markdownOf(plan, one), await markdownOf(plan, other)];
  if (!before.ok) yield before;
  else if (!after.ok) yield after;
  else {
    const letter = `${plan.job.letter}/${one.recipient.id} and ${other.recipient.id}`;
    const changes = diffTexts(before.value, after.value, other.language);
    yield success({ letter, state: changes.length === 0 ? 'same' : 'changed', changes });
  }
}

/** A letter's Markdown; the plan's job must ask for it. */
async function markdownOf(plan: Plan, selection: Selection): Promise<Outcome<string>> {
  return mapOutcome(await makeLetter(plan, selection), (artifacts) => {
    const markdown = artifacts.find(({ format }) => format === 'md');
    if (markdown === undefined) throw new Error('the job asks for no Markdown');
    return new TextDecoder().decode(markdown.bytes);
  });
}
