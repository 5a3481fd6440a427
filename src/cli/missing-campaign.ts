import { quote } from '../report/neutralise.ts';
import { shellWord } from '../report/shell-word.ts';
import { type CampaignPart, type CampaignSearch, UsageError } from './shell.ts';

/** A folder in which a command found no campaign that it can use. */
interface WithoutCampaign {
  /** The folder as the user can type it. */
  readonly name: string;
  /** Whether the command line names the folder, with `-C`. */
  readonly isNamed: boolean;
  /** The nearest campaign above the folder, as the user can type it; undefined if there is none. */
  readonly above: string | undefined;
  readonly search: Pick<CampaignSearch, 'exists' | 'parts' | 'listBelow'>;
  /** Turns the name of a folder in the folder into a path that the user can type. */
  readonly pathOf: (name: string) => string;
}

/** What belongs into each folder of a campaign, as a hint. */
export const PART_HINTS: Readonly<Record<CampaignPart, string>> = {
  templates:
    'a letter is a folder in templates/ with its letter.yaml and its texts: templates/appeal/letter.yaml, templates/appeal/en/body/appeal.md',
  recipients:
    'write profiles into recipients/, as recipients/people.yaml (demarche schema profiles has the keys), or name a file: --recipients people.csv',
};

/** Creates the error about a folder that has one of the two folders of a campaign. `missing`: the other one. */
export function missingPartError(name: string, missing: CampaignPart): UsageError {
  const present: CampaignPart = missing === 'templates' ? 'recipients' : 'templates';
  return new UsageError(
    `there is no folder ${missing}/ in ${quote(name)}, only ${present}/: a campaign has both`,
    `${PART_HINTS[missing]}; demarche init writes a whole campaign into a new folder`,
  );
}

/** The maximum number of campaigns that a hint lists. */
const MAX_LISTED = 5;

/**
 * Creates the error about a folder without a campaign. It names the first cause that applies: the folder does not
 * exist, it has only one of the two folders of a campaign, a campaign is above or below it, or there is none.
 */
export function missingCampaignError({ name, isNamed, above, search, pathOf }: WithoutCampaign): UsageError {
  if (!search.exists) {
    return new UsageError(
      `there is no folder ${quote(name)}`,
      `demarche init ${shellWord(name)} begins a campaign there`,
    );
  }
  if (search.parts.includes('recipients')) return missingPartError(name, 'templates');
  const place = isNamed ? quote(name) : `${quote(name)} or above it`;
  const message = `there is no campaign in ${place}: a campaign is a folder with templates/ and recipients/`;
  const found = above === undefined ? search.listBelow().slice(0, MAX_LISTED).map(pathOf) : [above];
  if (found.length === 0) {
    return new UsageError(
      message,
      'demarche init begins one in a new folder; if there is one, go to its folder, or name it with -C',
    );
  }
  const relation = above === undefined ? 'below it' : 'above it';
  const options = found.map((folder) => `-C ${shellWord(folder)}`).join(' or ');
  return new UsageError(message, `there ${found.length === 1 ? 'is one' : 'are some'} ${relation}: ${options}`);
}
