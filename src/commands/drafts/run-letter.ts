import { requireClearance } from '../../clearance/clearance.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import type { Session } from '../../cli/session.ts';
import { Stopped } from '../../cli/shell.ts';
import type { MailDraft } from '../../mail/draft.ts';
import { appendAll } from '../../model/append-all.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import type { PdfOptions } from '../../model/job.ts';
import { hasMailAddress, mailAddressesOf } from '../../model/mail-addresses.ts';
import { say } from '../../model/message.ts';
import type { Selection } from '../../model/selection.ts';
import { fileStart } from '../../model/span.ts';
import { selectAddressees } from '../../run/addressees.ts';
import { isUpToDate } from '../../run/compare-file.ts';
import { openCopyRecord } from '../../run/copy-record.ts';
import { type Filter, selectsAll } from '../../run/filter.ts';
import { letterKey } from '../../run/manifest.ts';
import type { InspectedRun } from '../../run/open-run.ts';
import { sha256 } from '../../run/sha256.ts';
import type { OutputFolder } from '../../world.ts';
import type { CheckedLetter } from '../check/check.ts';
import { collectCheckedLetters } from '../check/run-letters.ts';
import { draftFor } from './compose.ts';
import { type DraftForm, createDraftFiles } from './draft-files.ts';
import type { WrittenDraft } from './drafts.ts';

/** The size of the attachments of one e-mail, in bytes, above which many servers refuse it. */
const LARGE_BYTES = 20_000_000;

/** The options of `demarche drafts`, as commander has parsed them. */
export type DraftsOptions = RecipientsOptions &
  PdfOptions & {
    readonly from?: string | undefined;
    readonly to: DraftForm;
    readonly rehearsal?: string | undefined;
    readonly dryRun: boolean;
    readonly force: boolean;
  };

/** What the drafting of all letters of a run collects. */
export interface CollectedDrafts {
  readonly drafts: WrittenDraft[];
  readonly files: string[];
  readonly removed: string[];
  readonly withoutAddress: Set<string>;
  readonly namedOnly: { recipient: string; names: readonly string[] }[];
  readonly large: { recipient: string; bytes: number }[];
  readonly diagnostics: Diagnostic[];
  notReady: number;
}

/** What drafting one letter (a folder of `templates/`) needs. */
export interface DraftingContext {
  readonly session: Session;
  readonly filter: Filter;
  /** The folder of the drafts. */
  readonly output: OutputFolder;
  /** The path of that folder, for the user. */
  readonly shownFolder: string;
  readonly options: DraftsOptions;
  readonly collected: CollectedDrafts;
}

/** Drafts the e-mails of one letter, and removes the drafts of earlier runs that are none any more. */
export async function draftLetter(run: InspectedRun, context: DraftingContext): Promise<void> {
  const { session, filter, output, options, collected } = context;
  const { diagnostics } = collected;
  const { letter } = run.plan.campaign;
  if (letter.status !== 'final' && options.rehearsal === undefined) {
    const message = say`only a final letter is drafted, and each page of this one says that it is a ${letter.status}`;
    const hint = say`write ${'status: final'} when it is approved; or try the drafts: ${'demarche drafts --rehearsal ADDRESS'}`;
    diagnostics.push(fault('letter/not-final', letter.statusSpan, message, { hint }));
    await removeAllDrafts(letter.id, context);
    return;
  }
  const cleared = requireClearance(run.plan.campaign);
  if (!cleared.ok && options.rehearsal === undefined) {
    appendAll(diagnostics, cleared.diagnostics);
    await removeAllDrafts(letter.id, context);
    return;
  }
  const checked = await collectCheckedLetters(run, diagnostics, session);
  const record = options.dryRun ? undefined : await openCopyRecord(output, letter.id, 'drafts');
  if (record !== undefined) appendAll(diagnostics, record.diagnostics);
  if (record?.ok === false) return;
  const draftFiles = createDraftFiles(letter, record?.value, {
    form: options.to,
    force: options.force,
    folderName: output.name,
  });
  const pathOf = (file: string): string => `${context.shownFolder}/${letter.id}/${file}`;
  const drafts: WrittenDraft[] = [];
  const selectedKeys = new Set<string>();
  try {
    for await (const addressee of selectAddressees(run.plan, session.profiles, filter)) {
      if (session.stop.aborted) throw new Stopped();
      // The faults of recipients are already reported by the check.
      if (addressee.kind === 'failed' || addressee.target.kind !== 'letter') continue;
      const { selection } = addressee.target;
      const key = letterKey({ id: selection.recipient.id, language: selection.language });
      selectedKeys.add(key);
      if (!hasMailAddress(selection.recipient)) {
        collected.withoutAddress.add(selection.recipient.id);
        continue;
      }
      const draft = await draftSelection(run, selection, checked.get(key), context);
      if (draft === undefined) collected.notReady += 1;
      else drafts.push(await draftFiles.add(selection, draft));
    }
    await draftFiles.finish();
    appendAll(diagnostics, draftFiles.faults);
    const savedPaths = new Set(draftFiles.saved.map((file) => `${letter.id}/${file}`));
    collected.drafts.push(...drafts.filter(({ file }) => savedPaths.has(file)));
    collected.files.push(...draftFiles.saved.map(pathOf));
    if (record !== undefined) {
      const removed = await record.value.remove((file) => {
        if (draftFiles.names.has(file)) return false;
        return selectsAll(filter) || selectedKeys.has(file.replace(/\.eml$/u, ''));
      });
      appendAll(diagnostics, removed.diagnostics);
      if (removed.ok) collected.removed.push(...removed.value.map(pathOf));
    }
  } finally {
    if (record !== undefined) diagnostics.push(...(await record.value.close()));
  }
}

/** Removes the drafts of a letter that is not final or not approved any more, so that none is sent by mistake. */
async function removeAllDrafts(
  letter: string,
  { output, shownFolder, options, collected }: DraftingContext,
): Promise<void> {
  // Without a folder of earlier drafts, none is created.
  if (options.dryRun || (await output.list(letter)).length === 0) return;
  const record = await openCopyRecord(output, letter, 'drafts');
  appendAll(collected.diagnostics, record.diagnostics);
  if (!record.ok) return;
  try {
    const removed = await record.value.remove(() => true);
    appendAll(collected.diagnostics, removed.diagnostics);
    if (removed.ok) collected.removed.push(...removed.value.map((file) => `${shownFolder}/${letter}/${file}`));
  } finally {
    collected.diagnostics.push(...(await record.value.close()));
  }
}

/** Composes the draft of one letter; undefined if it is not ready, of which the reasons are reported. */
async function draftSelection(
  run: InspectedRun,
  selection: Selection,
  checkedLetter: CheckedLetter | undefined,
  { options, session, collected }: DraftingContext,
): Promise<MailDraft | undefined> {
  const { diagnostics } = collected;
  const { letter, recipient, language } = selection;
  // What is not fresh is reported by the check.
  if (checkedLetter?.files.every(({ state }) => isUpToDate(state)) !== true) return undefined;
  const file = checkedLetter.files.find(({ format }) => format === 'pdf');
  const pdf = file?.sha256 === undefined ? undefined : await run.output.read(file.path);
  if (!(pdf instanceof Uint8Array) || sha256(pdf) !== file?.sha256) {
    const path = `${session.world.output.name}/${letter.id}/${letterKey({ id: recipient.id, language })}.pdf`;
    const hint = say`${`demarche generate ${recipient.id} --to pdf`}`;
    diagnostics.push(fault('output/missing', fileStart(path), say`there is no PDF of this letter to attach`, { hint }));
    return undefined;
  }
  const draft = await draftFor(run.plan, selection, { bytes: pdf, hash: file.sha256 }, options.rehearsal);
  appendAll(diagnostics, draft.diagnostics);
  if (!draft.ok) return undefined;
  const { namedOnly } = mailAddressesOf(recipient, language);
  if (namedOnly.length > 0) collected.namedOnly.push({ recipient: recipient.id, names: namedOnly });
  const size = draft.value.attachments.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > LARGE_BYTES) collected.large.push({ recipient: recipient.id, bytes: size });
  return draft.value;
}
