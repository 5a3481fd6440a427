import { appendFileSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { DiagnosticRecord } from '../report/diagnostic-records.ts';
import { quoted } from '../report/neutralise.ts';
import { plain } from '../report/paint.ts';
import type { ReporterChoice } from './options.ts';
import { openOutputFolder } from './output-folder.ts';
import { TOOL_VERSION } from './package.ts';
import { type Shell, UsageError } from './shell.ts';

/** The reporters of a command: text for people, annotations for GitHub, files for other programs. */
export interface Reporters {
  /** Whether diagnostics are printed for people, on standard error. */
  readonly isHumanOn: boolean;
  /** Whether there is any other reporter. */
  readonly hasOthers: boolean;
  /**
   * Passes all records so far, and the new ones among them, to the other reporters. A report file is replaced each
   * time, and is also written if there are no records.
   */
  readonly report: (all: readonly DiagnosticRecord[], news: readonly DiagnosticRecord[]) => Promise<void>;
}

/** Opens the reporters that the command line names; by default human, and under GitHub Actions its annotations too. */
export function openReporters(shell: Shell, requested: readonly ReporterChoice[]): Reporters {
  const onGithub = shell.env['GITHUB_ACTIONS'] === 'true';
  const chosen: readonly ReporterChoice[] =
    requested.length > 0 ? requested : [{ name: 'human' }, ...(onGithub ? [{ name: 'github' } as const] : [])];
  const toFiles = chosen.flatMap(({ name, file }) => (file === undefined ? [] : [{ name, file }]));
  const isOnStream = (requestedName: ReporterChoice['name']): boolean =>
    chosen.some(({ name, file }) => name === requestedName && file === undefined);
  return {
    isHumanOn: isOnStream('human'),
    hasOthers: toFiles.length > 0 || isOnStream('github'),
    report: async (all, news) => {
      const withRepositoryPaths = (records: readonly DiagnosticRecord[]): readonly DiagnosticRecord[] =>
        records.map((record) => relativeToRepository(shell, record));
      for (const { name, file } of toFiles)
        await writeReport(shell, file, await reporterText(name, withRepositoryPaths(all)));
      if (news.length > 0 && isOnStream('github')) await annotate(shell, withRepositoryPaths(news));
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
  const folder = openOutputFolder({ folder: dirname(path), name: dirname(file), isNamedByUser: true });
  const written = await folder.write(basename(path), new TextEncoder().encode(text));
  if (!written.ok) throw new UsageError(`the report ${quoted(file)} could not be written: ${written.reason}`);
}

/**
 * Annotations are workflow commands of GitHub Actions, which the runner reads from standard output or standard error.
 * The job summary is a file, which GITHUB_STEP_SUMMARY names.
 */
async function annotate(shell: Shell, records: readonly DiagnosticRecord[]): Promise<void> {
  const { githubAnnotations, githubSummary } = await import('../report/reporters/github.ts');
  await shell.err(githubAnnotations(records));
  const summary = shell.env['GITHUB_STEP_SUMMARY'];
  if (summary !== undefined && summary !== '') appendFileSync(summary, githubSummary(records));
}

/** The record with paths relative to the repository's root, from which CI services resolve them. */
function relativeToRepository({ cwd, env }: Shell, record: DiagnosticRecord): DiagnosticRecord {
  const root = env['GITHUB_WORKSPACE'] ?? env['CI_PROJECT_DIR'] ?? cwd;
  const relocated = (file: string): string => relative(root, resolve(cwd, file)).split(sep).join('/');
  return {
    ...record,
    file: relocated(record.file),
    related: record.related.map((location) => ({ ...location, file: relocated(location.file) })),
  };
}
