import type { Language } from '../model/language.ts';
import { type Message, say } from '../model/message.ts';

/** What the rows of a table are: the words of messages about them, and the column that each such table has. */
export interface RowContents {
  /** A noun phrase for all of them. */
  readonly all: string;
  /** A noun phrase for one row. */
  readonly one: string;
  /** The first step of a column that must be there; without it, the first row names no columns of such a table. */
  readonly requiredColumn: string;
  /** Says what the first row names. */
  readonly columnsHint: Message;
  /** Says what to do if the columns have names of their own. */
  readonly ownNamesHint: Message;
  /** One of them as an object of NDJSON. */
  readonly example: string;
  /** The language of a column as `name` beside `name.fr`; without it, the two columns conflict. */
  readonly originalLanguage?: Language | undefined;
}

export const PROFILE_ROWS: RowContents = {
  all: 'profiles of recipients',
  one: 'recipient',
  requiredColumn: 'id',
  columnsHint: say`the first row names what each column holds: id, roles.1, languages.1, office.title.en, address.lines.1, …`,
  ownNamesHint: say`; if it has names of its own, say in a file what they are for (demarche explain table/pattern), and name that file with --columns`,
  example: '{"id": "…", "roles": ["…"], …}',
};

export const SIGNATORY_ROWS: RowContents = {
  all: 'the signatories of the letter',
  one: 'signatory',
  requiredColumn: 'name',
  columnsHint: say`the first row names what each column holds: name, or name.en and name.fr, person, title.en, state, clears, …`,
  ownNamesHint: say`; if it has names of its own, say what they are for in a file beside the table, as in ${'name: "{Organisation}"'}, whose name ends in ${'.columns.yaml'} in the place of ${'.csv'} (docs/tables.md)`,
  example: '{"name": "…", "person": "…", …}',
};
