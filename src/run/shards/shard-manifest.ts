import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { type Message, say } from '../../model/message.ts';
import { type Outcome, failure, success } from '../../model/outcome.ts';
import type { OutputFolder } from '../../world.ts';
import { type FinishedLine, isFinishedLine } from '../closing-line.ts';
import {
  type LetterRecord,
  isHeader,
  isLetterRecord,
  notAFileFault,
  parseJsonLine,
  unreadableManifestFault,
} from '../manifest.ts';
import { readLines } from '../read-lines.ts';
import { type Shard, formatShard, isInShard, parseShard } from './shard.ts';

/** The hint for a shard that did not complete or has other inputs. */
export const RUN_AGAIN_HINT: Message = say`run this shard again`;

/** The hint for manifests that are not those of all shards. */
export const NAME_SHARDS_HINT: Message = say`name the manifests of all shards: out/<letter>/manifest.*-of-*.ndjson`;

/** The manifest of a shard that completed. */
export interface ShardManifest {
  /** The path of the manifest, relative to the output folder. */
  readonly path: string;
  readonly shard: Shard;
  readonly closingLine: FinishedLine;
}

/**
 * Reads the manifest of a shard and calls `visit` for each record. Reading ends at the first record for which `visit`
 * returns faults, and they are returned. Returns a fault if this is not the manifest of a shard of `letter`, if it has
 * a record of another shard, or if the shard did not complete or could not write every letter.
 */
export async function readShardManifest(
  output: OutputFolder,
  path: string,
  letter: string,
  visit: (record: LetterRecord) => Promise<readonly Diagnostic[]>,
): Promise<Outcome<ShardManifest>> {
  const refuse = (code: Diagnostic['code'], line: number, message: Message, hint: Message): Outcome<never> =>
    failure(fault(code, { file: `${output.name}/${path}`, line, column: 1 }, message, { hint }));
  let shard: Shard | undefined;
  let closingLine: FinishedLine | undefined;
  let lineNumber = 0;
  for await (const line of readLines(output, path)) {
    if (line === 'in-the-way') return failure(notAFileFault(output, path));
    lineNumber += 1;
    const value = parseJsonLine(line.text);
    if (lineNumber === 1) {
      if (!isHeader(value)) return failure(unreadableManifestFault(output, path, 1));
      shard = typeof value.shard === 'string' ? parseShard(value.shard) : undefined;
      if (shard === undefined)
        return refuse('shard/foreign', 1, say`this is not the manifest of a shard`, NAME_SHARDS_HINT);
      if (value.letter !== letter) {
        return refuse('shard/foreign', 1, say`this shard is of the letter ${String(value.letter)}`, NAME_SHARDS_HINT);
      }
      continue;
    }
    closingLine = isFinishedLine(value) ? value : undefined;
    if (closingLine !== undefined || shard === undefined) continue;
    // A line that is not JSON was being written when the shard was killed.
    if (value === undefined) break;
    if (!isLetterRecord(value)) return failure(unreadableManifestFault(output, path, lineNumber));
    if (!isInShard(shard, value.id)) {
      return refuse('shard/foreign', lineNumber, say`the letter of ${value.id} is not of this shard`, RUN_AGAIN_HINT);
    }
    const faults = await visit(value);
    if (faults.length > 0) return failure(...faults);
  }
  if (shard === undefined) return refuse('shard/missing', 1, say`there is no such manifest`, NAME_SHARDS_HINT);
  if (closingLine === undefined) {
    return refuse(
      'shard/unfinished',
      lineNumber,
      say`shard ${formatShard(shard)} did not come to its end`,
      RUN_AGAIN_HINT,
    );
  }
  if (closingLine.failed > 0) {
    const message = say`shard ${formatShard(shard)} could not write every letter: ${closingLine.failed} failed`;
    return refuse('shard/letter-failed', lineNumber, message, say`fix the faults that it reported, and run it again`);
  }
  return success({ path, shard, closingLine });
}
