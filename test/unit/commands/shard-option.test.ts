import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/cli/shell.ts';
import { chooseShard } from '../../../src/commands/generate/run-shard.ts';

function formatChoice(text: string, env: Record<string, string>): string {
  const { shard, origin } = chooseShard(text, env);
  return `${shard.index}/${shard.total} ${origin}`.trim();
}

const slurm = (id: number, count: number, min: number, max: number, step = 1) => ({
  SLURM_ARRAY_TASK_ID: String(id),
  SLURM_ARRAY_TASK_COUNT: String(count),
  SLURM_ARRAY_TASK_MIN: String(min),
  SLURM_ARRAY_TASK_MAX: String(max),
  SLURM_ARRAY_TASK_STEP: String(step),
});

describe('a shard', () => {
  test.each<[string, Record<string, string>, string]>([
    ['2/4', {}, '2/4'],
    ['2/4', { CI_NODE_INDEX: '3', CI_NODE_TOTAL: '4' }, '2/4'],
    ['auto', { CI_NODE_INDEX: '4', CI_NODE_TOTAL: '4' }, '4/4 GitLab: CI_NODE_INDEX=4, CI_NODE_TOTAL=4'],
    ['auto/4', { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '4' }, '1/4 GitLab: CI_NODE_INDEX=1, CI_NODE_TOTAL=4'],
    ['auto/8', { JOB_COMPLETION_INDEX: '0' }, '1/8 Kubernetes: JOB_COMPLETION_INDEX=0'],
    ['auto/8', { JOB_COMPLETION_INDEX: '7' }, '8/8 Kubernetes: JOB_COMPLETION_INDEX=7'],
    [
      'auto',
      { AWS_BATCH_JOB_ARRAY_INDEX: '2', AWS_BATCH_JOB_ARRAY_SIZE: '3' },
      '3/3 AWS Batch: AWS_BATCH_JOB_ARRAY_INDEX=2, AWS_BATCH_JOB_ARRAY_SIZE=3',
    ],
  ])('from the option %s and the environment %j is %s', (text, env, expected) => {
    expect(formatChoice(text, env)).toBe(expected);
  });

  test.each([
    [slurm(1, 4, 1, 4), '1/4'],
    [slurm(0, 4, 0, 3), '1/4'],
    [slurm(16, 4, 10, 16, 2), '4/4'],
  ])('from the Slurm array %j is %s', (env, expected) => {
    expect(formatChoice('auto', env)).toContain(`${expected} Slurm: SLURM_ARRAY_TASK_ID=`);
  });

  test.each<[string, Record<string, string>, string]>([
    ['0/4', {}, '“0/4” is no shard'],
    ['5/4', {}, '“5/4” is no shard'],
    ['auto', {}, 'found no variables'],
    ['auto', { CI_NODE_TOTAL: '1' }, 'found no variables'],
    ['auto', { CI_NODE_INDEX: '' }, 'found no variables'],
    ['auto/4', {}, 'found no variables'],
    ['auto', { JOB_COMPLETION_INDEX: '0' }, 'not how many'],
    ['auto/4', { JOB_COMPLETION_INDEX: '4' }, 'is no shard'],
    ['auto/4', { JOB_COMPLETION_INDEX: 'x' }, 'is no shard'],
    ['auto/5', { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '4' }, 'CI_NODE_TOTAL says “4”'],
    ['auto', slurm(1, 3, 1, 5), 'has gaps'],
    ['auto', { SLURM_ARRAY_TASK_ID: '1' }, 'has gaps, or does not say'],
    ['auto/3', slurm(1, 4, 1, 4), 'the Slurm array has 4'],
  ])('is refused, not guessed, from the option %s and the environment %j', (text, env, message) => {
    expect(() => chooseShard(text, env)).toThrow(UsageError);
    expect(() => chooseShard(text, env)).toThrow(message);
  });
});
