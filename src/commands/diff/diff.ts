import type { Data } from '../../model/data.ts';
import { type Outcome, andThenAsync, collect, mapOutcome, success } from '../../model/outcome.ts';
import { type Selection, recipientOf } from '../../model/selection.ts';
import { type Plan, makeLetter } from '../../pipeline.ts';
import { selectAddressees } from '../../run/addressees.ts';
import { ALL_RECIPIENTS, type Filter, selectsAll } from '../../run/filter.ts';
import { letterKey, readManifest } from '../../run/manifest.ts';
import type { OutputFolder } from '../../world.ts';
import { type SentenceChange, diffTexts } from './diff-texts.ts';

/**
 * The result of comparing one letter. `new`: the folder has no version of it. `gone`: it would no longer be written.
 */
export interface LetterDifference {
  /** The path without extension: `open-letter/eu-be.en`. From `diffBetween`: `open-letter/eu-be and eu-fr`. */
  readonly letter: string;
  readonly state: 'same' | 'changed' | 'new' | 'gone';
  readonly changes: readonly SentenceChange[];
}

/**
 * Compares the Markdown letters in a folder with those that would be written now. A letter is reported as `gone` only
 * if the filter selects every recipient and all profiles could be read. Warnings about a profile or a letter are in its
 * outcome.
 */
export async function* diff(
  plan: Plan,
  profiles: AsyncIterable<Outcome<Data>>,
  filter: Filter,
  folder: OutputFolder,
): AsyncGenerator<Outcome<LetterDifference>, void, undefined> {
  const addressedIds = new Set<string>();
  let hasUnreadProfile = false;
  for await (const addressee of selectAddressees(plan, profiles, filter)) {
    if (addressee.kind === 'failed') {
      if (addressee.id === undefined) hasUnreadProfile = true;
      else addressedIds.add(addressee.id);
      yield { ok: false, diagnostics: addressee.faults };
      continue;
    }
    const { target, warnings } = addressee;
    if (target.kind !== 'letter') continue;
    addressedIds.add(recipientOf(target).id);
    const markdown = await andThenAsync(success(undefined, warnings), () => renderMarkdown(plan, target.selection));
    yield await andThenAsync(markdown, async (text) =>
      success(await compareWithFile(plan, target.selection, text, folder)),
    );
  }
  if (hasUnreadProfile || !selectsAll(filter)) return;
  const manifest = await readManifest(folder, plan.job.letter);
  for (const { id, language } of manifest.ok ? manifest.value.values() : []) {
    const letter = `${plan.job.letter}/${letterKey({ id, language })}`;
    if (addressedIds.has(id) || (await folder.read(`${letter}.md`)) === undefined) continue;
    yield success({ letter, state: 'gone', changes: [] });
  }
}

async function compareWithFile(
  plan: Plan,
  { recipient, language }: Selection,
  markdown: string,
  folder: OutputFolder,
): Promise<LetterDifference> {
  const letter = `${plan.job.letter}/${letterKey({ id: recipient.id, language })}`;
  const fileOnDisk = await folder.read(`${letter}.md`);
  if (!(fileOnDisk instanceof Uint8Array)) return { letter, state: 'new', changes: [] };
  const changes = diffTexts(new TextDecoder().decode(fileOnDisk), markdown, language);
  return { letter, state: changes.length === 0 ? 'same' : 'changed', changes };
}

/**
 * Compares the letters of two recipients with each other, as they would be written now. Yields a comparison only if
 * both recipients get the letter. `ids`: those of the two recipients.
 */
export async function* diffBetween(
  plan: Plan,
  profiles: AsyncIterable<Outcome<Data>>,
  ids: readonly string[],
): AsyncGenerator<Outcome<LetterDifference>, void, undefined> {
  const selections = new Map<string, Selection>();
  for await (const addressee of selectAddressees(plan, profiles, { ...ALL_RECIPIENTS, ids })) {
    if (addressee.kind === 'failed') yield { ok: false, diagnostics: addressee.faults };
    else if (addressee.target.kind === 'letter') {
      const { selection } = addressee.target;
      if (!selections.has(selection.recipient.id)) selections.set(selection.recipient.id, selection);
    }
  }
  const [firstSelection, secondSelection] = ids.map((id) => selections.get(id));
  if (firstSelection === undefined || secondSelection === undefined) return;
  const letters = collect([await renderMarkdown(plan, firstSelection), await renderMarkdown(plan, secondSelection)]);
  yield mapOutcome(letters, ([before = '', after = '']): LetterDifference => {
    const letter = `${plan.job.letter}/${firstSelection.recipient.id} and ${secondSelection.recipient.id}`;
    const changes = diffTexts(before, after, secondSelection.language);
    return { letter, state: changes.length === 0 ? 'same' : 'changed', changes };
  });
}

/** Renders a letter as Markdown. Throws if the formats of the plan's job do not include `md`. */
async function renderMarkdown(plan: Plan, selection: Selection): Promise<Outcome<string>> {
  return mapOutcome(await makeLetter(plan, selection), (artifacts) => {
    const markdown = artifacts.find(({ format }) => format === 'md');
    if (markdown === undefined) throw new Error('the job asks for no Markdown');
    return new TextDecoder().decode(markdown.bytes);
  });
}
