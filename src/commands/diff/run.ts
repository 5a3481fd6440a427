import { type Diagnostic, withoutRepeats } from '../../model/diagnostic.ts';
import type { LetterDifference } from '../../model/difference.ts';
import type { Selection } from '../../model/selection.ts';
import { type DiffResult, diff, diffBetween } from './diff.ts';
import { differencesMarkdown, differencesText } from './text.ts';
import { counted } from '../../report/summary.ts';
import type { Plan } from '../../pipeline.ts';
import { addressees } from '../../run/addressees.ts';
import { EVERYBODY } from '../../run/filter.ts';
import { filterFrom, requireSomebody } from '../../cli/choose-recipients.ts';
import { openPlans } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import { quoted } from '../../cli/quoted.ts';
import { type Session, openSession } from '../../cli/session.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';

interface DiffOptions extends RecipientsOptions {
  readonly against?: string | undefined;
  readonly between: boolean;
  readonly md: boolean;
}

/** `demarche diff`: the sentences that would change, by word. Exit code 0: none; 1: some. */
export async function runDiff(shell: Shell, ids: readonly string[], options: DiffOptions): Promise<number> {
  if (options.between && ids.length !== 2) {
    throw new UsageError('--between takes two recipients', 'demarche diff --between eu-be eu-fr');
  }
  const session = await openSession(shell, { ...options, output: options.against });
  const filter = filterFrom(ids, options);
  const { plans, diagnostics } = await openPlans(session, ['md']);
  if (plans.length === session.letters.length) await requireSomebody(plans, session, filter);
  const differences: LetterDifference[] = [];
  for (const plan of plans) {
    const results = options.between
      ? between(plan, session, ids)
      : diff(plan, session.profiles, filter, session.world.output);
    for await (const result of results) {
      if (shell.stop.aborted) break;
      if (result.kind === 'failed') diagnostics.push(...result.faults);
      else differences.push(result.difference);
    }
  }
  if (options.between && differences.length === 0 && diagnostics.length === 0) {
    throw new UsageError('both recipients must get the same letter, and these do not', 'demarche explain says why');
  }
  if (differences.length > 0 && differences.every(({ state }) => state === 'new')) {
    throw new UsageError(
      `no letter stands in ${quoted(session.world.output.name)}, so there is nothing to compare with`,
      'demarche generate writes letters; --against names another folder that has some',
    );
  }
  return tell(shell, session, options, differences, withoutRepeats(diagnostics));
}

async function tell(
  shell: Shell,
  session: Session,
  options: DiffOptions,
  differences: readonly LetterDifference[],
  diagnostics: readonly Diagnostic[],
): Promise<number> {
  const different = differences.filter(({ state }) => state !== 'same');
  if (options.json) {
    const records = await session.records(diagnostics);
    await shell.out(`${JSON.stringify({ schemaVersion: 1, differences, diagnostics: records }, null, 2)}\n`);
  } else {
    const text = options.md ? differencesMarkdown(different) : differencesText(different, session.style.paint);
    await shell.out(text);
    await session.reportDiagnostics(diagnostics);
  }
  if (!options.quiet) {
    await shell.err(
      `${counted(differences.length, 'letter')} compared: ${different.length === 0 ? 'none differs' : `${different.length} ${different.length === 1 ? 'differs' : 'differ'}`}\n`,
    );
  }
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  return failed || different.length > 0 ? EXIT.no : EXIT.done;
}

async function* between(plan: Plan, session: Session, ids: readonly string[]): AsyncGenerator<DiffResult> {
  const found = new Map<string, Selection>();
  for await (const addressee of addressees(plan, session.profiles, { ...EVERYBODY, ids })) {
    if (addressee.kind === 'failed') yield addressee;
    else if (addressee.target.kind === 'letter') {
      const { selection } = addressee.target;
      if (!found.has(selection.recipient.id)) found.set(selection.recipient.id, selection);
    }
  }
  const [one, other] = ids.map((id) => found.get(id));
  if (one === undefined || other === undefined) return;
  const compared = await diffBetween(plan, one, other);
  yield compared.ok
    ? { kind: 'compared', difference: compared.value }
    : { kind: 'failed', faults: compared.diagnostics };
}
