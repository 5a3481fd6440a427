import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { type Message, say } from '../../model/message.ts';
import { type Outcome, collect, failure, success } from '../../model/outcome.ts';
import { fileStart } from '../../model/span.ts';
import type { OutputFolder } from '../../world.ts';
import { beginWriting } from '../begin-writing.ts';
import { type RunBasis, type FinishedLine, isFinished, isSameJson, settledBy } from '../closing-line.ts';
import { fileStatus } from '../current.ts';
import { namesNobody } from '../filter.ts';
import { type ManifestWriter, strikeGone } from '../manifest-writer.ts';
import {
  type LetterRecord,
  inTheWay,
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
 * Joins the shards of a letter, and counts what was joined: their manifests become the one that a run of everybody would have left, and are
 * deleted. Refuses shards that are missing, doubled, foreign, cut short or made differently, and letters whose files are
 * not there.
 */
export async function joinShards(
  output: OutputFolder,
  letter: string,
  paths: readonly string[],
): Promise<Outcome<{ readonly shards: number; readonly letters: number }>> {
  const read: Outcome<ReadShard>[] = [];
  for (const path of paths) {
    read.push(await readShard(output, path, letter, (record) => refuseOtherFiles(output, letter, record)));
  }
  const shards = collect(read);
  if (!shards.ok) return shards;
  const [first] = shards.value;
  const odd = refuseOddShards(output, shards.value);
  if (odd.length > 0 || first === undefined) return failure(...odd);

  const running = await refuseRunning(output, letter, shards.value);
  if (running.length > 0) return failure(...running);
  const begun = await beginWriting(output, letter, { tool: first.finished.build.tool, shard: undefined });
  if (!begun.ok) return begun;
  const { manifest, release } = begun.value;
  try {
    let letters = 0;
    for (const shard of shards.value) {
      const unsettled = new Set(shard.finished.unsettled);
      const taken = await readShard(output, shard.path, letter, (record) => {
        letters += 1;
        return enterJoined(manifest, record, !unsettled.has(letterKey(record)));
      });
      if (!taken.ok) return taken;
    }
    const { build } = first.finished;
    if (namesNobody(build.filter)) await strikeGone(output, letter, manifest);
    const isSettled = manifest.unsettled().length === 0;
    const last = isSettled ? settledBy(shards.value.map(({ finished }) => finished)) : undefined;
    const faults = await manifest.close(last);
    if (faults.length > 0) return failure(...faults);
    for (const { path } of shards.value) await output.remove(path);
    return success({ shards: shards.value.length, letters });
  } finally {
    await release();
  }
}

/** Enters a letter as its shard recorded it. */
async function enterJoined(
  manifest: ManifestWriter,
  record: LetterRecord,
  isSettled: boolean,
): Promise<readonly Diagnostic[]> {
  const key = letterKey(record);
  const known = await manifest.recordsOf(key);
  if (!known.ok) return known.diagnostics;
  const isKnown = JSON.stringify(known.value) === JSON.stringify([record]);
  const faults = isKnown ? [] : await manifest.enter(record);
  if (faults.length > 0) return faults;
  manifest.confirm(key);
  if (isSettled) manifest.settle(key);
  return [];
}

/** A fault for each file of a letter that is not there as recorded. */
async function refuseOtherFiles(
  output: OutputFolder,
  letter: string,
  { files }: LetterRecord,
): Promise<readonly Diagnostic[]> {
  const faults: Diagnostic[] = [];
  for (const file of files) {
    const path = `${letter}/${file.name}`;
    const terms = { inputs: undefined, isKept: true };
    if (fileStatus(file, terms, await output.read(path)) === 'current') continue;
    const message = say`the shard wrote this file, and it is not here as it wrote it`;
    const hint = say`bring the files of all shards together in one folder, beside their manifests`;
    faults.push(fault('shard/foreign', fileStart(`${output.name}/${path}`), message, { hint }));
  }
  return faults;
}

/** A fault for each shard that is being written. Locking one clears away what a run that was killed left of it. */
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
      const why = 'holder' in locked ? `a run is writing this shard: ${locked.holder}` : locked.reason;
      faults.push(fault('output/locked', fileStart(`${output.name}/${path}`), [why]));
    }
  }
  return faults;
}

/** A shard that came to its end, as its manifest says. */
interface ReadShard {
  /** The manifest, below the output folder. */
  readonly path: string;
  readonly shard: Shard;
  readonly finished: FinishedLine;
}

/**
 * Reads the manifest of a shard: whose it is, whether it came to its end, whether all its letters are its own and were
 * written. `visit` sees each letter.
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
    if (line === 'in-the-way') return failure(inTheWay(output, path));
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
    return refuse('shard/letter-failed', number, message, say`mend what it told, and run it again`);
  }
  return success({ path, shard, finished });
}

const RUN_AGAIN = say`run this shard again`;
const NAME_SHARDS = say`name the manifests of all shards: out/<letter>/manifest.*-of-*.ndjson`;

/** Faults unless these are all shards of one run, each of them once. */
function refuseOddShards(output: OutputFolder, shards: readonly ReadShard[]): readonly Diagnostic[] {
  const [first] = shards;
  if (first === undefined) return [];
  const { total } = first.shard;
  const place = ({ path }: ReadShard) => fileStart(`${output.name}/${path}`);
  const related = [{ span: place(first), message: say`compared with this one` }];
  const faults: Diagnostic[] = [];
  const known = new Map<number, ReadShard>();
  for (const other of shards) {
    const text = shardText(other.shard);
    const twin = known.get(other.shard.index);
    const difference =
      other.shard.total === total ? differenceBetween(first.finished.build, other.finished.build) : 'number of shards';
    if (difference !== undefined) {
      const message = [...say`shard ${text} was made differently: another `, difference];
      faults.push(fault('shard/foreign', place(other), message, { hint: RUN_AGAIN, related }));
    } else if (twin !== undefined) {
      const places = [{ span: place(twin), message: say`given first here` }];
      faults.push(fault('shard/doubled', place(other), say`shard ${text} is given twice`, { related: places }));
    } else known.set(other.shard.index, other);
  }
  if (faults.length > 0) return faults;
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter((index) => !known.has(index));
  if (missing.length === 0) return [];
  const named = missing.map((index) => shardText({ index, total })).join(', ');
  return [
    fault('shard/missing', place(first), [`not all shards are there: ${named} is missing`], { hint: NAME_SHARDS }),
  ];
}

/** What differs between the builds of two shards, in the words of a message; undefined if nothing does. */
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
