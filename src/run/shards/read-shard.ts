import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { type Message, say } from '../../model/message.ts';
import { type Outcome, failure, success } from '../../model/outcome.ts';
import { startOf } from '../../model/span.ts';
import type { OutputFolder } from '../../world.ts';
import { type Build, type Finished, isFinished, isSameJson } from '../closing-line.ts';
import { type LetterRecord, inTheWay, isHeader, isLetterRecord, parseLine, unreadable } from '../manifest.ts';
import { readLines } from '../read-lines.ts';
import { type Shard, isInShard, parseShard, shardText } from './shard.ts';

/** A shard that came to its end, as its manifest says. */
export interface ReadShard {
  /** The manifest, below the output folder. */
  readonly path: string;
  readonly shard: Shard;
  readonly finished: Finished;
}

/**
 * Reads the manifest of a shard: whose it is, whether it came to its end, whether all its letters are its own and were
 * written. `visit` sees each letter.
 */
export async function readShard(
  output: OutputFolder,
  path: string,
  letter: string,
  visit: (record: LetterRecord) => Promise<readonly Diagnostic[]>,
): Promise<Outcome<ReadShard>> {
  const refuse = (code: Diagnostic['code'], line: number, message: Message, hint: Message): Outcome<never> =>
    failure(fault(code, { file: `${output.name}/${path}`, line, column: 1 }, message, { hint }));
  let shard: Shard | undefined;
  let finished: Finished | undefined;
  let number = 0;
  for await (const line of readLines(output, path)) {
    if (line === 'in-the-way') return failure(inTheWay(output, path));
    number += 1;
    const value = parseLine(line.text);
    if (number === 1) {
      if (!isHeader(value)) return failure(unreadable(output, path, 1));
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
export function refuseOddShards(output: OutputFolder, shards: readonly ReadShard[]): readonly Diagnostic[] {
  const [first] = shards;
  if (first === undefined) return [];
  const { total } = first.shard;
  const place = ({ path }: ReadShard) => startOf(`${output.name}/${path}`);
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
function differenceBetween(one: Build, other: Build): string | undefined {
  const parts: readonly (readonly [string, (build: Build) => unknown])[] = [
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
