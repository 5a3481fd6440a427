import * as v from 'valibot';
import type { LetterSettings, Signatory, SignatoryOrder } from '../model/campaign.ts';
import type { Day } from '../model/date.ts';
import type { Localised } from '../model/language.ts';
import type { NamedPicture, OwnReference } from '../model/letterhead.ts';
import type { PageSettings } from '../model/page-settings.ts';
import { SIGNATORY_TABLE } from '../model/signatory-table.ts';
import { letterReferenceSchema, letterheadSchema, printedWords, signatureImageSchema } from './head-schema.ts';
import { pageSettingsSchema } from './page-settings.ts';
import {
  conditionSchema,
  daySchema,
  strictMapping,
  languageSchema,
  lineOfText,
  listOf,
  localised,
  nameSchema,
  recordOf,
  oneOf,
  nonEmptyListOf,
  wholeNumber,
  stateCode,
  textMatching,
  yesNo,
} from './value-schemas.ts';

/** A rule as in the YAML file, without its condition (`for`), which `parseCondition` parses separately. */
export interface RuleEntry {
  readonly use: string;
}

/** A rule for a demand as in the YAML file. */
export interface DemandRuleEntry extends RuleEntry {
  readonly with?: readonly string[];
  /** The name of the power that the wording's own demand needs, or of that of each demand that the wording expresses. */
  readonly power?: PowerEntry;
  readonly because?: string;
}

type PowerEntry = string | Readonly<Record<string, string>>;

/** A demand as in the YAML file. */
interface DemandEntry {
  readonly number: number;
  readonly sources: readonly string[];
  readonly wordings: readonly DemandRuleEntry[];
}

/** The content of `letter.yaml`, without its conditions. */
export interface LetterFile extends Omit<
  LetterSettings,
  | 'id'
  | 'statusSpan'
  | 'date'
  | 'languages'
  | 'statesLanguages'
  | 'to'
  | 'reference'
  | 'signatories'
  | 'signatoryOrder'
  | 'body'
  | 'cover'
  | 'demands'
  | 'passages'
  | 'postScriptum'
  | 'page'
  | 'span'
> {
  readonly date?: Day;
  readonly languages?: LetterSettings['languages'];
  readonly reference?: { readonly ours: OwnReference['text'] };
  readonly signatories: readonly SignatoryEntry[];
  readonly 'sort-signatories': SignatoryOrder;
  readonly body?: readonly BodyEntry[];
  readonly cover?: readonly RuleEntry[];
  readonly demands: Readonly<Record<string, DemandEntry>>;
  readonly passages?: Readonly<Record<string, readonly RuleEntry[]>>;
  readonly 'post-scriptum'?: string;
  readonly page?: PageSettings;
}

/** A signatory as in the YAML file, without its condition. */
export interface SignatoryEntry extends Omit<Signatory, 'id' | 'onBehalfOf' | 'image' | 'for'> {
  readonly id?: string;
  readonly image?: NamedPicture;
  readonly 'on-behalf-of'?: Localised;
}

/** A rule for the body as in the YAML file. */
export interface BodyEntry extends RuleEntry {
  readonly demands: readonly string[];
}

/** The content of `letter.yaml`, in which the languages and the body are stated. */
export type CompleteFile = LetterFile & Required<Pick<LetterFile, 'languages' | 'body'>>;

/** The keys that all rules have, with the schemas of their values. */
const ruleEntries = { use: nameSchema, for: v.exactOptional(conditionSchema) };

const powerByDemand: v.GenericSchema<unknown, Readonly<Record<string, string>>> = recordOf(nameSchema);

/** The schema of `power`: the name of one, or of one for each demand. `lazy` is used as in `localised`. */
const powerSchema: v.GenericSchema<unknown, PowerEntry> = v.pipe(
  v.lazy((input): v.GenericSchema<unknown, PowerEntry> =>
    typeof input === 'object' && input !== null ? powerByDemand : nameSchema,
  ),
  v.metadata({ alternatives: [nameSchema, powerByDemand] }),
);

const demandRuleSchema: v.GenericSchema<unknown, DemandRuleEntry> = strictMapping({
  ...ruleEntries,
  with: v.exactOptional(listOf(nameSchema)),
  power: v.exactOptional(powerSchema),
  because: v.exactOptional(lineOfText),
});

/** The schema of the name of a table beside `letter.yaml`. */
const tableName = textMatching(SIGNATORY_TABLE, 'the name of a .csv, .tsv, .xlsx or .ndjson file beside letter.yaml');

/** The schema of one signatory, in `letter.yaml` or in a row of a table. */
export const signatorySchema: v.GenericSchema<unknown, SignatoryEntry> = strictMapping({
  id: v.exactOptional(nameSchema),
  name: localised,
  person: v.exactOptional(localised),
  title: v.exactOptional(localised),
  'on-behalf-of': v.exactOptional(localised),
  image: v.exactOptional(signatureImageSchema),
  state: v.exactOptional(stateCode),
  country: v.exactOptional(localised),
  clears: v.exactOptional(yesNo),
  for: v.exactOptional(conditionSchema),
});

/**
 * The schema of `signatories`: a list. The name of a table in its place is replaced by the rows of the table when the
 * file is loaded (`load/load-signatories.ts`).
 */
const signatoriesSchema: v.GenericSchema<unknown, SignatoryEntry[]> = v.pipe(
  v.array(signatorySchema, 'a list, or the name of a table beside letter.yaml, as in signatories.csv'),
  v.metadata({ alternatives: [listOf(signatorySchema), tableName] }),
);

/** The schema of `letter.yaml`. */
export const letterSchema: v.GenericSchema<unknown, LetterFile> = strictMapping({
  status: v.optional(oneOf(['specimen', 'draft', 'final']), 'draft'),
  date: v.exactOptional(daySchema),
  needs: v.optional(
    strictMapping({
      specimen: v.exactOptional(listOf(lineOfText)),
      draft: v.exactOptional(listOf(lineOfText)),
      final: v.exactOptional(listOf(lineOfText)),
    }),
    {},
  ),
  languages: v.exactOptional(recordOf(oneOf(['original', 'unchecked', 'revised']), languageSchema)),
  to: v.exactOptional(conditionSchema),
  letterhead: v.exactOptional(letterheadSchema),
  place: v.exactOptional(localised),
  reference: v.exactOptional(letterReferenceSchema),
  marking: v.exactOptional(printedWords),
  delivery: v.exactOptional(printedWords),
  signatories: v.optional(signatoriesSchema, []),
  'sort-signatories': v.optional(oneOf(['given', 'name', 'country']), 'given'),
  enclosures: v.optional(listOf(nameSchema), []),
  published: v.exactOptional(localised),
  edition: v.exactOptional(localised),
  home: v.exactOptional(stateCode),
  meant: v.optional(listOf(lineOfText), []),
  body: v.exactOptional(nonEmptyListOf(strictMapping({ ...ruleEntries, demands: v.optional(listOf(nameSchema), []) }))),
  cover: v.exactOptional(nonEmptyListOf(strictMapping(ruleEntries))),
  demands: v.optional(
    recordOf(
      strictMapping({
        number: wholeNumber,
        sources: nonEmptyListOf(nameSchema),
        wordings: nonEmptyListOf(demandRuleSchema),
      }),
    ),
    {},
  ),
  passages: v.exactOptional(recordOf(nonEmptyListOf(strictMapping(ruleEntries)))),
  'post-scriptum': v.exactOptional(nameSchema),
  page: v.exactOptional(pageSettingsSchema),
});
