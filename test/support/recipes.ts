import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { aCampaign } from './a-campaign.ts';
import { folderWith, putFile } from './in-process.ts';
import { ROOT, type CommandResult } from './run-demarche.ts';

/** The name of the letter's folder in the recipes; {@link aCampaign} has another. */
export const RECIPE_LETTER = 'open-letter';

/** A step of a job of GitHub Actions. */
export interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string>>;
}
/** A workflow of GitHub Actions, as far as the tests read it. */
export interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly needs?: string; readonly steps: readonly Step[] }>>;
}

/** Some of the variables that a CI service sets. */
export const GITHUB_VARIABLES = { CI: 'true', GITHUB_ACTIONS: 'true' };
export const GITLAB_VARIABLES = { CI: 'true', GITLAB_CI: 'true' };

/** The lines that a job runs, each a step, with the index of the matrix. */
export function linesOf(steps: readonly Step[], shard = 0): readonly string[] {
  return steps.flatMap(({ run }) => (run === undefined ? [] : [run.replaceAll('${{ matrix.shard }}', String(shard))]));
}

/** Parses a file of `docs/` in YAML, of which JSON is a part. */
export function readRecipe(path: string): unknown {
  return parse(readFileSync(join(ROOT, 'docs', path), 'utf8'));
}

/** Creates a campaign of ten recipients whose letter is that of the recipes, in a folder as of a fresh checkout. */
export function checkoutOfCampaign(): string {
  const files = Object.entries(aCampaign()).map(([path, text]) => [
    path.replace('/appeal/', `/${RECIPE_LETTER}/`),
    text,
  ]);
  const ministers = aCampaign()['recipients/ministers.yaml'] ?? '';
  const many = Array.from({ length: 9 }, (_, index) => ministers.replace('be-minister', `minister-${index}`));
  return folderWith({ ...Object.fromEntries(files), 'recipients/ministers.yaml': many.join('') });
}

/**
 * The programs that recipes call, besides those of the system. `npm ci` puts demarche into the campaign's folder, and
 * `npx demarche` finds it only there, so that a recipe without `npm ci` or `npx` fails. Letters are made as Markdown
 * alone, which takes less time. `parallel` and `sbatch` do what GNU parallel and Slurm do with the arguments of the
 * recipes. The real npm and npx are in `npm run installs`.
 */
const PROGRAMS: Readonly<Record<string, string>> = {
  npm: `[ "$*" = ci ] && mkdir -p node_modules/.bin && ln -sf "$DEMARCHE" node_modules/.bin/demarche`,
  npx: `[ "$1" = demarche ] && [ -e node_modules/.bin/demarche ] || { echo "npx: $1 not found" >&2; exit 127; }
shift; [ "$1" = generate ] && set -- "$@" --to md; exec node_modules/.bin/demarche "$@"`,
  parallel: `command=$1; [ "$2" = ::: ] || exit 99; shift 2
for each; do sh -c "$(printf %s "$command" | sed "s/{}/$each/")" || exit; done`,
  sbatch: `case $1 in
  --parsable) for task in 1 2 3 4; do
      SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=4 \\
        SLURM_ARRAY_TASK_STEP=1 sh "$2" >&2 || exit
    done; echo 17;;
  --dependency=afterok:17) sh "$2";;
  *) exit 99;;
esac`,
};

/** Creates a folder with {@link PROGRAMS}. */
export function folderWithPrograms(): string {
  const folder = folderWith({});
  for (const [name, script] of Object.entries(PROGRAMS)) {
    putFile(folder, name, `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

/** Runs lines of a recipe in one shell, which ends at the first that fails, as CI services do. */
export function runLines(
  lines: readonly string[],
  cwd: string,
  programs: string,
  env: Readonly<Record<string, string>> = {},
): CommandResult {
  const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', lines.join('\n')], {
    cwd,
    env: { ...env, PATH: `${programs}:${process.env['PATH']}`, DEMARCHE: join(ROOT, 'bin/demarche.js') },
    encoding: 'utf8',
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}

/** Runs the image that the Dockerfile builds, with these arguments, in the folder that is mounted as the campaign. */
export function runImage(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): CommandResult {
  const [, entryPoint = '[]'] = /^ENTRYPOINT (.*)$/m.exec(readFileSync(join(ROOT, 'Dockerfile'), 'utf8')) ?? [];
  const [program = '', ...first] = JSON.parse(entryPoint) as string[];
  const command = [...first.map((part) => part.replace('/opt/demarche', ROOT)), ...args];
  const more = args[0] === 'generate' ? ['--to', 'md'] : [];
  const { status, stdout, stderr } = spawnSync(program, [...command, ...more], {
    cwd,
    env: { ...env, PATH: process.env['PATH'] },
    encoding: 'utf8',
  });
  return { code: status ?? -1, out: stdout, err: stderr };
}
