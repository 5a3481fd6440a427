import { UsageError } from '../../cli/shell.ts';
import { quote } from '../../report/neutralise.ts';
import { type Shard, parseShard } from '../../run/shards/shard.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A shard, and how it was determined. */
export interface ChosenShard {
  readonly shard: Shard;
  /** The CI or batch system and its variables, for messages; empty if the command line names the shard. */
  readonly origin: string;
}

/**
 * A CI or batch system that starts the same command in several processes, and the variables by which it counts them.
 */
interface ParallelSystem {
  readonly name: string;
  /** The environment variable with the index of the process. */
  readonly indexVariable: string;
  /** The environment variable with the number of processes; undefined if the system has none. */
  readonly totalVariable: string | undefined;
  /** The index that the system gives to the first process. */
  readonly firstIndex: 0 | 1;
}

/**
 * The supported systems. GitLab: https://docs.gitlab.com/ci/variables/predefined_variables/. Kubernetes: Indexed Jobs;
 * no variable has their number of completions. AWS Batch: array jobs; only child jobs have the variables. Slurm is not
 * listed: its array ids may start at any number and have a step, so `slurmShard` handles them.
 */
const PARALLEL_SYSTEMS: readonly ParallelSystem[] = [
  { name: 'GitLab', indexVariable: 'CI_NODE_INDEX', totalVariable: 'CI_NODE_TOTAL', firstIndex: 1 },
  { name: 'Kubernetes', indexVariable: 'JOB_COMPLETION_INDEX', totalVariable: undefined, firstIndex: 0 },
  {
    name: 'AWS Batch',
    indexVariable: 'AWS_BATCH_JOB_ARRAY_INDEX',
    totalVariable: 'AWS_BATCH_JOB_ARRAY_SIZE',
    firstIndex: 0,
  },
];

/**
 * Parses `--shard`: `2/4` names the shard; `auto` takes index and total from the environment; `auto/4` takes only the
 * index from it. Throws a UsageError if the environment does not determine the shard. There is no default, because each
 * process would then silently do all the work.
 */
export function chooseShard(option: string, env: Environment): ChosenShard {
  if (option !== 'auto' && !option.startsWith('auto/'))
    return { shard: requireShard(option, quote(option)), origin: '' };
  const givenTotal = option === 'auto' ? undefined : option.slice('auto/'.length);
  const slurmChoice = slurmShard(env, givenTotal);
  if (slurmChoice !== undefined) return slurmChoice;
  for (const { name, indexVariable, totalVariable, firstIndex } of PARALLEL_SYSTEMS) {
    const reportedIndex = readVariable(env, indexVariable);
    if (reportedIndex === undefined) continue;
    const shardTotal = givenTotal ?? (totalVariable === undefined ? undefined : readVariable(env, totalVariable));
    const reportedTotal = totalVariable === undefined ? undefined : readVariable(env, totalVariable);
    if (shardTotal === undefined) {
      throw new UsageError(
        `${name} gives the number of this shard, but not how many there are`,
        'say how many: --shard auto/4',
      );
    }
    if (reportedTotal !== undefined && reportedTotal !== shardTotal) {
      throw new UsageError(
        `--shard says ${quote(shardTotal)} shards, and ${totalVariable} says ${quote(reportedTotal)}`,
      );
    }
    const origin = `${name}: ${indexVariable}=${reportedIndex}${reportedTotal === undefined ? '' : `, ${totalVariable}=${reportedTotal}`}`;
    return { shard: requireShard(`${toOneBased(reportedIndex, firstIndex)}/${shardTotal}`, origin), origin };
  }
  throw new UsageError(
    '--shard auto found no variables of GitLab, Kubernetes, AWS Batch or Slurm',
    'say which shard this is: --shard 2/4',
  );
}

/**
 * Returns the shard of a Slurm array job; undefined outside such a job. An array may start at any id and have a step:
 * `--array=10-16:2` has the ids 10, 12, 14 and 16. Throws a UsageError if the array has gaps, because an id then does
 * not determine an index.
 */
function slurmShard(env: Environment, givenTotal: string | undefined): ChosenShard | undefined {
  const variableNames = ['ID', 'COUNT', 'MIN', 'MAX', 'STEP'].map((name) => `SLURM_ARRAY_TASK_${name}`);
  const values = variableNames.map((name) => readVariable(env, name) ?? (name.endsWith('STEP') ? '1' : undefined));
  if (values[0] === undefined) return undefined;
  const origin = `Slurm: ${variableNames.map((name, index) => `${name}=${values[index] ?? ''}`).join(', ')}`;
  const [id = Number.NaN, count = Number.NaN, min = Number.NaN, max = Number.NaN, step = Number.NaN] = values.map(
    (text) => (text !== undefined && /^\d+$/u.test(text) ? Number(text) : Number.NaN),
  );
  if ((max - min) / step + 1 !== count) {
    throw new UsageError(`the Slurm array has gaps, or does not say how it counts (${origin})`, 'use --array=1-4');
  }
  if (givenTotal !== undefined && givenTotal !== String(count)) {
    throw new UsageError(`--shard says ${quote(givenTotal)} shards, and the Slurm array has ${count}`);
  }
  return { shard: requireShard(`${(id - min) / step + 1}/${count}`, origin), origin };
}

/** Returns the value of an environment variable. An empty variable counts as unset. */
function readVariable(env: Environment, name: string): string | undefined {
  const text = env[name];
  return text === '' ? undefined : text;
}

/**
 * Converts an index to one that counts from 1. Returns text that is not a number unchanged, for the message of
 * `requireShard`.
 */
function toOneBased(index: string, firstIndex: 0 | 1): string {
  return /^\d+$/u.test(index) ? String(Number(index) + 1 - firstIndex) : index;
}

/** Parses `i/n`. Throws a UsageError, which names the origin of the text, if it is not a shard. */
function requireShard(text: string, origin: string): Shard {
  const shard = parseShard(text);
  if (shard === undefined) {
    throw new UsageError(`${origin} is no shard`, 'shards are counted from 1: --shard 1/4, --shard 2/4, …');
  }
  return shard;
}
