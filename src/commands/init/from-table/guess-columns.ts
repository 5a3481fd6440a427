import { coversLanguage, type Language } from '../../../model/language.ts';
import { formatCount } from '../../../report/format-count.ts';
import { guessAddress } from './guess-address.ts';
import { type CourtesyGuess, guessCourtesy } from './guess-courtesy.ts';
import { guessIds } from './guess-ids.ts';
import { type ColumnOf, type KnownColumn, type ListValues, columnFinder } from './known-columns.ts';
import { languageOfName } from './language-names.ts';
import { type DraftKeys, type PatternDraft, draftMapping, draftPattern } from './pattern-draft.ts';
import type { TableSurvey } from './survey-table.ts';

/** What is known of the rows of a table, in which columns belong together. */
export interface RowFacts {
  /** Whether rows name neither a person nor a function, but an organisation. */
  readonly hasNameless: boolean;
  /** Whether the column with a name has the names of other columns in it, so that it is a full name. */
  readonly isNameFull: boolean;
}

/** A columns file that was guessed from the names of columns and, for some, from their values. */
export interface ColumnsGuess {
  /** The keys of the columns file for a profile, without its id. */
  readonly profile: DraftKeys;
  /** Patterns of ids, the best first. */
  readonly ids: readonly PatternDraft[];
  /** What a user has to know of a column besides its use, by its name: what its values are taken for. */
  readonly remarks: ReadonlyMap<string, string>;
}

/**
 * Guesses what the columns of a table are for. Nothing is concluded from the cells of a name; forms of address, languages
 * and titles are recognised by closed lists. Undefined if no column names a person or an office.
 */
export function guessColumns(
  survey: TableSurvey,
  columns: readonly KnownColumn[],
  facts: RowFacts,
  { language, showValues }: { readonly language: Language; readonly showValues: boolean },
): ColumnsGuess | undefined {
  const columnOf = columnFinder(columns);
  const listValues: ListValues = (values) => (showValues ? values.join(', ') : formatCount(values.length, 'value'));
  const courtesy = guessCourtesy(columns, language, listValues);
  const person = guessPerson(columnOf, facts);
  const functionColumn = columnOf('function') ?? courtesy.officeTitle;
  const organisation = columnOf('organisation');
  const { title, isOrganisationInTitle } = guessTitle(functionColumn, organisation, {
    ...facts,
    isPersonKnown: person !== undefined,
  });
  if (person === undefined && title === undefined) return undefined;
  const languages = guessLanguages(columnOf('language'), language);
  const address = guessAddress(columns, isOrganisationInTitle ? organisation : undefined);
  const emails = columns.filter(({ meaning }) => meaning?.kind === 'email');
  const profile: DraftKeys = {
    languages: languages === undefined ? undefined : [languages],
    office: title === undefined ? undefined : draftMapping({ title: draftMapping({ [language]: title }) }),
    holder: person === undefined ? undefined : draftMapping({ ...person, ...courtesyKeys(courtesy) }),
    address: address.length === 0 ? undefined : draftMapping({ lines: address }),
    channels: emails.length === 0 ? undefined : emails.map(({ name }) => draftMapping({ email: draftPattern([name]) })),
  };
  const personColumns = [...(person?.family?.columns ?? []), ...(person?.name.columns ?? [])];
  const ids = guessIds(columnOf, survey, [...new Set(personColumns)]);
  return { profile, ids, remarks: remarksOf(survey, columns, courtesy, listValues) };
}

/** Returns the columns of a table that neither a guess nor its id uses. */
export function unusedColumns(
  { columns }: TableSurvey,
  { profile }: Pick<ColumnsGuess, 'profile'>,
  id: PatternDraft,
): readonly string[] {
  const used = new Set(columnsIn({ ...profile, id }));
  return [...new Set(columns.map(({ name }) => name))].filter((name) => !used.has(name));
}

/** The names of a person: the full name and, if a column has it, the family name. */
interface PersonDraft {
  readonly name: PatternDraft;
  readonly family?: PatternDraft;
}

function guessPerson(columnOf: ColumnOf, { isNameFull }: RowFacts): PersonDraft | undefined {
  const [given, family, middle] = [columnOf('given'), columnOf('family'), columnOf('middle')];
  const [name, fullName] = [columnOf('name'), columnOf('full-name')];
  if (given !== undefined && family !== undefined) return fromParts([given, middle, family], family);
  // "Name" stands beside "First name" for the family name, and beside "Surname" for the first name.
  if (name !== undefined && !isNameFull && given !== undefined) return fromParts([given, middle, name], name);
  if (name !== undefined && !isNameFull && family !== undefined) return fromParts([name, middle, family], family);
  const whole = fullName ?? name ?? family ?? given;
  if (whole === undefined) return undefined;
  const person = { name: draftPattern([whole.name]) };
  return family === undefined ? person : { ...person, family: draftPattern([family.name]) };
}

/** Composes a full name. In Hungarian, the family name is first. */
function fromParts(parts: readonly (KnownColumn | undefined)[], family: KnownColumn): PersonDraft {
  const names = parts.flatMap((part) => (part === undefined ? [] : [part.name]));
  const isHungarian = family.meaning?.languages.every((language) => language === 'hu') === true;
  const ordered = isHungarian ? [family.name, ...names.filter((name) => name !== family.name)] : names;
  return { name: draftPattern(ordered), family: draftPattern([family.name]) };
}

/**
 * Guesses what the title of an office is: the function or, in a table without one, the organisation, so that a row
 * without a person is addressed too. If rows have only an organisation, it follows the function.
 */
function guessTitle(
  functionColumn: KnownColumn | undefined,
  organisation: KnownColumn | undefined,
  { hasNameless, isPersonKnown }: RowFacts & { readonly isPersonKnown: boolean },
): { readonly title: PatternDraft | undefined; readonly isOrganisationInTitle: boolean } {
  if (functionColumn === undefined) {
    // The title of an office is one line, and lines of an address may be several.
    const isInAddress = organisation?.hasLines === true && isPersonKnown && !hasNameless;
    if (organisation === undefined || isInAddress) return { title: undefined, isOrganisationInTitle: false };
    return { title: draftPattern([organisation.name]), isOrganisationInTitle: true };
  }
  if (organisation === undefined || !hasNameless)
    return { title: draftPattern([functionColumn.name]), isOrganisationInTitle: false };
  return { title: draftPattern([functionColumn.name, organisation.name], ', '), isOrganisationInTitle: true };
}

/**
 * Guesses what the values of a column with languages stand for. In a letter that is in a variant only, as "en-US",
 * "English" stands for the variant.
 */
function guessLanguages(column: KnownColumn | undefined, ofLetter: Language): PatternDraft | undefined {
  if (column?.values === undefined) return undefined;
  const values = [...column.values.keys()].map((value) => {
    const language = languageOfName(value);
    return [value, language !== undefined && coversLanguage(language, ofLetter) ? ofLetter : (language ?? '')] as const;
  });
  if (values.every(([, language]) => language === '')) return undefined;
  return { ...draftPattern([column.name]), values: new Map(values) };
}

function courtesyKeys({ gender, honorific }: CourtesyGuess): DraftKeys {
  return { honorific, gender };
}

function remarksOf(
  survey: TableSurvey,
  columns: readonly KnownColumn[],
  { remarks }: CourtesyGuess,
  listValues: ListValues,
): ReadonlyMap<string, string> {
  const country = columnFinder(columns)('country');
  const codes = [...(country?.values?.keys() ?? [])].filter((value) => /^[A-Z]{2,3}$/u.test(value));
  const names = new Set(columns.map(({ name }) => name));
  return new Map([
    ...survey.columns
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => [name, 'several columns have this name'] as const),
    ...(country === undefined || codes.length === 0
      ? []
      : [[country.name, `has codes, and an address needs the name: write values: { ${codes[0]}: … }`] as const]),
    ...unknownLanguageRemarks(columnFinder(columns)('language'), listValues),
    ...remarks,
  ]);
}

function unknownLanguageRemarks(
  column: KnownColumn | undefined,
  listValues: ListValues,
): readonly (readonly [string, string])[] {
  const unknown = [...(column?.values?.keys() ?? [])].filter(
    (value) => value !== '' && languageOfName(value) === undefined,
  );
  return column === undefined || unknown.length === 0 ? [] : [[column.name, `not known: ${listValues(unknown)}`]];
}

function columnsIn(keys: DraftKeys): readonly string[] {
  return Object.values(keys).flatMap((tree) => {
    if (tree === undefined) return [];
    if (Array.isArray(tree)) return columnsIn(Object.fromEntries(tree.entries()) as DraftKeys);
    const node = tree as Exclude<typeof tree, readonly unknown[]>;
    return node.kind === 'draft' ? node.columns : columnsIn(node.keys);
  });
}
