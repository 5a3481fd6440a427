import { announceCampaign } from '../../cli/open-campaign.ts';
import type { LettersOptions } from '../../cli/options.ts';
import { EXIT, type Shell, Stopped, UsageError, unknownNameError } from '../../cli/shell.ts';
import type { ServedSite } from '../../cli/site.ts';
import { coversLanguage } from '../../model/language.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { SCHEMA_VERSION, jsonText } from '../../report/json-document.ts';
import { neutralise, quote } from '../../report/neutralise.ts';
import type { Preview } from './preview.ts';
import { type StartedPreview, startPreview } from './run-engine.ts';
import { createPreviewSite } from './run-site.ts';

type PreviewOptions = LettersOptions & { readonly port: number; readonly open: boolean };

/** `demarche preview`: shows letters in a browser until a signal ends it, or the campaign is deleted. */
export async function run(shell: Shell, id: string | undefined, options: PreviewOptions): Promise<number> {
  if (options.reporter.length > 0) {
    throw new UsageError(
      'preview shows faults in its page, and has no --reporter',
      'for reports, run demarche validate',
    );
  }
  const started = await startPreview(shell, { ...options, role: [], group: [], state: [], field: [] });
  try {
    return await show(shell, started, id, options);
  } finally {
    started.preview.close();
  }
}

async function show(
  shell: Shell,
  { preview, folder }: StartedPreview,
  id: string | undefined,
  options: PreviewOptions,
): Promise<number> {
  await announceCampaign(shell, folder, options);
  await requireStartable(preview, id, options);
  if (shell.stop.aborted) throw new Stopped();
  const { letter: letters, language: languages = [], port } = options;
  const start = { id: id ?? null, letter: letters.length === 1 ? (letters[0] ?? null) : null, languages };
  const served = await shell.serve(createPreviewSite(preview, start), port);
  let reason = 'it was stopped in its terminal';
  try {
    await announce(shell, served, options);
    const ended = await Promise.race([preview.ended, stopped(shell), served.failed]);
    if (ended === undefined) return EXIT.success;
    reason = ended;
    await shell.err(`demarche: ${neutralise(ended)}\n`);
    return EXIT.negative;
  } finally {
    await served.close(reason);
  }
}

/**
 * Throws a UsageError if the command line cannot be followed: a letter, an edition or the recipient does not exist.
 * Faults of files are not looked at: the page shows them, and what is missing may be in a file with a fault.
 */
async function requireStartable(preview: Preview, id: string | undefined, options: PreviewOptions): Promise<void> {
  const { recipients, diagnostics } = await preview.overview();
  const refusal = diagnostics.find(({ code }) => code === 'campaign');
  if (refusal !== undefined) throw new UsageError(refusal.message, refusal.hint ?? undefined);
  if (diagnostics.some(({ severity }) => severity === 'fault')) return;
  const languages = [...new Set(recipients.flatMap((recipient) => recipient.languages))];
  const named = options.language === 'all' ? [] : (options.language ?? []);
  const unknown = named.filter((language) => !languages.some((known) => coversLanguage(known, language)));
  // If no recipient has a letter in one of these languages, the others are not listed.
  if (unknown.length > 0 && languages.length === 0)
    throw new UsageError(
      `there is no edition in ${unknown.map(quote).join(', ')}`,
      'languages: in letter.yaml lists the editions',
    );
  if (unknown.length > 0) throw unknownNameError('edition in', unknown, languages);
  const ids = [...new Set(recipients.map((recipient) => recipient.id))];
  if (id === undefined || ids.includes(id)) return;
  const suggestion = nearestName(id, ids);
  const list = 'demarche list shows all recipients and their ids';
  throw new UsageError(
    `there is no recipient ${quote(id)}`,
    suggestion === undefined ? list : `did you mean ${quote(suggestion)}? ${list}`,
  );
}

/** Prints the address, which is the result of the command, and opens it if that is asked for. */
async function announce(
  shell: Shell,
  { address, port }: ServedSite,
  { port: asked, json, quiet, open }: PreviewOptions,
): Promise<void> {
  if (asked !== 0 && port !== asked && !quiet) await shell.err(`port ${asked} is taken; this is ${port}\n`);
  await shell.out(json ? `${jsonText({ schemaVersion: SCHEMA_VERSION, address })}\n` : `${address}\n`);
  if (!quiet) await shell.err('The preview is at this address until Ctrl-C ends it.\n');
  if (open) await shell.openAddress(address, (reason) => void shell.err(`${reason}; open the address by hand\n`));
}

/** Resolves when a signal asks the command to stop. */
function stopped({ stop }: Shell): Promise<undefined> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve(undefined);
    else stop.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
