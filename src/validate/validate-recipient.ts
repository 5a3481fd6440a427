import * as v from 'valibot';
import type { Campaign } from '../model/campaign.ts';
import { type Data, dataAt, keySpanAt, spanAt } from '../model/data.ts';
import { type Day, periodStatus } from '../model/date.ts';
import { type Diagnostic, fault, warning } from '../model/diagnostic.ts';
import type { Language, Localised } from '../model/language.ts';
import { fromProfile, say } from '../model/message.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import type { Channel, Holder, Recipient, Skip } from '../model/recipient.ts';
import type { Addressing } from '../model/selection.ts';
import { decode } from './decode.ts';
import { languagesFor } from './editions.ts';
import {
  strictMapping,
  id,
  chronological,
  language,
  lineOfText,
  listOf,
  localised,
  mailAddress,
  name,
  oneOf,
  periodEntries,
  nonEmptyListOf,
  stateCode,
  verified,
} from './value-schemas.ts';
import { didYouMean } from './hints.ts';

/** Returns the `id` of a profile that may be invalid, so that recipients can be filtered by id before validation. */
export function profileId(data: Data): string | undefined {
  const id = dataAt(data, ['id']);
  return id?.kind === 'scalar' && id.text !== '' ? id.text : undefined;
}

/**
 * Returns the faults of a profile that can be found without the campaign, for when the campaign itself is invalid. With
 * `date`, also checks that the holder is in office on that day.
 */
export function profileFaults(data: Data, date?: Day): readonly Diagnostic[] {
  const { value: profile, faults } = decode(profileSchema, data, 'profile');
  if (profile === undefined || date === undefined) return faults;
  return [...faults, ...holderIsInOffice(buildRecipient(profile, data), data, date)];
}

/**
 * Validates a profile by itself and against the campaign: its names are declared, it is valid on the letter's date, and
 * it has the texts that the letter prints. Returns one outcome for each edition that the recipient gets.
 */
export function validateProfile(data: Data, campaign: Campaign): readonly Outcome<Addressing>[] {
  const { value: profile, faults } = decode(profileSchema, data, 'profile');
  if (profile === undefined) return [failure(...faults)];
  const recipient = buildRecipient(profile, data);
  const state = recipient.state === undefined ? undefined : campaign.register.states.get(recipient.state);
  const recipientDiagnostics = [
    ...[rolesExist, stateExists, countryIsLast].flatMap((rule) => rule(recipient, data, campaign)),
    ...holderIsInOffice(recipient, data, campaign.letter.date),
  ];
  return languagesFor(recipient, campaign).map((language) => {
    const editionDiagnostics = [rankHasForm, textsAreInTheLanguage, holderHasForm].flatMap((rule) =>
      rule(recipient, data, campaign, language),
    );
    return settle({ recipient, state, language }, [...faults, ...recipientDiagnostics, ...editionDiagnostics]);
  });
}

function buildRecipient(profile: Profile, data: Data): Recipient {
  const { holder, skip } = profile;
  // In an object literal, V8 takes about ten times as long for new keys after a spread as before it.
  const common: Omit<Recipient, 'holder' | 'skip'> = {
    verified: undefined,
    channels: [],
    copies: [],
    span: data.span,
    ...profile,
    address: profile.address.lines,
  };
  return {
    ...common,
    ...(holder === undefined ? {} : { holder: holderOf(holder, data) }),
    ...(skip === undefined ? {} : { skip: { ...skip, span: spanAt(data, ['skip']) } }),
  };
}

/** Returns the holder with its span, without the source of the name, which is not part of the model. */
function holderOf({ source: _source, ...holder }: HolderEntry, data: Data): Holder {
  return { ...holder, span: spanAt(data, ['holder']) };
}

/** A rule that applies once for each recipient. */
type RuleForRecipient = (recipient: Recipient, data: Data, campaign: Campaign) => readonly Diagnostic[];

/** A rule that applies once for each edition that a recipient gets. */
type RuleForEdition = (...about: [...Parameters<RuleForRecipient>, language: Language]) => readonly Diagnostic[];

const rolesExist: RuleForRecipient = ({ roles }, data, { register }) =>
  roles.flatMap((role, index) => {
    if (register.roles.has(role)) return [];
    const hint = didYouMean(role, register.roles.keys(), say`declare it under roles in recipients/groups.yaml`);
    const message = say`${fromProfile(role)} is not a role`;
    return fault('profile/unknown-name', spanAt(data, ['roles', index]), message, { hint });
  });

const stateExists: RuleForRecipient = ({ state }, data, { register }) => {
  if (state === undefined || register.states.has(state)) return [];
  const message = say`${fromProfile(state)} is not a State of this campaign`;
  const hint = say`add it to recipients/states.yaml`;
  return [fault('profile/unknown-name', spanAt(data, ['state']), message, { hint })];
};

/** International mail is sorted by the last address line, the country in capitals (Universal Postal Union, S42). */
const countryIsLast: RuleForRecipient = ({ address }, data) => {
  const last = address.at(-1) ?? '';
  if (last === last.toUpperCase()) return [];
  const message = say`the last line of the address, ${fromProfile(last)}, is not in capitals, as a country is`;
  const hint = say`end the address with the name of the country, in capitals`;
  return [warning('data/wrong-value', spanAt(data, ['address', 'lines', address.length - 1]), message, { hint })];
};

const rankHasForm: RuleForEdition = ({ office }, data, campaign, language) => {
  const forms = campaign.forms[language];
  if (forms === undefined || forms.ranks.has(office.rank)) return [];
  const message = say`the rank ${fromProfile(office.rank)} has no form of address in ${language}`;
  const hint = didYouMean(office.rank, forms.ranks.keys(), say`add it to ${forms.file}`);
  return [fault('profile/no-form', spanAt(data, ['office', 'rank']), message, { hint })];
};

/** The office title and the copy lines, which have no fallback in the forms of address, have a text in the language. */
const textsAreInTheLanguage: RuleForEdition = ({ office, copies }, data, _campaign, language) => {
  const texts = [
    { path: ['office', 'title'], text: office.title },
    ...copies.map((text, index) => ({ path: ['copies', index], text })),
  ];
  const message = say`there is no ${language} text here, and this letter is in it`;
  const hint = say`add ${language} with its text`;
  return texts
    .filter(({ text }) => !Object.hasOwn(text, language))
    .map(({ path }) => fault('data/missing-key', keySpanAt(data, path), message, { hint }));
};

/** The holder is in office on the letter's date, so that a letter never names a former or future holder. */
function holderIsInOffice({ holder, skip }: Recipient, data: Data, date: Day): readonly Diagnostic[] {
  if (holder === undefined || periodStatus(holder, date) === 'current') return [];
  if (skip !== undefined && periodStatus(skip, date) === 'current') return [];
  const isOver = periodStatus(holder, date) === 'over';
  const span = spanAt(data, ['holder', isOver ? 'until' : 'since']);
  const message = isOver
    ? say`${fromProfile(holder.name)} held this office until ${fromProfile(holder.until ?? '')}; the letter is dated ${date}`
    : say`${fromProfile(holder.name)} holds this office from ${fromProfile(holder.since ?? '')} on; the letter is dated ${date}`;
  const hint = say`write who held it on that day, or leave holder out: the letter is correct without a name`;
  return [fault('profile/expired-holder', span, message, { hint })];
}

/** The rank has a form for the holder's gender. The fallback, the form for unknown holders, does not use the name. */
const holderHasForm: RuleForEdition = ({ office, holder, envelope, skip }, data, campaign, language) => {
  if (holder === undefined) return [];
  if (skip !== undefined && periodStatus(skip, campaign.letter.date) === 'current') return [];
  const forms = campaign.forms[language];
  const rank = forms?.ranks.get(office.rank);
  if (forms === undefined || rank === undefined || rank[holder.gender] !== undefined) return [];
  if (envelope?.[language] !== undefined) return [];
  const message = say`the letter will not name ${fromProfile(holder.name)}: the rank ${fromProfile(office.rank)} has only the form for unknown holders in ${language}`;
  const hint = say`add ${holder.gender} to the rank in ${forms.file}, or give the profile an envelope of its own`;
  return [warning('profile/no-form', spanAt(data, ['holder']), message, { hint })];
};

/** The holder of an office as in the YAML file, with the source of the name, which is never printed. */
interface HolderEntry extends Omit<Holder, 'span'> {
  readonly source?: string;
}

/** A profile as in the YAML file. */
interface Profile extends Omit<Recipient, 'address' | 'channels' | 'copies' | 'holder' | 'skip' | 'span' | 'verified'> {
  readonly holder?: HolderEntry;
  readonly address: { readonly lines: readonly string[] };
  readonly channels?: readonly Channel[];
  readonly copies?: readonly Localised[];
  /** The day on which a person checked the profile; undefined if it is `false` or omitted. */
  readonly verified?: Day | undefined;
  readonly skip?: Omit<Skip, 'span'>;
}

const holder: v.GenericSchema<unknown, HolderEntry> = chronological(
  strictMapping({
    name: lineOfText,
    honorific: v.exactOptional(lineOfText),
    gender: oneOf(['f', 'm', 'unknown']),
    ...periodEntries,
    source: v.exactOptional(lineOfText),
  }),
);

/** The schema of one profile. */
export const profileSchema: v.GenericSchema<unknown, Profile> = strictMapping({
  id,
  roles: nonEmptyListOf(name),
  state: v.exactOptional(stateCode),
  languages: nonEmptyListOf(language),
  office: strictMapping({ title: localised, rank: name }),
  holder: v.exactOptional(holder),
  envelope: v.exactOptional(localised),
  salutation: v.exactOptional(localised),
  close: v.exactOptional(localised),
  address: strictMapping({ lines: nonEmptyListOf(lineOfText) }),
  channels: v.exactOptional(listOf(strictMapping({ email: mailAddress, purpose: lineOfText, source: lineOfText }))),
  copies: v.exactOptional(listOf(localised)),
  source: lineOfText,
  verified: v.exactOptional(verified),
  skip: v.exactOptional(chronological(strictMapping({ reason: lineOfText, ...periodEntries }))),
});
