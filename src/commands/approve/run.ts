import { approverFunctionsFor, selectableTexts } from '../../clearance/clearance.ts';
import { formatTextId } from '../../clearance/text-hash.ts';
import type { LettersOptions } from '../../cli/options.ts';
import { openSession } from '../../cli/session.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import { formatCount } from '../../report/format-count.ts';
import { neutralise, printableLines, quote } from '../../report/neutralise.ts';
import { formatApprovals, approve, matchesTextName, readCampaign, selectTexts } from './approve.ts';

/** The options of `demarche approve`. */
interface ApproveOptions extends LettersOptions {
  readonly as: string;
  readonly by?: string | undefined;
}

/**
 * `demarche approve`: records in `approvals.yaml` that these texts are approved in their current version. Throws a
 * UsageError if not exactly one letter is selected, if a text is unknown, or if texts in its language are not approved
 * in the function (the approver's capacity) that `--as` names.
 */
export async function run(shell: Shell, names: readonly string[], options: ApproveOptions): Promise<number> {
  const session = await openSession(shell, { ...options, language: 'all' });
  const [letter, ...otherLetters] = session.letters;
  if (letter === undefined || otherLetters.length > 0) {
    throw new UsageError(
      'texts are approved letter by letter',
      `name one with --letter: ${session.letters.join(', ')}`,
    );
  }
  const outcome = await readCampaign(session.world, session.jobFor(letter, { formats: [], attachSource: false }));
  await session.reportDiagnostics(outcome.diagnostics);
  if (!outcome.ok) return EXIT.negative;
  const campaign = outcome.value;
  const usedByLetter = selectableTexts(campaign);
  const unknownName = names.find((name) => !usedByLetter.some((text) => matchesTextName(formatTextId(text), name)));
  if (unknownName !== undefined) {
    throw new UsageError(
      `the letter has no text ${quote(unknownName)}`,
      `a text is named by its language and file, as in ${usedByLetter[0] === undefined ? 'en/body/member' : formatTextId(usedByLetter[0])}; a folder stands for all in it`,
    );
  }
  const texts = selectTexts(campaign, names);
  const approvable = texts.filter(({ language }) =>
    approverFunctionsFor(campaign.letter, language).includes(options.as),
  );
  if (approvable.length < texts.length) {
    const [firstRefused = { language: '', key: '' }] = texts.filter((text) => !approvable.includes(text));
    throw new UsageError(
      `${neutralise(formatTextId(firstRefused))} is not approved as ${quote(options.as)}`,
      `there is: ${approverFunctionsFor(campaign.letter, firstRefused.language).join(', ')}`,
    );
  }
  const writeResult = await session.world.writeApprovals(
    letter,
    formatApprovals(approve(campaign, texts, options.as, options.by)),
  );
  const path = session.style.pathOf(`templates/${letter}/approvals.yaml`);
  if (!writeResult.ok) {
    await shell.err(printableLines([`demarche: ${path} could not be written: ${writeResult.reason}`]));
    return EXIT.negative;
  }
  const summary = `${formatCount(texts.length, 'text')} approved as ${options.as}, in ${path}`;
  if (!options.quiet) await shell.err(printableLines([summary]));
  return EXIT.success;
}
