import { appendFileSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { DiagnosticRecord } from '../report/diagnostic-records.ts';
import { quoted } from '../report/neutralise.ts';
import { plain } from '../report/paint.ts';
import type { ReporterChoice } from './options.ts';
import { openOutputFolder } from './output-folder.ts';
import { TOOL_VERSION } from './package.ts';
import { type Shell, UsageError } from './shell.ts';

/** The reporters of a command: people, GitHub, files for other programs. */
export interface Reporters {
  /** Are diagnostics printed for people, on standard error? */
  readonly human: boolean;
  /** Is there a reporter besides? */
  readonly others: boolean;
  /** Hands on what was found so far, and what of it is new. Files are written whole each time, also when nothing is wrong. */
  readonly hand: (all: readonly DiagnosticRecord[], news: readonly DiagnosticRecord[]) => Promise<void>;
}

/** Opens the reporters that the command line names; by default people, and under GitHub's Actions its annotations too. */
export function openReporters(shell: Shell, wanted: readonly ReporterChoice[]): Reporters {
  const onGithub = shell.env['GITHUB_ACTIONS'] === 'true';
  const chosen: readonly ReporterChoice[] =
    wanted.length > 0 ? wanted : [{ name: 'human' }, ...(onGithub ? [{ name: 'github' } as const] : [])];
  const toFiles = chosen.flatMap(({ name, file }) => (file === undefined ? [] : [{ name, file }]));
  const isHere = (wantedHere: ReporterChoice['name']): boolean =>
    chosen.some(({ name, file }) => name === wantedHere && file === undefined);
  return {
    human: isHere('human'),
    others: toFiles.length > 0 || isHere('github'),
    hand: async (all, news) => {
      const inRepository = (records: readonly DiagnosticRecord[]): readonly DiagnosticRecord[] =>
        records.map((record) => placedIn(shell, record));
      for (const { name, file } of toFiles) await writeReport(shell, file, await reporterText(name, inRepository(all)));
      if (news.length > 0 && isHere('github')) await annotate(shell, inRepository(news));
    },
  };
}

async function reporterText(name: ReporterChoice['name'], records: readonly DiagnosticRecord[]): Promise<string> {
  switch (name) {
    case 'human':
      return (await import('../report/diagnostics.ts')).diagnosticsText(records, plain);
    case 'github':
      return (await import('../report/reporters/github.ts')).githubAnnotations(records);
    case 'sarif':
      return (await import('../report/reporters/sarif.ts')).sarif(records, TOOL_VERSION);
    case 'junit':
      return (await import('../report/reporters/junit.ts')).junit(records);
  }
}

async function writeReport(shell: Shell, file: string, text: string): Promise<void> {
  const path = resolve(shell.cwd, file);
  const folder = openOutputFolder({ folder: dirname(path), name: dirname(file), named: true });
  const written = await folder.write(basename(path), new TextEncoder().encode(text));
  if (!written.ok) throw new UsageError(`the report ${quoted(file)} could not be written: ${written.reason}`);
}

/** Annotations are commands that the runner reads from either stream; the summary is a file that it names. */
async function annotate(shell: Shell, records: readonly DiagnosticRecord[]): Promise<void> {
  const { githubAnnotations, githubSummary } = await import('../report/reporters/github.ts');
  await shell.err(githubAnnotations(records));
  const summary = shell.env['GITHUB_STEP_SUMMARY'];
  if (summary !== undefined && summary !== '') appendFileSync(summary, githubSummary(records));
}

/** Programs look for files from the repository's root on, wherever the command was run. */
function placedIn({ cwd, env }: Shell, record: DiagnosticRecord): DiagnosticRecord {
  const root = env['GITHUB_WORKSPACE'] ?? env['CI_PROJECT_DIR'] ?? cwd;
  const moved = (file: string): string => relative(root, resolve(cwd, file)).split(sep).join('/');
  return {
    ...record,
    file: moved(record.file),
    related: record.related.map((place) => ({ ...place, file: moved(place.file) })),
  };
}
