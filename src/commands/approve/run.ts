import { approverFunctionsFor, selectableTexts } from '../../clearance/clearance.ts';
import { textIdString } from '../../clearance/text-hash.ts';
import type { LettersOptions } from '../../cli/options.ts';
import { openSession } from '../../cli/session.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import { counted } from '../../report/counted.ts';
import { neutralise, quoted } from '../../report/neutralise.ts';
import { approvalsFile, approve, matchesTextName, readCampaign, selectTexts } from './approve.ts';

interface ApproveOptions extends LettersOptions {
  readonly as: string;
  readonly by?: string | undefined;
}

/**
 * `demarche approve`: records in `approvals.yaml` that these texts are approved in their current version. Usage errors:
 * not exactly one letter, an unknown text, a function that does not approve texts of that language.
 */
export async function run(shell: Shell, names: readonly string[], options: ApproveOptions): Promise<number> {
  const session = await openSession(shell, { ...options, language: 'all' });
  const [letter, ...others] = session.letters;
  if (letter === undefined || others.length > 0) {
    throw new UsageError(
      'texts are approved letter by letter',
      `name one with --letter: ${session.letters.join(', ')}`,
    );
  }
  const read = await readCampaign(session.world, session.job(letter, { formats: [], attachSource: false }));
  await session.reportDiagnostics(read.diagnostics);
  if (!read.ok) return EXIT.no;
  const campaign = read.value;
  const usedByLetter = selectableTexts(campaign);
  const unknown = names.find((name) => !usedByLetter.some((text) => matchesTextName(textIdString(text), name)));
  if (unknown !== undefined) {
    throw new UsageError(
      `the letter has no text ${quoted(unknown)}`,
      `a text is named by its language and file, as in ${usedByLetter[0] === undefined ? 'en/body/member' : textIdString(usedByLetter[0])}; a folder stands for all in it`,
    );
  }
  const texts = selectTexts(campaign, names);
  const approvable = texts.filter(({ language }) =>
    approverFunctionsFor(campaign.letter, language).includes(options.as),
  );
  if (approvable.length < texts.length) {
    const [first = { language: '', key: '' }] = texts.filter((text) => !approvable.includes(text));
    throw new UsageError(
      `${neutralise(textIdString(first))} is not approved as ${quoted(options.as)}`,
      `there is: ${approverFunctionsFor(campaign.letter, first.language).join(', ')}`,
    );
  }
  const written = await session.world.writeApprovals(
    letter,
    approvalsFile(approve(campaign, texts, options.as, options.by)),
  );
  const path = session.style.pathOf(`templates/${letter}/approvals.yaml`);
  if (!written.ok) {
    await shell.err(`demarche: ${path} could not be written: ${written.reason}\n`);
    return EXIT.no;
  }
  if (!options.quiet) await shell.err(`${counted(texts.length, 'text')} approved as ${options.as}, in ${path}\n`);
  return EXIT.done;
}
