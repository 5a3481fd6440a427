import type { Artifact } from '../../model/artifact.ts';
import type { Data } from '../../model/data.ts';
import { type Outcome, andThenAsync, collect, mapOutcome, success } from '../../model/outcome.ts';
import { type Selection, recipientOf } from '../../model/selection.ts';
import { makeLetter } from '../../pipeline.ts';
import type { Plan } from '../../plan.ts';
import { selectAddressees } from '../../run/addressees.ts';
import { type RecordedFile, compareFile, isUpToDate } from '../../run/compare-file.ts';
import { ALL_RECIPIENTS, type Filter, selectsAll } from '../../run/filter.ts';
import { letterKey } from '../../run/manifest.ts';
import { findSurplusPages } from '../../run/surplus-pages.ts';
import { findWrittenLetters, type WrittenLetters } from '../../run/written-letters.ts';
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
  /**
   * The paths of the files that are not as they would be written although no sentence changes: their white space, their
   * pages or their bytes differ. Empty if sentences change.
   */
  readonly otherFiles: readonly string[];
}

/**
 * Compares the letters in a folder with those that would be written now: the sentences of the Markdown, and the bytes
 * of all files. A letter is reported as `gone` only if the filter selects every recipient and all profiles could be
 * read. Warnings about a profile or a letter are in its outcome.
 */
export async function* diff(
  plan: Plan,
  profiles: AsyncIterable<Outcome<Data>>,
  filter: Filter,
  folder: OutputFolder,
): AsyncGenerator<Outcome<LetterDifference>, void, undefined> {
  const addressedIds = new Set<string>();
  const written = await findWrittenLetters(folder, plan.job.letter, new Map());
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
    const artifacts = await andThenAsync(success(undefined, warnings), () => makeLetter(plan, target.selection));
    yield await andThenAsync(artifacts, async (files) =>
      success(await compareWithFiles(plan, target.selection, files, { folder, written })),
    );
  }
  if (hasUnreadProfile || !selectsAll(filter)) return;
  for (const [key, { id }] of written.letters) {
    const letter = `${plan.job.letter}/${key}`;
    if (addressedIds.has(id) || (await folder.read(`${letter}.md`)) === undefined) continue;
    yield success({ letter, state: 'gone', changes: [], otherFiles: [] });
  }
}

/** Compares the files of a letter that are there with those that would be written. */
async function compareWithFiles(
  plan: Plan,
  { recipient, language }: Selection,
  artifacts: readonly Artifact[],
  { folder, written }: { readonly folder: OutputFolder; readonly written: WrittenLetters },
): Promise<LetterDifference> {
  const key = letterKey({ id: recipient.id, language });
  const letter = `${plan.job.letter}/${key}`;
  const markdown = await folder.read(`${letter}.md`);
  if (markdown === undefined) return { letter, state: 'new', changes: [], otherFiles: [] };
  const text = markdown instanceof Uint8Array ? new TextDecoder().decode(markdown) : '';
  const changes = diffTexts(text, markdownIn(artifacts), language);
  const surplusPages = findSurplusPages(written.files.get(key) ?? [], artifacts);
  const otherFiles =
    changes.length === 0
      ? [
          ...(await findOtherFiles(plan.job.letter, artifacts, folder)),
          ...surplusPages.map((name) => `${plan.job.letter}/${name}`),
        ]
      : [];
  const isSame = changes.length === 0 && otherFiles.length === 0;
  return { letter, state: isSame ? 'same' : 'changed', changes, otherFiles };
}

/** Returns the paths of the files that are there but are not as they would be written. */
async function findOtherFiles(
  letter: string,
  artifacts: readonly Artifact[],
  folder: OutputFolder,
): Promise<readonly string[]> {
  const otherFiles: string[] = [];
  for (const artifact of artifacts) {
    const path = `${letter}/${artifact.name}`;
    const fileOnDisk = await folder.read(path);
    if (fileOnDisk === undefined) continue;
    if (!isUpToDate(compareFile(artifact, fileOnDisk, NOT_RECORDED))) otherFiles.push(path);
  }
  return otherFiles;
}

/** The manifest is not asked about the files of another folder, which may have been written from other inputs. */
const NOT_RECORDED: RecordedFile = { record: undefined, inputs: '', isKept: true };

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
    return { letter, state: changes.length === 0 ? 'same' : 'changed', changes, otherFiles: [] };
  });
}

/** Renders a letter as Markdown. */
async function renderMarkdown(plan: Plan, selection: Selection): Promise<Outcome<string>> {
  return mapOutcome(await makeLetter(plan, selection), markdownIn);
}

/** Returns the Markdown of a letter. Throws if the formats of the plan's job do not include `md`. */
function markdownIn(artifacts: readonly Artifact[]): string {
  const markdown = artifacts.find(({ format }) => format === 'md');
  if (markdown === undefined) throw new Error('the job asks for no Markdown');
  return new TextDecoder().decode(markdown.bytes);
}
