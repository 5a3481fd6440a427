import { rolesIn } from '../model/condition-leaves.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { Plan } from '../plan.ts';
import { quote } from '../report/neutralise.ts';
import { formatCount } from '../report/format-count.ts';
import { selectAddressees } from '../run/addressees.ts';
import { ALL_RECIPIENTS, type Filter, hasEmptyLists } from '../run/filter.ts';
import { readManifest } from '../run/manifest.ts';
import { profileIds } from '../validate/validate-recipient.ts';
import type { Session } from './session.ts';
import { UsageError } from './shell.ts';

/** The letters and the filter of a command that selected no recipient. */
export interface SelectionRequest {
  readonly plans: readonly Pick<Plan, 'campaign' | 'job'>[];
  readonly filter: Filter;
}

/** Why no recipient is selected or found, and what to do about it. */
interface Cause {
  readonly reason: string;
  readonly hint: string;
}

/**
 * Creates the error about ids that no profile has, after all profiles were iterated. It names the first cause that
 * applies: there are no profiles, the ids were in another file when letters were written, or an id is misspelt.
 */
export async function unknownRecipientError(session: Session, ids: readonly string[]): Promise<UsageError> {
  const message = `there is no recipient ${ids.map(quote).join(', ')}`;
  if (session.profiles.seen().total === 0) {
    const { reason, hint } = noProfiles(session);
    return new UsageError(`${message}: ${reason}`, hint);
  }
  const writtenIds = session.profiles.seen().fileName === undefined ? await idsInManifests(session) : new Set<string>();
  if (ids.every((id) => writtenIds.has(id))) {
    const letters = ids.length === 1 ? 'a letter to that recipient' : 'letters to those recipients';
    return new UsageError(
      `${message} in recipients/, but ${quote(session.world.output.name)} has ${letters}`,
      NAME_FILE,
    );
  }
  const [id, ...otherIds] = ids;
  const suggestion =
    id === undefined || otherIds.length > 0 || !session.canReadAgain
      ? undefined
      : nearestName(id, await profileIds(session.profiles));
  const list = 'demarche list shows all recipients and their ids';
  return new UsageError(message, suggestion === undefined ? list : `did you mean ${quote(suggestion)}? ${list}`);
}

/**
 * Creates the error about a selection without recipients, after all profiles were iterated. It names the first cause
 * that applies: the letters are of recipients from another file, there are no profiles, all of them are skipped, the
 * filter excludes them, or the letter does not go to them.
 */
export async function emptySelectionError(session: Session, { plans, filter }: SelectionRequest): Promise<UsageError> {
  const { total, skipped } = session.profiles.seen();
  const cause =
    (await lettersOfOthers(session)) ??
    (total === 0 ? noProfiles(session) : undefined) ??
    (skipped === total ? allSkipped(total) : undefined) ??
    (await excludedByFilter(session, plans, filter)) ??
    notAddressed(session, plans, filter);
  return new UsageError(`no recipient is selected: ${cause.reason}`, cause.hint);
}

/** What a file of recipients contains, by its extension. Standard input may be a table. */
const TABLE_HINT = 'the first row of a table names its columns, and each further row is a recipient';
const JSON_LINES_HINT = 'each line is a recipient, as a JSON object';
const HINTS_BY_EXTENSION: Readonly<Record<string, string>> = {
  ndjson: JSON_LINES_HINT,
  jsonl: JSON_LINES_HINT,
  yaml: 'each item of its list is a recipient',
  yml: 'each item of its list is a recipient',
};

function noProfiles({ profiles }: Session): Cause {
  const { fileName } = profiles.seen();
  if (fileName !== undefined) {
    return {
      reason: `there is no recipient in ${quote(fileName)}, nor in recipients/`,
      hint: HINTS_BY_EXTENSION[/[^.]*$/u.exec(fileName)?.[0].toLowerCase() ?? ''] ?? TABLE_HINT,
    };
  }
  return {
    reason: 'there are no profiles in recipients/',
    hint: 'write a profile there (demarche schema profiles has the keys), or name a file: --recipients people.csv',
  };
}

function allSkipped(total: number): Cause {
  return {
    reason: total === 1 ? 'the only recipient is skipped' : `all ${total} recipients are skipped`,
    hint: 'skip: in their profiles has the reasons, which demarche list shows',
  };
}

/**
 * Returns the cause if letters of recipients are in the output folder that are not among the profiles, and no file of
 * recipients is named: the earlier run had one.
 */
async function lettersOfOthers(session: Session): Promise<Cause | undefined> {
  if (session.profiles.seen().fileName !== undefined) return undefined;
  const ownIds = new Set(await profileIds(session.profiles));
  const otherIds = new Set([...(await idsInManifests(session))].filter((id) => !ownIds.has(id)));
  const [firstId] = otherIds;
  if (firstId === undefined) return undefined;
  const others =
    otherIds.size === 1 ? `a letter to ${quote(firstId)}, who is` : `letters to ${otherIds.size} recipients who are`;
  return {
    reason: `${quote(session.world.output.name)} has ${others} not in recipients/`,
    hint: NAME_FILE,
  };
}

/** The hint if recipients of an earlier run are missing. */
const NAME_FILE = 'if they were in a file, name it again: --recipients people.csv';

/** Returns the ids of all recipients whose letters are in the output folder, as the manifests of the letters say. */
async function idsInManifests({ world, letters }: Session): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const letter of letters) {
    const manifest = await readManifest(world.output, letter);
    for (const { id } of manifest.ok ? manifest.value.values() : []) ids.add(id);
  }
  return ids;
}

/** Returns the cause if the letters would have recipients without the filter. It names the options of the filter. */
async function excludedByFilter(
  session: Session,
  plans: SelectionRequest['plans'],
  filter: Filter,
): Promise<Cause | undefined> {
  if (hasEmptyLists(filter)) return undefined;
  const { ids, roles, groups, states, fields = {} } = filter;
  const options = [
    ...(ids.length === 0 ? [] : [ids.map(quote).join(' or ')]),
    ...(roles.length === 0 ? [] : [`--role ${roles.map(quote).join(' or ')}`]),
    ...(groups.length === 0 ? [] : [`--group ${groups.map(quote).join(' or ')}`]),
    ...(states.length === 0 ? [] : [`--state ${states.map(quote).join(' or ')}`]),
    ...Object.entries(fields).map(
      ([name, values]) => `--field ${values.map((value) => quote(`${name}=${value}`)).join(' or ')}`,
    ),
  ];
  // Standard input cannot be read again. The options are then the likely cause.
  if (session.canReadAgain && !(await hasAddressee(session, plans, { ...ALL_RECIPIENTS, ids }))) return undefined;
  return {
    reason: `no recipient of the letter fits ${options.join(' and ')}`,
    hint:
      options.length > 1 ? 'a recipient has to fit all of them; demarche list shows all' : 'demarche list shows all',
  };
}

async function hasAddressee(session: Session, plans: SelectionRequest['plans'], filter: Filter): Promise<boolean> {
  for (const plan of plans) {
    for await (const addressee of selectAddressees(plan, session.profiles, filter))
      if (addressee.kind === 'failed' || addressee.target.kind !== 'not-addressed') return true;
  }
  return false;
}

/** The maximum number of roles that a message lists. */
const MAX_LISTED_ROLES = 10;

/** Returns the cause that `to:` of no letter holds for any of the recipients, with the roles that both have. */
function notAddressed({ profiles }: Session, plans: SelectionRequest['plans'], { ids }: Filter): Cause {
  const { total, roles } = profiles.seen();
  const wantedRoles = [...new Set(plans.flatMap(({ campaign }) => rolesIn(campaign.letter.to)))];
  const hint = 'to: in letter.yaml says whom a letter goes to; demarche explain ID compares a recipient with it';
  if (ids.length > 0) return { reason: `the letter does not go to ${ids.map(quote).join(', ')}`, hint };
  if (wantedRoles.length === 0 || roles.some((role) => wantedRoles.includes(role)))
    return { reason: `to: in letter.yaml holds for none of ${formatCount(total, 'recipient')}`, hint };
  const listed = (names: readonly string[]): string =>
    `${names.slice(0, MAX_LISTED_ROLES).map(quote).join(', ')}${names.length > MAX_LISTED_ROLES ? ', …' : ''}`;
  const hadRoles =
    roles.length === 0 ? 'no roles' : `${roles.length === 1 ? 'the role' : 'the roles'} ${listed(roles)}`;
  return { reason: `the letter goes to ${listed(wantedRoles)}, and the recipients have ${hadRoles}`, hint };
}
