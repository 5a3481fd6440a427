import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decodeText } from '../load/decode-text.ts';
import { unreadableFileFault } from '../load/read-file.ts';
import { readYaml } from '../load/read-yaml.ts';
import type { ColumnsFile } from '../model/columns-file.ts';
import { type Outcome, andThen, failure } from '../model/outcome.ts';
import { quote } from '../report/neutralise.ts';
import { sha256 } from '../run/sha256.ts';
import { validateColumns } from '../validate/validate-columns.ts';
import { MAX_FILE_BYTES } from '../world.ts';
import { pathFromCampaign } from './open-campaign.ts';
import { readChunks } from './read-chunks.ts';
import { refuseUnreadable } from './recipients-file.ts';
import { type Shell, UsageError } from './shell.ts';

/** The columns file that the command line names with `--columns`. */
export interface NamedColumnsFile {
  readonly columns: Outcome<ColumnsFile>;
  /** The SHA-256 hash of its text, in hexadecimal. */
  readonly digest: string;
}

/**
 * Reads the columns file that the command line names, for the table `recipients`. Throws a UsageError if no table is
 * named, or a file of another kind. `campaign`: the absolute path of the campaign's folder.
 */
export async function openColumnsFile(
  { cwd }: Shell,
  campaign: string,
  fileName: string,
  recipients: string | undefined,
): Promise<NamedColumnsFile> {
  if (recipients === undefined) {
    throw new UsageError(
      '--columns says what the columns of a table are for, and no table is named',
      'name it with --recipients; a table in recipients/ has its columns file beside it',
    );
  }
  if (/\.(?:ndjson|jsonl|ya?ml)$/iu.test(recipients)) {
    throw new UsageError(
      `--columns says what the columns of a table are for, and ${quote(recipients)} is none`,
      'leave --columns out',
    );
  }
  const path = resolve(cwd, fileName);
  await stat(path).catch((error: unknown) => refuseUnreadable(fileName, 'columns', error));
  const name = pathFromCampaign(campaign, path);
  const contents = 'what the columns of a table are for';
  let text = '';
  for await (const chunk of decodeText(readChunks(path))) {
    const problem = chunk.ok && text.length + chunk.value.length > MAX_FILE_BYTES ? 'too-large' : undefined;
    if (problem !== undefined || !chunk.ok) {
      const failed = chunk.ok ? ({ ok: false, problem: 'too-large' } as const) : chunk;
      return { columns: failure(unreadableFileFault(name, failed, contents)), digest: '' };
    }
    text += chunk.value;
  }
  return { columns: andThen(readYaml(name, text), validateColumns), digest: sha256(text) };
}
