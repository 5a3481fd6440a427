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
  fields,
  id,
  chronological,
  language,
  line,
  listOf,
  localised,
  mailAddress,
  name,
  oneOf,
  periodEntries,
  someOf,
  stateCode,
  verified,
} from './value-schemas.ts';
import { didYouMean } from './wording.ts';

/** The id that a profile gives itself, sound or not: enough to tell whether anybody asked for it. */
export function profileId(data: Data): string | undefined {
  const id = dataAt(data, ['id']);
  return id?.kind === 'scalar' && id.text !== '' ? id.text : undefined;
}

/** What is wrong with the profile by itself, whatever the campaign: all that can be said while the campaign is at fault. */
export function profileFaults(data: Data, date?: Day): readonly Diagnostic[] {
  const { value: profile, faults } = decode(profileSchema, data, 'profile');
  if (profile === undefined || date === undefined) return faults;
  return [...faults, ...holderIsInOffice(buildRecipient(profile, data), data, date)];
}

/**
 * Is the profile sound, by itself and in this campaign, on the letter's date, and has it all that the letter prints of
 * it? Asked for each language in which the recipient is written to.
 */
export function validateProfile(data: Data, campaign: Campaign): readonly Outcome<Addressing>[] {
  const { value: profile, faults } = decode(profileSchema, data, 'profile');
  if (profile === undefined) return [failure(...faults)];
  const recipient = buildRecipient(profile, data);
  const state = recipient.state === undefined ? undefined : campaign.register.states.get(recipient.state);
  const ofRecipient = [
    ...[rolesExist, stateExists, countryIsLast].flatMap((rule) => rule(recipient, data, campaign)),
    ...holderIsInOffice(recipient, data, campaign.letter.date),
  ];
  return languagesFor(recipient, campaign).map((language) => {
    const ofEdition = [rankHasForm, textsAreInTheLanguage, holderHasForm].flatMap((rule) =>
      rule(recipient, data, campaign, language),
    );
    return settle({ recipient, state, language }, [...faults, ...ofRecipient, ...ofEdition]);
  });
}

function buildRecipient(profile: Profile, data: Data): Recipient {
  const { holder, skip } = profile;
  // New keys behind a spread cost the engine ten times as much as in front of it.
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

function holderOf({ source: _source, ...holder }: HolderEntry, data: Data): Holder {
  return { ...holder, span: spanAt(data, ['holder']) };
}

type RuleForRecipient = (recipient: Recipient, data: Data, campaign: Campaign) => readonly Diagnostic[];

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

/** Abroad a letter is sorted by its last line, which is the country in capitals (Universal Postal Union, S42). */
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

/** Texts that are printed, and for which no form of address stands in, are there in the language of the letter. */
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

/** A name never stands in a letter that is dated before or after its holder's time. */
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

/** Without a form for the holder's gender the one for unknown holders serves, which names nobody. */
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

/** The holder of an office as the file has it, with the source of the name, which is never printed. */
interface HolderEntry extends Omit<Holder, 'span'> {
  readonly source?: string;
}

/** A recipient as the file has it. */
interface Profile extends Omit<Recipient, 'address' | 'channels' | 'copies' | 'holder' | 'skip' | 'span' | 'verified'> {
  readonly holder?: HolderEntry;
  readonly address: { readonly lines: readonly string[] };
  readonly channels?: readonly Channel[];
  readonly copies?: readonly Localised[];
  /** Undefined: nobody checked it. Left out means the same as `false`. */
  readonly verified?: Day | undefined;
  readonly skip?: Omit<Skip, 'span'>;
}

const holder: v.GenericSchema<unknown, HolderEntry> = chronological(
  fields({
    name: line,
    honorific: v.exactOptional(line),
    gender: oneOf(['f', 'm', 'unknown']),
    ...periodEntries,
    source: v.exactOptional(line),
  }),
);

/** The schema of a profile. */
export const profileSchema: v.GenericSchema<unknown, Profile> = fields({
  id,
  roles: someOf(name),
  state: v.exactOptional(stateCode),
  languages: someOf(language),
  office: fields({ title: localised, rank: name }),
  holder: v.exactOptional(holder),
  envelope: v.exactOptional(localised),
  salutation: v.exactOptional(localised),
  close: v.exactOptional(localised),
  address: fields({ lines: someOf(line) }),
  channels: v.exactOptional(listOf(fields({ email: mailAddress, purpose: line, source: line }))),
  copies: v.exactOptional(listOf(localised)),
  source: line,
  verified: v.exactOptional(verified),
  skip: v.exactOptional(chronological(fields({ reason: line, ...periodEntries }))),
});
