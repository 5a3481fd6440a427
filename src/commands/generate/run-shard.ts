import { UsageError } from '../../cli/shell.ts';
import { quoted } from '../../report/neutralise.ts';
import { type Shard, parseShard } from '../../run/shards/shard.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A shard, and how it was determined. */
export interface ChosenShard {
  readonly shard: Shard;
  /** The CI or batch system with its variables, for messages; empty if the option names the shard itself. */
  readonly origin: string;
}

/** A CI or batch system that runs the same command in parallel, with its environment variables for index and total. */
interface Engine {
  readonly name: string;
  readonly index: string;
  /** Undefined: the system has no variable for the total. */
  readonly total: string | undefined;
  /** The index of the first process. */
  readonly base: 0 | 1;
}

/**
 * The supported systems. GitLab: https://docs.gitlab.com/ci/variables/predefined_variables/. Kubernetes: an Indexed
 * Job, whose `completions` is in no variable. AWS Batch: array jobs; the variables exist in child jobs only. Slurm
 * array ids may start at any number and have a step, so `slurmShard` handles them.
 */
const ENGINES: readonly Engine[] = [
  { name: 'GitLab', index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', base: 1 },
  { name: 'Kubernetes', index: 'JOB_COMPLETION_INDEX', total: undefined, base: 0 },
  { name: 'AWS Batch', index: 'AWS_BATCH_JOB_ARRAY_INDEX', total: 'AWS_BATCH_JOB_ARRAY_SIZE', base: 0 },
];

/**
 * Parses `--shard`: `2/4` names the shard; `auto` takes index and total from the environment; `auto/4` takes only the
 * index from it. Usage error: the environment does not determine the shard. There is no default: each process would
 * then silently do all the work.
 */
export function chooseShard(text: string, env: Environment): ChosenShard {
  if (text !== 'auto' && !text.startsWith('auto/')) return { shard: shardFrom(text, quoted(text)), origin: '' };
  const givenTotal = text === 'auto' ? undefined : text.slice('auto/'.length);
  const slurm = slurmShard(env, givenTotal);
  if (slurm !== undefined) return slurm;
  for (const { name, index, total, base } of ENGINES) {
    const reportedIndex = variableOf(env, index);
    if (reportedIndex === undefined) continue;
    const shardTotal = givenTotal ?? (total === undefined ? undefined : variableOf(env, total));
    const reportedTotal = total === undefined ? undefined : variableOf(env, total);
    if (shardTotal === undefined) {
      throw new UsageError(`${name} says which shard this is, and not of how many`, 'say how many: --shard auto/4');
    }
    if (reportedTotal !== undefined && reportedTotal !== shardTotal) {
      throw new UsageError(`--shard says ${quoted(shardTotal)} shards, and ${total} says ${quoted(reportedTotal)}`);
    }
    const from = `${name}: ${index}=${reportedIndex}${reportedTotal === undefined ? '' : `, ${total}=${reportedTotal}`}`;
    return { shard: shardFrom(`${oneBased(reportedIndex, base)}/${shardTotal}`, from), origin: from };
  }
  throw new UsageError(
    '--shard auto found no variables of GitLab, Kubernetes, AWS Batch or Slurm',
    'say which shard this is: --shard 2/4',
  );
}

/**
 * The shard of a Slurm array job; undefined outside one. An array may start at any id and have a step:
 * `--array=10-16:2` has the ids 10, 12, 14 and 16. An array with gaps is refused: an id then does not determine an
 * index.
 */
function slurmShard(env: Environment, givenTotal: string | undefined): ChosenShard | undefined {
  const names = ['ID', 'COUNT', 'MIN', 'MAX', 'STEP'].map((name) => `SLURM_ARRAY_TASK_${name}`);
  const texts = names.map((name) => variableOf(env, name) ?? (name.endsWith('STEP') ? '1' : undefined));
  if (texts[0] === undefined) return undefined;
  const from = `Slurm: ${names.map((name, index) => `${name}=${texts[index] ?? ''}`).join(', ')}`;
  const [id = Number.NaN, count = Number.NaN, min = Number.NaN, max = Number.NaN, step = Number.NaN] = texts.map(
    (text) => (text !== undefined && /^\d+$/u.test(text) ? Number(text) : Number.NaN),
  );
  if ((max - min) / step + 1 !== count) {
    throw new UsageError(`the Slurm array has gaps, or does not say how it counts (${from})`, 'use --array=1-4');
  }
  if (givenTotal !== undefined && givenTotal !== String(count)) {
    throw new UsageError(`--shard says ${quoted(givenTotal)} shards, and the Slurm array has ${count}`);
  }
  return { shard: shardFrom(`${(id - min) / step + 1}/${count}`, from), origin: from };
}

/** An environment variable; an empty one counts as unset. */
function variableOf(env: Environment, name: string): string | undefined {
  const text = env[name];
  return text === '' ? undefined : text;
}

/**
 * An index as text, counted from 1. Text that is not a number is returned unchanged, for the message of `shardFrom`.
 */
function oneBased(index: string, base: 0 | 1): string {
  return /^\d+$/u.test(index) ? String(Number(index) + 1 - base) : index;
}

/** Parses `i/n`. Usage error if it is not a shard; `from` names its origin. */
function shardFrom(text: string, from: string): Shard {
  const shard = parseShard(text);
  if (shard === undefined) {
    throw new UsageError(`${from} is no shard`, 'shards are counted from 1: --shard 1/4, --shard 2/4, …');
  }
  return shard;
}
