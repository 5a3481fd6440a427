import { openOverview } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import type { Session } from '../../cli/session.ts';
import { type Shell, UsageError } from '../../cli/shell.ts';
import { appendAll } from '../../model/append-all.ts';
import { FORMATS, type Format } from '../../model/artifact.ts';
import { removeRepeats } from '../../model/diagnostic.ts';
import type { Job, PdfOptions } from '../../model/job.ts';
import { quote } from '../../report/neutralise.ts';
import { findWrittenLetters } from '../../run/written-letters.ts';
import { type LetterDifference, diff, diffBetween } from './diff.ts';
import { diffSummary, differencesMarkdown, differencesText } from './text.ts';

/** The options of `demarche diff`. */
interface DiffOptions extends RecipientsOptions, PdfOptions {
  readonly against?: string | undefined;
  readonly between: boolean;
  readonly md: boolean;
}

/** `demarche diff`: prints a word diff of each sentence that would change. Resolves to exit code 1 if there is one. */
export async function run(shell: Shell, ids: readonly string[], options: DiffOptions): Promise<number> {
  if (options.between && ids.length !== 2) {
    throw new UsageError('--between takes two recipients', 'demarche diff --between eu-be eu-fr');
  }
  if (options.output !== undefined && options.against !== undefined) {
    throw new UsageError('-o and --against both name the folder to compare with', 'leave one of them out');
  }
  const output = options.output ?? options.against;
  const overview = await openOverview(shell, ids, { ...options, output }, (session) =>
    options.between ? Promise.resolve(['md']) : findFormats(session),
  );
  const { session, filter, plans, diagnostics } = overview;
  const { profiles, world } = session;
  const differences: LetterDifference[] = [];
  for (const plan of plans) {
    const results = options.between ? diffBetween(plan, profiles, ids) : diff(plan, profiles, filter, world.output);
    for await (const result of results) {
      if (session.stop.aborted) break;
      appendAll(diagnostics, result.diagnostics);
      if (result.ok) differences.push(result.value);
    }
  }
  if (options.between && differences.length === 0 && diagnostics.length === 0) {
    throw new UsageError('both recipients must get the same letter, and these do not', 'demarche explain says why');
  }
  if (differences.length > 0 && differences.every(({ state }) => state === 'new')) {
    throw new UsageError(
      `there is no Markdown of a letter in ${quote(world.output.name)}, so there are no sentences to compare with`,
      'demarche generate writes it, unless --to leaves it out; -o names another folder that has some',
    );
  }
  const differingLetters = differences.filter(({ state }) => state !== 'same');
  return session.printResult({
    fields: { differences },
    text: () =>
      options.md ? differencesMarkdown(differingLetters) : differencesText(differingLetters, session.style.paint),
    diagnostics: removeRepeats(diagnostics),
    summary: diffSummary(differences.length, differingLetters.length),
    isNegative: differingLetters.length > 0,
  });
}

/** Returns the formats to compare: Markdown, and each other format of which a file is in the folder. */
async function findFormats({ world, letters }: Session): Promise<Job['formats']> {
  const keptFormats = new Set<Format>(['md']);
  for (const letter of letters) {
    const written = await findWrittenLetters(world.output, letter, new Map());
    for (const format of written.keptFormats) keptFormats.add(format);
  }
  return FORMATS.filter((format) => keptFormats.has(format));
}
