import type { MailDraft } from '../../mail/draft.ts';
import type { LetterSettings } from '../../model/campaign.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { mailboxText } from '../../model/mail-addresses.ts';
import { say } from '../../model/message.ts';
import type { Selection } from '../../model/selection.ts';
import { fileStart } from '../../model/span.ts';
import type { CopyRecord } from '../../run/copy-record.ts';
import { letterKey } from '../../run/manifest.ts';
import type { WrittenDraft } from './drafts.ts';

/** The maximum size of an mbox file, in bytes. It is composed in memory, and mail programs import larger ones badly. */
const MAX_MBOX_BYTES = 1_000_000_000;

/** How drafts are saved: `eml`, each in a file of its own, or `mbox`, all of a letter in one. */
export type DraftForm = 'eml' | 'mbox';

/** The files of the drafts of one letter (a folder of `templates/`). */
export interface DraftFiles {
  /** Composes a draft, and saves it unless it goes into an mbox file. Returns its description. */
  readonly add: (selection: Selection, draft: MailDraft) => Promise<WrittenDraft>;
  /** Saves the mbox file, if there is one. */
  readonly finish: () => Promise<void>;
  /** The names of the files that have drafts, saved or refused. */
  readonly names: ReadonlySet<string>;
  /** The names of the files that were saved. */
  readonly saved: readonly string[];
  readonly faults: readonly Diagnostic[];
}

/** How drafts are saved, and where. */
interface SavingOptions {
  readonly form: DraftForm;
  readonly force: boolean;
  /** The name of the folder of the drafts, for messages. */
  readonly folderName: string;
  /** The maximum size of an mbox file, in bytes; `MAX_MBOX_BYTES` if left out. */
  readonly maxMboxBytes?: number;
}

/** Creates the functions that save the drafts of a letter. Without a `record`, as in a dry run, nothing is written. */
export function createDraftFiles(
  { id: letter, date }: Pick<LetterSettings, 'id' | 'date'>,
  record: CopyRecord | undefined,
  { form, force, folderName, maxMboxBytes = MAX_MBOX_BYTES }: SavingOptions,
): DraftFiles {
  const names = new Set<string>();
  const saved: string[] = [];
  const faults: Diagnostic[] = [];
  const entries: Buffer[] = [];
  let mboxBytes = 0;
  const mailboxFile = `${letter}.mbox`;
  const save = async (name: string, bytes: Uint8Array): Promise<void> => {
    names.add(name);
    const result = (await record?.save({ name, bytes }, force)) ?? 'written';
    if (typeof result === 'string') saved.push(name);
    else faults.push(result);
  };
  return {
    names,
    saved,
    faults,
    add: async ({ recipient, language }, draft) => {
      // Loaded late: a run without drafts needs no composer.
      const { composeDraft } = await import('../../mail/compose-draft.ts');
      const message = await composeDraft(draft);
      const name = form === 'mbox' ? mailboxFile : `${letterKey({ id: recipient.id, language })}.eml`;
      if (form === 'eml') await save(name, message);
      else {
        const { mboxEntry } = await import('../../mail/mbox.ts');
        const entry = mboxEntry(message, date);
        mboxBytes += entry.length;
        if (mboxBytes > maxMboxBytes) entries.length = 0;
        else entries.push(entry);
      }
      return {
        recipient: recipient.id,
        letter,
        language,
        file: `${letter}/${name}`,
        to: draft.to.map(mailboxText),
        cc: draft.cc.map(mailboxText),
        subject: draft.subject,
        attachments: draft.attachments.map(({ name: attached, hash }) => ({ name: attached, sha256: hash })),
      };
    },
    finish: async () => {
      if (mboxBytes > maxMboxBytes) {
        names.add(mailboxFile);
        faults.push(tooLargeMboxFault(`${folderName}/${letter}/${mailboxFile}`, maxMboxBytes));
      } else if (entries.length > 0) await save(mailboxFile, Buffer.concat(entries));
    },
  };
}

function tooLargeMboxFault(path: string, maxBytes: number): Diagnostic {
  const message = say`the drafts of this letter have more than ${maxBytes / 1_000_000} MB together, too much for one file`;
  const hint = say`write each into a file of its own with ${'--to eml'}, or fewer into one: ${'demarche drafts --role ROLE --to mbox'}`;
  return fault('output/failed', fileStart(path), message, { hint });
}
