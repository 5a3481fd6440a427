import { UsageError } from '../../cli/shell.ts';
import { quoted } from '../../report/neutralise.ts';
import { type Shard, parseShard } from '../../run/shards/shard.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A shard, and where it was found. */
export interface ChosenShard {
  readonly shard: Shard;
  readonly from: string;
}

/** An engine that runs the same command many times, and the variables by which each of them knows which it is. */
interface Engine {
  readonly name: string;
  readonly index: string;
  readonly total: string | undefined;
  /** What the first index is. */
  readonly base: 0 | 1;
}

/**
 * GitLab: https://docs.gitlab.com/ci/variables/predefined_variables/; Kubernetes: Indexed Job, whose `completions` no
 * variable tells; AWS Batch: array jobs, in child jobs only. Slurm numbers as the user likes: see `slurmShard`.
 */
const ENGINES: readonly Engine[] = [
  { name: 'GitLab', index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', base: 1 },
  { name: 'Kubernetes', index: 'JOB_COMPLETION_INDEX', total: undefined, base: 0 },
  { name: 'AWS Batch', index: 'AWS_BATCH_JOB_ARRAY_INDEX', total: 'AWS_BATCH_JOB_ARRAY_SIZE', base: 0 },
];

/**
 * Which shard is meant: `2/4` says it itself, `auto` asks the engine that runs the job, and `auto/4` also says how many
 * there are. Never guessed: with nothing to go by every shard would do all the work, and nobody would notice.
 */
export function chooseShard(text: string, env: Environment): ChosenShard {
  if (text !== 'auto' && !text.startsWith('auto/')) return { shard: shardFrom(text, quoted(text)), from: '' };
  const given = text === 'auto' ? undefined : text.slice('auto/'.length);
  const slurm = slurmShard(env, given);
  if (slurm !== undefined) return slurm;
  for (const { name, index, total, base } of ENGINES) {
    const own = value(env, index);
    if (own === undefined) continue;
    const all = given ?? (total === undefined ? undefined : value(env, total));
    const told = total === undefined ? undefined : value(env, total);
    if (all === undefined) {
      throw new UsageError(`${name} says which shard this is, and not of how many`, 'say how many: --shard auto/4');
    }
    if (told !== undefined && told !== all) {
      throw new UsageError(`--shard says ${quoted(all)} shards, and ${total} says ${quoted(told)}`);
    }
    const from = `${name}: ${index}=${own}${told === undefined ? '' : `, ${total}=${told}`}`;
    return { shard: shardFrom(`${zeroBased(own, base)}/${all}`, from), from };
  }
  throw new UsageError(
    '--shard auto found no variables of GitLab, Kubernetes, AWS Batch or Slurm',
    'say which shard this is: --shard 2/4',
  );
}

/** A Slurm array may begin anywhere and go in steps: `--array=10-16:2` has the ids 10, 12, 14 and 16. One with gaps is refused. */
function slurmShard(env: Environment, given: string | undefined): ChosenShard | undefined {
  const names = ['ID', 'COUNT', 'MIN', 'MAX', 'STEP'].map((name) => `SLURM_ARRAY_TASK_${name}`);
  const texts = names.map((name) => value(env, name) ?? (name.endsWith('STEP') ? '1' : undefined));
  if (texts[0] === undefined) return undefined;
  const from = `Slurm: ${names.map((name, index) => `${name}=${texts[index] ?? ''}`).join(', ')}`;
  const [id = Number.NaN, count = Number.NaN, min = Number.NaN, max = Number.NaN, step = Number.NaN] = texts.map(
    (text) => (text !== undefined && /^\d+$/u.test(text) ? Number(text) : Number.NaN),
  );
  if ((max - min) / step + 1 !== count) {
    throw new UsageError(`the Slurm array has gaps, or does not say how it counts (${from})`, 'use --array=1-4');
  }
  if (given !== undefined && given !== String(count)) {
    throw new UsageError(`--shard says ${quoted(given)} shards, and the Slurm array has ${count}`);
  }
  return { shard: shardFrom(`${(id - min) / step + 1}/${count}`, from), from };
}

function value(env: Environment, name: string): string | undefined {
  const text = env[name];
  return text === '' ? undefined : text;
}

function zeroBased(index: string, base: 0 | 1): string {
  return /^\d+$/u.test(index) ? String(Number(index) + 1 - base) : index;
}

function shardFrom(text: string, from: string): Shard {
  const shard = parseShard(text);
  if (shard === undefined) {
    throw new UsageError(`${from} is no shard`, 'shards are counted from 1: --shard 1/4, --shard 2/4, …');
  }
  return shard;
}
