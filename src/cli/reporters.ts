import { appendFileSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { DiagnosticRecord } from '../report/diagnostic-records.ts';
import { quote } from '../report/neutralise.ts';
import { plain } from '../report/paint.ts';
import type { ReporterChoice } from './options.ts';
import { openOutputFolder } from './output-folder.ts';
import { TOOL_VERSION } from './package.ts';
import { type Shell, UsageError } from './shell.ts';

/** The reporters of a command: text for people, annotations for GitHub, files for other programs. */
export interface Reporters {
  /** Whether diagnostics are printed for people, on standard error. */
  readonly hasHumanReporter: boolean;
  /** Whether there is a reporter other than that for people on standard error. */
  readonly hasOtherReporters: boolean;
  /**
   * Passes records to the reporters other than that for people. `allRecords`: the records of the whole command so far,
   * which replace the content of report files, even if there are none. `newRecords`: the records that are new since the
   * last call, which are annotated on GitHub.
   */
  readonly report: (allRecords: readonly DiagnosticRecord[], newRecords: readonly DiagnosticRecord[]) => Promise<void>;
}

/** Creates the reporters that the command line names. The default is human, and in GitHub Actions also github. */
export function createReporters(shell: Shell, requested: readonly ReporterChoice[]): Reporters {
  const isOnGithub = shell.env['GITHUB_ACTIONS'] === 'true';
  const chosen: readonly ReporterChoice[] =
    requested.length > 0 ? requested : [{ name: 'human' }, ...(isOnGithub ? [{ name: 'github' } as const] : [])];
  const fileReporters = chosen.flatMap(({ name, file }) => (file === undefined ? [] : [{ name, file }]));
  const isChosenWithoutFile = (requestedName: ReporterChoice['name']): boolean =>
    chosen.some(({ name, file }) => name === requestedName && file === undefined);
  return {
    hasHumanReporter: isChosenWithoutFile('human'),
    hasOtherReporters: fileReporters.length > 0 || isChosenWithoutFile('github'),
    report: async (allRecords, newRecords) => {
      const withRepositoryPaths = (records: readonly DiagnosticRecord[]): readonly DiagnosticRecord[] =>
        records.map((record) => relocateRecord(shell, record));
      for (const { name, file } of fileReporters)
        await writeReport(shell, { name, file }, await formatReport(name, withRepositoryPaths(allRecords)));
      if (newRecords.length > 0 && isChosenWithoutFile('github'))
        await annotate(shell, withRepositoryPaths(newRecords));
    },
  };
}

async function formatReport(name: ReporterChoice['name'], records: readonly DiagnosticRecord[]): Promise<string> {
  switch (name) {
    case 'human':
      return (await import('../report/diagnostics.ts')).diagnosticsText(records, plain);
    case 'github':
      return (await import('../report/reporters/github.ts')).githubAnnotations(records);
    case 'sarif':
      return (await import('../report/reporters/sarif.ts')).sarifLog(records, TOOL_VERSION);
    case 'junit':
      return (await import('../report/reporters/junit.ts')).junitXml(records);
  }
}

/** The beginnings of reports, by which an earlier report is recognised. An empty file may be replaced as well. */
const REPORT_BEGINNINGS: Readonly<Record<ReporterChoice['name'], RegExp>> = {
  human: /^(?:error|warning)\[/u,
  github: /^::(?:error|warning) file=/u,
  sarif: /^\{\s*"\$schema": "[^"]*sarif[^"]*",[^{]*\{\s*"tool": \{\s*"driver": \{\s*"name": "demarche"/u,
  junit: /^<\?xml [^>]*>\s*<testsuites name="demarche" /u,
};

/** Writes a report. Throws a UsageError if it cannot be written, or if a file is there that is not an earlier report. */
async function writeReport(shell: Shell, { name, file }: Required<ReporterChoice>, text: string): Promise<void> {
  const path = resolve(shell.cwd, file);
  const folder = openOutputFolder({ folder: dirname(path), name: dirname(file), isNamedByUser: true });
  const existingFile = await folder.read(basename(path));
  if (existingFile === 'in-the-way') {
    const failure = folder.whyUnreadable?.(basename(path));
    throw new UsageError(
      `the report ${quote(file)} could not be written: ${failure ?? 'something that is not a plain file is there'}`,
      failure === undefined ? 'name another file; nothing is written through links' : undefined,
    );
  }
  if (existingFile !== undefined && existingFile.length > 0) {
    if (!REPORT_BEGINNINGS[name].test(new TextDecoder().decode(existingFile))) {
      throw new UsageError(
        `${quote(file)} is not an earlier report, and was left as it is`,
        'name another file for the report, or move this one away',
      );
    }
  }
  const result = await folder.write(basename(path), new TextEncoder().encode(text));
  if (!result.ok) throw new UsageError(`the report ${quote(file)} could not be written: ${result.reason}`);
}

/**
 * Annotates the records on GitHub and appends them to the job summary. Annotations are workflow commands of GitHub
 * Actions, which the runner reads from standard error. The summary is the file that GITHUB_STEP_SUMMARY names.
 */
async function annotate(shell: Shell, records: readonly DiagnosticRecord[]): Promise<void> {
  const { githubAnnotations, githubSummary } = await import('../report/reporters/github.ts');
  await shell.err(githubAnnotations(records));
  const summaryPath = shell.env['GITHUB_STEP_SUMMARY'];
  if (summaryPath !== undefined && summaryPath !== '') appendFileSync(summaryPath, githubSummary(records));
}

/** Returns the record with paths relative to the repository's root, as CI services expect them. */
function relocateRecord({ cwd, env }: Shell, record: DiagnosticRecord): DiagnosticRecord {
  const root = env['GITHUB_WORKSPACE'] ?? env['CI_PROJECT_DIR'] ?? cwd;
  const relativeToRoot = (file: string): string => relative(root, resolve(cwd, file)).split(sep).join('/');
  return {
    ...record,
    file: relativeToRoot(record.file),
    related: record.related.map((location) => ({ ...location, file: relativeToRoot(location.file) })),
  };
}
