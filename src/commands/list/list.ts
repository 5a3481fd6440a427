import { renderInsideAddress } from '../../merge/address-words.ts';
import { DERIVED_COLUMNS, type DerivedColumn } from '../../model/list-columns.ts';
import { formatFieldValue } from '../../model/field.ts';
import { type Language, inLanguage } from '../../model/language.ts';
import { type Outcome, mapOutcome } from '../../model/outcome.ts';
import { holderName } from '../../model/recipient.ts';
import type { Target } from '../../model/selection.ts';
import type { Span } from '../../model/span.ts';
import type { Plan } from '../../plan.ts';
import { csvText } from '../../report/csv.ts';
import { tableText } from '../../report/table.ts';
import { explainEnclosures } from '../explain/explain-enclosures.ts';
import type { ExplainedEnclosure } from '../explain/explanation.ts';
import { alignValues } from './align-values.ts';
import { type ProfileCells, profileColumns } from './profile-cells.ts';

/** A recipient as `list` prints it. Office, State and copies are in the language of its letter. */
export interface ListedRecipient {
  readonly id: string;
  readonly letter: string;
  readonly roles: readonly string[];
  /** The ISO 3166-1 alpha-2 code and the short name of the State; null if the recipient belongs to none. */
  readonly state: { readonly code: string; readonly name: string } | null;
  /** The title of the office; null for a person without one. */
  readonly office: string | null;
  readonly holder: string | null;
  /** The lines of the inside address, envelope line first. */
  readonly address: readonly string[];
  readonly language: string;
  /** The demands (what the letter asks for) in its order, each with its numbers in the published letter. */
  readonly demands: readonly { readonly id: string; readonly wording: string; readonly numbers: readonly number[] }[];
  /** What is sent with the letter: its title and, of a file, the path of its copy, relative to the output folder. */
  readonly enclosures: readonly Pick<ExplainedEnclosure, 'id' | 'title' | 'copy'>[];
  readonly copies: readonly string[];
  /** The values of the recipient's fields by name, as the profile has them. */
  readonly fields: Readonly<Record<string, string>>;
  /** The path in the output folder, without the extension of a format; null if no letter is written. */
  readonly file: string | null;
  /** The reason why the recipient is skipped; null if a letter is written. */
  readonly skip: string | null;
  /** The day on which a person checked the profile; null if it is not checked. */
  readonly verified: string | null;
  /** The source of the profile's data, as the profile states it; null if it states none. */
  readonly source: string | null;
  /** The location of the profile: in a table, of the first cell of its row. */
  readonly span: Span;
}

/** Describes one recipient, which gets a letter or is skipped. Returns the faults of its inside address, if any. */
export function listRecipient(
  plan: Plan,
  target: Exclude<Target, { kind: 'not-addressed' }>,
): Outcome<ListedRecipient> {
  const addressing = target.kind === 'letter' ? target.selection : target.addressing;
  const { recipient, state, language } = addressing;
  const { letter } = plan.campaign;
  const { holder } = recipient;
  const demands = target.kind === 'letter' ? target.selection.demands : [];
  const enclosures = target.kind === 'letter' ? explainEnclosures(plan.campaign, target.selection) : [];
  return mapOutcome(renderInsideAddress(plan.campaign, plan.templates, addressing), (address) => ({
    id: recipient.id,
    letter: letter.id,
    roles: recipient.roles,
    state:
      state === undefined ? null : { code: state.code, name: inLanguage(state.names, language)?.short ?? state.code },
    office: (recipient.office && inLanguage(recipient.office.title, language)) ?? null,
    holder: holder === undefined ? null : holderName(holder),
    address,
    language,
    demands: demands.map(({ id, wording, numbers }) => ({ id, wording, numbers })),
    enclosures: enclosures.map(({ id, title, copy }) => ({ id, title, copy })),
    copies: recipient.copies.map(({ name }) => inLanguage(name, language) ?? ''),
    fields: Object.fromEntries([...recipient.fields].map(([name, value]) => [name, formatFieldValue(value)])),
    file: target.kind === 'letter' ? `${letter.id}/${recipient.id}.${language}` : null,
    skip: target.kind === 'skipped' ? target.skip.reason : null,
    verified: typeof recipient.verified === 'string' ? recipient.verified : null,
    source: recipient.source ?? null,
    span: recipient.span,
  }));
}

/** The headings of the table for a terminal. */
const HEADER = ['recipient', 'role', 'State', 'office', 'holder', 'language', 'demands', 'letter'];

/**
 * Formats recipients as a table for a terminal. `isVerbose`: whether it has columns with the inside address and with the
 * location of the profile. `pathOf` turns the name of a file into a path that the user can open.
 */
export function listingText(
  recipients: readonly ListedRecipient[],
  { isVerbose, pathOf }: { readonly isVerbose: boolean; readonly pathOf: (file: string) => string },
): string {
  const rows = recipients.map((recipient) => [
    recipient.id,
    recipient.roles.join(', '),
    recipient.state?.code ?? '',
    recipient.office ?? '',
    recipient.holder ?? '',
    recipient.language,
    recipient.demands.map(({ numbers }) => numbers.join('+')).join(' '),
    recipient.file ?? `skipped: ${recipient.skip ?? ''}`,
    ...(isVerbose ? [recipient.address.join('; '), `${pathOf(recipient.span.file)}:${recipient.span.line}`] : []),
  ]);
  return tableText(isVerbose ? [...HEADER, 'address', 'from'] : HEADER, rows);
}

/** A recipient with the cells of its profile, for a table. */
export interface RecipientRow {
  readonly recipient: ListedRecipient;
  readonly profile: ProfileCells;
}

/** The derived columns of the table. The items of a list are separated by bars, so that each cell is one line. */
const DERIVED_CELLS: Readonly<Record<DerivedColumn, (recipient: ListedRecipient) => string | null | undefined>> = {
  '(letter)': ({ letter }) => letter,
  '(language)': ({ language }) => language,
  '(State)': ({ state }) => state?.name,
  '(office)': ({ office }) => office,
  '(holder)': ({ holder }) => holder,
  '(address)': ({ address }) => address.join(' | '),
  '(demands)': ({ demands }) =>
    demands.map(({ id, wording, numbers }) => `${numbers.join('+')} ${id}/${wording}`).join(' | '),
  '(copies)': ({ copies }) => copies.join(' | '),
  '(file)': ({ file }) => file,
  '(skipped)': ({ skip }) => skip,
};

/**
 * Formats recipients as CSV (RFC 4180): a row for each letter, with the whole profile in the columns that
 * `--recipients` reads, and then what follows from it. The rows of a recipient are side by side. `languages`: those of
 * the letters.
 */
export function listingCsv(listed: readonly RecipientRow[], languages: Iterable<Language>): string {
  const profiles = alignValues(
    listed.map(({ profile }) => profile),
    languages,
  );
  const columns = profileColumns(profiles);
  const rows = listed.map(({ recipient }, index) => ({ recipient, profile: profiles[index] ?? new Map() }));
  const rowsById = new Map<string, RecipientRow[]>();
  for (const row of rows) rowsById.set(row.recipient.id, [...(rowsById.get(row.recipient.id) ?? []), row]);
  return csvText(
    [...columns, ...DERIVED_COLUMNS],
    [...rowsById.values()]
      .flat()
      .map(({ recipient, profile }) => [
        ...columns.map((column) => profile.get(column) ?? ''),
        ...DERIVED_COLUMNS.map((column) => DERIVED_CELLS[column](recipient) ?? ''),
      ]),
  );
}
