import { approverFunctionsFor } from '../../clearance/clearance.ts';
import { type Approvable, listApprovables } from '../../clearance/approvable.ts';
import type { LettersOptions } from '../../cli/options.ts';
import { openSession } from '../../cli/session.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import type { LetterSettings } from '../../model/campaign.ts';
import { isFault } from '../../model/diagnostic.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { formatCount } from '../../report/format-count.ts';
import { neutralise, printableLines, quote } from '../../report/neutralise.ts';
import { approve, findUnknownName, formatApprovals, readBack, readCampaign, selectApprovables } from './approve.ts';

/** The options of `demarche approve`. */
interface ApproveOptions extends LettersOptions {
  readonly as: string;
  readonly by?: string | undefined;
}

/**
 * `demarche approve`: records in `approvals.yaml` that these are approved in their current version. The campaign is
 * read while the file is locked, so that approvals that others record at the same time are kept. Throws a UsageError,
 * and writes nothing, if not exactly one letter is selected, if a name is unknown, if something in its language is not
 * approved in the function (the approver's capacity) that `--as` names, or if the name of `--by` cannot be recorded.
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
  let approvedCount: number | undefined;
  const result = await session.world.changeRecordFile(letter, 'approvals.yaml', async () => {
    const outcome = await readCampaign(session.world, session.jobFor(letter, { formats: [], attachSource: false }));
    await session.reportDiagnostics(outcome.diagnostics);
    if (!outcome.ok) return undefined;
    const campaign = outcome.value;
    const approvables = listApprovables(campaign);
    const unknownName = findUnknownName(approvables, names);
    if (unknownName !== undefined) throw unknownTextError([...approvables.keys()], unknownName);
    const selected = selectApprovables(approvables, names);
    requireFunction(campaign.letter, selected, options.as);
    const text = formatApprovals(approve(campaign.approvals, selected, options.as, options.by));
    requireReadable(text, options.by);
    approvedCount = selected.length;
    return text;
  });
  const path = session.style.pathOf(`templates/${letter}/approvals.yaml`);
  if (!result.ok) {
    await shell.err(printableLines([`demarche: ${path} could not be written: ${result.reason}`]));
    return EXIT.negative;
  }
  if (approvedCount === undefined) return EXIT.negative;
  const summary = `${formatCount(approvedCount, 'text')} approved as ${options.as}, in ${path}`;
  if (!options.quiet) await shell.err(printableLines([summary]));
  return EXIT.success;
}

function unknownTextError(knownNames: readonly string[], unknownName: string): UsageError {
  const nearest = nearestName(unknownName, knownNames);
  return new UsageError(
    `the letter has no text ${quote(unknownName)}`,
    nearest === undefined
      ? `a text is named by its language and file, as in ${knownNames[0]}; a folder stands for all in it; besides there is ${knownNames.filter((name) => /^(?:forms|plain-forms|languages|signatories|settings)/u.test(name)).join(', ')}`
      : `did you mean ${nearest}?`,
  );
}

/** Throws a UsageError unless all of these can be approved in this function. */
function requireFunction(letter: LetterSettings, approvables: readonly Approvable[], approverFunction: string): void {
  const refused = approvables.find(
    ({ language }) => !approverFunctionsFor(letter, language).includes(approverFunction),
  );
  if (refused === undefined) return;
  throw new UsageError(
    `${neutralise(refused.name)} is not approved as ${quote(approverFunction)}`,
    `there is: ${approverFunctionsFor(letter, refused.language).join(', ')}`,
  );
}

/** Throws a UsageError if the text of the file would be refused when it is read, because of the approver's name. */
function requireReadable(text: string, approverName: string | undefined): void {
  const { isTooLarge, faults } = readBack(text);
  if (isTooLarge) throw new UsageError('approvals.yaml would have more than the 1 MB that a file may have');
  if (!faults.some(isFault)) return;
  if (approverName === undefined) throw new Error('the approvals that were written cannot be read');
  throw new UsageError(
    `--by ${quote(approverName.slice(0, MAX_QUOTED_LENGTH))} cannot be recorded`,
    'a name is text on one line, of at most 2000 characters, without control characters and other invisible ones',
  );
}

/** The maximum length of the part of a refused name that a message quotes, in UTF-16 units. */
const MAX_QUOTED_LENGTH = 60;
