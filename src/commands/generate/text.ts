import type { Recipient, Skip } from '../../model/recipient.ts';
import { neutralise } from '../../report/neutralise.ts';
import type { LetterResult } from '../../run/generate.ts';

/** May what profiles hold be shown? */
interface Showing {
  readonly showValues: boolean;
}

/** What became of one recipient's letter, in a line. */
export function progressLine(result: LetterResult, { showValues }: Showing): string {
  switch (result.kind) {
    case 'done':
      return `${result.selection.recipient.id}: ${result.files.map(({ path, state }) => `${path} ${state}`).join(', ')}`;
    case 'skipped':
      return skippedLine(result.recipient, result.skip, { showValues });
    case 'failed':
      return `${result.id !== undefined && showValues ? neutralise(result.id) : 'a profile'}: failed`;
  }
}

/** That a recipient is skipped, and why; the reason is what the profile holds. */
export function skippedLine({ id }: Recipient, { reason }: Skip, { showValues }: Showing): string {
  return showValues ? `${id} skipped: ${neutralise(reason)}` : `${id} skipped`;
}

/** The files that a dry run would write, a line each. `folder`: the output folder, as the user knows it. */
export function plannedPaths(result: LetterResult, folder: string): string {
  const files = result.kind === 'done' ? result.files : [];
  return files.map(({ path }) => `${folder}/${neutralise(path)}\n`).join('');
}

/** What became of one recipient's letter, as a record of the JSON document. */
export function letterRecord(letter: string, result: LetterResult): object {
  switch (result.kind) {
    case 'done': {
      const { recipient, language } = result.selection;
      return { letter, recipient: recipient.id, language, outcome: 'done', files: result.files };
    }
    case 'skipped':
      return { letter, recipient: result.recipient.id, outcome: 'skipped', reason: result.skip.reason };
    case 'failed':
      return { letter, recipient: result.id ?? null, outcome: 'failed', files: result.files };
  }
}
