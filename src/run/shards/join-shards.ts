import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { type Message, say } from '../../model/message.ts';
import { type Outcome, collect, failure, success } from '../../model/outcome.ts';
import { fileStart } from '../../model/span.ts';
import type { OutputFolder } from '../../world.ts';
import { beginWriting } from '../begin-writing.ts';
import { type RunBasis, type FinishedLine, isFinished, isSameJson, settledLine } from '../closing-line.ts';
import { fileStatus } from '../current.ts';
import { hasNoNames } from '../filter.ts';
import { type ManifestWriter, strikeGone } from '../manifest-writer.ts';
import {
  type LetterRecord,
  notAFileFault,
  isHeader,
  isLetterRecord,
  letterKey,
  lockPath,
  parseLine,
  unreadableManifest,
} from '../manifest.ts';
import { readLines } from '../read-lines.ts';
import { type Shard, isInShard, parseShard, shardText } from './shard.ts';

/**
 * Joins the shards of a letter: merges their manifests into the one that a run for all recipients would have left, and
 * deletes them. Returns the number of shards and letters. A fault if shards are missing, given twice, of another
 * letter, incomplete or made from other inputs, if a run is still writing one, or if a file is not as its shard wrote
 * it. `paths`: the manifests, relative to the output folder.
 */
export async function joinShards(
  output: OutputFolder,
  letter: string,
  paths: readonly string[],
): Promise<Outcome<{ readonly shards: number; readonly letters: number }>> {
  const outcomes: Outcome<ReadShard>[] = [];
  for (const path of paths) {
    outcomes.push(await readShard(output, path, letter, (record) => refuseChangedFiles(output, letter, record)));
  }
  const shards = collect(outcomes);
  if (!shards.ok) return shards;
  const [first] = shards.value;
  const mismatches = refuseMismatches(output, shards.value);
  if (mismatches.length > 0 || first === undefined) return failure(...mismatches);

  const locked = await refuseRunning(output, letter, shards.value);
  if (locked.length > 0) return failure(...locked);
  const begun = await beginWriting(output, letter, { tool: first.finished.build.tool, shard: undefined });
  if (!begun.ok) return begun;
  const { manifest, release } = begun.value;
  try {
    let letters = 0;
    for (const shard of shards.value) {
      const unsettled = new Set(shard.finished.unsettled);
      const entered = await readShard(output, shard.path, letter, (record) => {
        letters += 1;
        return enterJoined(manifest, record, !unsettled.has(letterKey(record)));
      });
      if (!entered.ok) return entered;
    }
    const { build } = first.finished;
    if (hasNoNames(build.filter)) await strikeGone(output, letter, manifest);
    const isSettled = manifest.unsettled().length === 0;
    const last = isSettled ? settledLine(shards.value.map(({ finished }) => finished)) : undefined;
    const faults = await manifest.close(last);
    if (faults.length > 0) return failure(...faults);
    for (const { path } of shards.value) await output.remove(path);
    return success({ shards: shards.value.length, letters });
  } finally {
    await release();
  }
}

/** Enters a letter into the joined manifest as its shard recorded it. */
async function enterJoined(
  manifest: ManifestWriter,
  record: LetterRecord,
  isSettled: boolean,
): Promise<readonly Diagnostic[]> {
  const key = letterKey(record);
  const recorded = await manifest.recordsOf(key);
  if (!recorded.ok) return recorded.diagnostics;
  const isRecorded = JSON.stringify(recorded.value) === JSON.stringify([record]);
  const faults = isRecorded ? [] : await manifest.enter(record);
  if (faults.length > 0) return faults;
  manifest.confirm(key);
  if (isSettled) manifest.settle(key);
  return [];
}

/** Returns a fault for each file of a letter that does not exist or differs from its record. */
async function refuseChangedFiles(
  output: OutputFolder,
  letter: string,
  { files }: LetterRecord,
): Promise<readonly Diagnostic[]> {
  const faults: Diagnostic[] = [];
  for (const file of files) {
    const path = `${letter}/${file.name}`;
    const expectation = { inputs: undefined, isKept: true };
    if (fileStatus(file, expectation, await output.read(path)) === 'current') continue;
    const message = say`the shard wrote this file, and it is not here as it wrote it`;
    const hint = say`bring the files of all shards together in one folder, beside their manifests`;
    faults.push(fault('shard/foreign', fileStart(`${output.name}/${path}`), message, { hint }));
  }
  return faults;
}

/** Returns a fault for each shard that a run is writing. Taking its lock also removes what a killed run left behind. */
async function refuseRunning(
  output: OutputFolder,
  letter: string,
  shards: readonly ReadShard[],
): Promise<readonly Diagnostic[]> {
  const faults: Diagnostic[] = [];
  for (const { shard } of shards) {
    const path = lockPath(letter, shard);
    const locked = await output.lock(path);
    if (locked.ok) await locked.release();
    else {
      const reason = 'holder' in locked ? `a run is writing this shard: ${locked.holder}` : locked.reason;
      faults.push(fault('output/locked', fileStart(`${output.name}/${path}`), [reason]));
    }
  }
  return faults;
}

/** The manifest of a shard that completed. */
interface ReadShard {
  /** Relative to the output folder. */
  readonly path: string;
  readonly shard: Shard;
  readonly finished: FinishedLine;
}

/**
 * Reads the manifest of a shard and calls `visit` for each letter; the faults that it returns end the reading. A fault
 * if the manifest is not that of a shard of `letter`, if a letter belongs to another shard, or if the shard did not
 * complete or could not write a letter.
 */
async function readShard(
  output: OutputFolder,
  path: string,
  letter: string,
  visit: (record: LetterRecord) => Promise<readonly Diagnostic[]>,
): Promise<Outcome<ReadShard>> {
  const refuse = (code: Diagnostic['code'], line: number, message: Message, hint: Message): Outcome<never> =>
    failure(fault(code, { file: `${output.name}/${path}`, line, column: 1 }, message, { hint }));
  let shard: Shard | undefined;
  let finished: FinishedLine | undefined;
  let number = 0;
  for await (const line of readLines(output, path)) {
    if (line === 'in-the-way') return failure(notAFileFault(output, path));
    number += 1;
    const value = parseLine(line.text);
    if (number === 1) {
      if (!isHeader(value)) return failure(unreadableManifest(output, path, 1));
      shard = typeof value.shard === 'string' ? parseShard(value.shard) : undefined;
      if (shard === undefined) return refuse('shard/foreign', 1, say`this is not the manifest of a shard`, NAME_SHARDS);
      if (value.letter !== letter) {
        return refuse('shard/foreign', 1, say`this shard is of the letter ${String(value.letter)}`, NAME_SHARDS);
      }
      continue;
    }
    finished = isFinished(value) ? value : undefined;
    if (finished !== undefined || shard === undefined) continue;
    if (!isLetterRecord(value)) break;
    if (!isInShard(shard, value.id)) {
      return refuse('shard/foreign', number, say`the letter of ${value.id} is not of this shard`, RUN_AGAIN);
    }
    const faults = await visit(value);
    if (faults.length > 0) return failure(...faults);
  }
  if (shard === undefined) return refuse('shard/missing', 1, say`there is no such manifest`, NAME_SHARDS);
  if (finished === undefined) {
    return refuse('shard/unfinished', number, say`shard ${shardText(shard)} did not come to its end`, RUN_AGAIN);
  }
  if (finished.failed > 0) {
    const message = say`shard ${shardText(shard)} could not write every letter: ${finished.failed} failed`;
    return refuse('shard/letter-failed', number, message, say`fix the faults that it reported, and run it again`);
  }
  return success({ path, shard, finished });
}

const RUN_AGAIN = say`run this shard again`;
const NAME_SHARDS = say`name the manifests of all shards: out/<letter>/manifest.*-of-*.ndjson`;

/** Returns faults unless these are all the shards of one run, each given once. */
function refuseMismatches(output: OutputFolder, shards: readonly ReadShard[]): readonly Diagnostic[] {
  const [first] = shards;
  if (first === undefined) return [];
  const { total } = first.shard;
  const spanOf = ({ path }: ReadShard) => fileStart(`${output.name}/${path}`);
  const related = [{ span: spanOf(first), message: say`compared with this one` }];
  const faults: Diagnostic[] = [];
  const byIndex = new Map<number, ReadShard>();
  for (const other of shards) {
    const text = shardText(other.shard);
    const duplicate = byIndex.get(other.shard.index);
    const difference =
      other.shard.total === total ? differenceBetween(first.finished.build, other.finished.build) : 'number of shards';
    if (difference !== undefined) {
      const message = [...say`shard ${text} differs from the first shard in its `, difference];
      faults.push(fault('shard/foreign', spanOf(other), message, { hint: RUN_AGAIN, related }));
    } else if (duplicate !== undefined) {
      const firstGiven = [{ span: spanOf(duplicate), message: say`given first here` }];
      faults.push(fault('shard/doubled', spanOf(other), say`shard ${text} is given twice`, { related: firstGiven }));
    } else byIndex.set(other.shard.index, other);
  }
  if (faults.length > 0) return faults;
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter((index) => !byIndex.has(index));
  if (missing.length === 0) return [];
  const names = missing.map((index) => shardText({ index, total })).join(', ');
  return [
    fault('shard/missing', spanOf(first), [`not all shards are there: ${names} is missing`], {
      hint: NAME_SHARDS,
    }),
  ];
}

/** Returns the name of the first input that differs between two shards, for a message; undefined if none does. */
function differenceBetween(one: RunBasis, other: RunBasis): string | undefined {
  const parts: readonly (readonly [string, (build: RunBasis) => unknown])[] = [
    ['version of demarche', ({ tool }) => tool],
    ['version of Node', ({ runtime }) => runtime],
    ['fonts', ({ fonts }) => fonts],
    ['options', ({ job }) => job],
    ['options', ({ filter }) => filter],
    ['campaign', ({ reads }) => reads.digest],
    ['recipients', ({ recipients }) => recipients],
  ];
  return parts.find(([, part]) => !isSameJson(part(one), part(other)))?.[0];
}
