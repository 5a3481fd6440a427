import type { Campaign } from '../model/campaign.ts';
import { type Data, type DataPath, dataAt, keySpanAt, spanAt } from '../model/data.ts';
import { type Day, periodStatus } from '../model/date.ts';
import { declarationHint } from '../model/declaration-hint.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { FieldDeclarations, FieldValues } from '../model/field.ts';
import { type Language, inLanguage } from '../model/language.ts';
import { createMeantTest } from '../model/meant.ts';
import { profileEcho, say } from '../model/message.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import type { Holder, Recipient } from '../model/recipient.ts';
import type { Addressing } from '../model/selection.ts';
import { addressDiagnostics } from './address-rules.ts';
import { decode } from './decode.ts';
import { divideLines } from './divide-lines.ts';
import { readFieldValues, untranslatedFieldFaults } from './field-values.ts';
import { editionLanguagesFor } from './editions.ts';
import { otherVariantFaults, unapprovedVariantFaults } from './variant-rules.ts';
import { formFaults } from './form-rules.ts';
import { didYouMeanHint } from './hints.ts';
import { leftoversIn } from './leftover-rules.ts';
import { type HolderEntry, PROFILE_LINES, type Profile, profileSchema } from './profile-schema.ts';

/**
 * Returns the `id` of a profile; undefined if it cannot be read. The profile need not be valid, so that recipients can
 * be filtered by id before validation.
 */
export function profileId(data: Data): string | undefined {
  const id = dataAt(data, ['id']);
  return id?.kind === 'scalar' && id.text !== '' ? id.text : undefined;
}

/** Returns the ids of profiles in their order. What cannot be read is left out. */
export async function profileIds(profiles: AsyncIterable<Outcome<Data>>): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const profile of profiles) {
    const id = profile.ok ? profileId(profile.value) : undefined;
    if (id !== undefined) ids.push(id);
  }
  return ids;
}

/**
 * Returns the faults of a profile that do not depend on the campaign, for use when the campaign itself is invalid. If
 * `date` is given, the holder of the office must be in office on that day.
 */
export function profileFaults(written: Data, date?: Day): readonly Diagnostic[] {
  const data = divideLines(written, PROFILE_LINES);
  const { value: profile, faults } = decode(profileSchema, data, 'profile');
  if (profile === undefined || date === undefined) return faults;
  return [...faults, ...holderPeriodFaults(buildRecipient(profile, data, new Map()), data, date)];
}

/**
 * Validates a profile by itself and against the campaign. The names in it must be declared, its holder must be in
 * office on the letter's date, and it must have each text that the letter prints. Returns one outcome for each edition
 * (letter in one language) that the recipient gets.
 */
export function validateProfile(written: Data, campaign: Campaign): readonly Outcome<Addressing>[] {
  const data = divideLines(written, PROFILE_LINES);
  const { value: profile, faults, texts } = decode(profileSchema, data, 'profile');
  const wording = texts.filter(({ path }) => !isTypedField(path, campaign.fields));
  const leftovers = leftoversIn(wording, createMeantTest(campaign.letter.meant), 'profile');
  if (profile === undefined) return [{ ok: false, diagnostics: [...faults, ...leftovers] }];
  const fields = readFieldValues(data, campaign.fields);
  const recipient = buildRecipient(profile, data, fields.values);
  const state = recipient.state === undefined ? undefined : campaign.register.states.get(recipient.state);
  const recipientDiagnostics = [
    ...[
      unnamedRecipientFaults,
      undeclaredRoleFaults,
      undeclaredStateFaults,
      otherVariantFaults,
      addressDiagnostics,
    ].flatMap((rule) => rule(recipient, data, campaign)),
    ...fields.faults,
    ...holderPeriodFaults(recipient, data, campaign.letter.date),
    ...leftovers,
  ];
  return editionLanguagesFor(recipient, campaign).map((language) => {
    const editionDiagnostics = [unapprovedVariantFaults, formFaults, untranslatedTextFaults, fieldTextFaults].flatMap(
      (rule) => rule(recipient, data, campaign, language),
    );
    return settle({ recipient, state, language }, [...faults, ...recipientDiagnostics, ...editionDiagnostics]);
  });
}

/**
 * Whether a path leads to a field of a type whose values are no free text. They are compared with the type, by which `0`
 * is a number.
 */
function isTypedField([key, name]: DataPath, declarations: FieldDeclarations): boolean {
  if (key !== 'fields') return false;
  const type = declarations.get(String(name))?.type;
  return type !== undefined && type !== 'text' && type !== 'lines';
}

function buildRecipient(profile: Profile, data: Data, fields: FieldValues): Recipient {
  const { holder, skip, ...others } = profile;
  // The defaults are written before `...others`, because V8 takes about ten times as long for new keys after a spread.
  const fieldsWithDefaults: Omit<Recipient, 'holder' | 'skip'> = {
    roles: [],
    languages: [],
    verified: undefined,
    channels: [],
    copies: [],
    span: data.span,
    address: undefined,
    ...others,
    fields,
  };
  return {
    ...fieldsWithDefaults,
    ...(holder === undefined ? {} : { holder: buildHolder(holder, data) }),
    ...(skip === undefined ? {} : { skip: { ...skip, span: spanAt(data, ['skip']) } }),
  };
}

/** Returns the holder of the office with a span. The source of the name is dropped, because letters never print it. */
function buildHolder({ source: _source, ...holder }: HolderEntry, data: Data): Holder {
  return { ...holder, span: spanAt(data, ['holder']) };
}

/** A rule that is applied once for each recipient. */
type RuleForRecipient = (recipient: Recipient, data: Data, campaign: Campaign) => readonly Diagnostic[];

/** A rule that is applied once for each edition that a recipient gets. */
export type RuleForEdition = (...args: [...Parameters<RuleForRecipient>, language: Language]) => readonly Diagnostic[];

/** Returns a fault if a profile says nothing of whom the letter is to, so that its address would begin with a street. */
const unnamedRecipientFaults: RuleForRecipient = ({ office, holder, envelope }, data) => {
  if (office !== undefined || holder !== undefined || envelope !== undefined) return [];
  const message = say`this profile names neither an office nor a person`;
  const hint = say`add ${'holder: { name: … }'}, ${'office: { title: { en: … } }'}, or both`;
  return [fault('data/missing-key', data.span, message, { hint })];
};

/**
 * Returns a fault for each role of the recipient that the register does not declare. A campaign without declarations
 * may use any role: its conditions cannot refer to roles, so that a misspelt one has no effect on letters.
 */
const undeclaredRoleFaults: RuleForRecipient = ({ roles }, data, { register }) =>
  roles.flatMap((role, index) => {
    if (!register.hasDeclarations || register.roles.has(role)) return [];
    const hint = didYouMeanHint(role, register.roles.keys(), declarationHint('role', profileEcho(role)));
    const message = say`${profileEcho(role)} is not a role`;
    return fault('profile/unknown-name', spanAt(data, ['roles', index]), message, { hint });
  });

/** Returns a fault if the register does not declare the recipient's State. */
const undeclaredStateFaults: RuleForRecipient = ({ state }, data, { register }) => {
  if (state === undefined || register.states.has(state)) return [];
  const message = say`${profileEcho(state)} is not a State of this campaign`;
  const hint = declarationHint('State', profileEcho(state));
  return [fault('profile/unknown-name', spanAt(data, ['state']), message, { hint })];
};

/**
 * Returns a fault for each text of the profile that the letter prints and that is not in the language: the office
 * title, the family name, the words of the running head and the lines for copies. The forms of address cannot replace
 * these texts.
 */
const untranslatedTextFaults: RuleForEdition = (recipient, data, _campaign, language) => {
  const { office, holder, envelope, short, copies } = recipient;
  // Without an office and a holder, nothing else says whom the letter is to.
  const isAddressee = office === undefined && holder === undefined;
  const texts = [
    ...(office === undefined ? [] : [{ path: ['office', 'title'], text: office.title }]),
    ...(isAddressee && envelope !== undefined ? [{ path: ['envelope'], text: envelope }] : []),
    ...(short === undefined ? [] : [{ path: ['short'], text: short }]),
    ...(holder?.family === undefined ? [] : [{ path: ['holder', 'family'], text: holder.family }]),
    ...copies.map(({ name: text }, index) => ({
      path: dataAt(data, ['copies', index, 'name']) === undefined ? ['copies', index] : ['copies', index, 'name'],
      text,
    })),
  ];
  const message = say`there is no ${language} text here, and this letter is in it`;
  const hint = say`add ${language} with its text`;
  return texts
    .filter(({ text }) => inLanguage<unknown>(text, language) === undefined)
    .map(({ path }) => fault('data/missing-key', keySpanAt(data, path), message, { hint }));
};

/** Returns a fault for each field that has texts, but none in the language. */
const fieldTextFaults: RuleForEdition = ({ fields }, data, campaign, language) =>
  fields.size === 0 ? [] : untranslatedFieldFaults(fields, data, campaign.fields, language);

/**
 * Returns a fault if the holder is not in office on the letter's date, so that a letter never names a former or future
 * holder. No fault is returned if the recipient is skipped on that day.
 */
function holderPeriodFaults({ holder, skip }: Recipient, data: Data, date: Day): readonly Diagnostic[] {
  if (holder === undefined || periodStatus(holder, date) === 'current') return [];
  if (skip !== undefined && periodStatus(skip, date) === 'current') return [];
  const isOver = periodStatus(holder, date) === 'over';
  const span = spanAt(data, ['holder', isOver ? 'until' : 'since']);
  const message = isOver
    ? say`${profileEcho(holder.name)} held this office until ${profileEcho(holder.until ?? '')}; the letter is dated ${date}`
    : say`${profileEcho(holder.name)} holds this office from ${profileEcho(holder.since ?? '')} on; the letter is dated ${date}`;
  const hint = say`write who held it on that day, or leave holder out: the letter is correct without a name`;
  return [fault('profile/expired-holder', span, message, { hint })];
}
