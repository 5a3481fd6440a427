import { neutralise } from '../../report/neutralise.ts';
import { shellWord } from '../../report/shell-word.ts';

/** Where a new campaign is, and how the user calls demarche. */
export interface NewCampaign {
  /** The path of its folder from the current one; `.` if it is that. */
  readonly folder: string;
  readonly edit: readonly string[];
  readonly page: string;
  /** `demarche`, or `npx demarche`. */
  readonly program: string;
}

/** How the user calls demarche, as the environment tells. */
export function programOf(env: Readonly<Record<string, string | undefined>>): string {
  return env['npm_command'] === 'exec' ? 'npx demarche' : 'demarche';
}

/** Formats the lines after a campaign was written: what to edit, how to see it, what to run, where the page will be. */
export function nextStepsText({ folder, edit, page, program }: NewCampaign): string {
  const path = (name: string): string => shellWord(folder === '.' ? name : `${folder}/${name}`);
  const campaign = folder === '.' ? '' : ` -C ${shellWord(folder)}`;
  return [
    `edit  ${edit.map(path).join(' ')}`,
    `see   ${program} preview${campaign} --open`,
    `run   ${program} generate${campaign}`,
    `page  ${path(page)}`,
  ]
    .map((line) => `${neutralise(line)}\n`)
    .join('');
}

/** Formats the lines after the file of a language was written: what to edit, and what to run then. */
export function languageStepsText({
  file,
  campaign,
  program,
}: {
  readonly file: string;
  /** The path of the campaign from the current folder. */
  readonly campaign: string;
  readonly program: string;
}): string {
  const isAbove = /^(?:\.|(?:\.\.\/?)+)$/u.test(campaign);
  const option = isAbove ? '' : ` -C ${shellWord(campaign)}`;
  return [`edit  ${shellWord(file)}`, `run   ${program} validate${option}`]
    .map((line) => `${neutralise(line)}\n`)
    .join('');
}
