import * as v from 'valibot';
import type { LanguageStatus, LetterStatus, PageSettings, Signatory } from '../../model/campaign.ts';
import type { Day } from '../../model/date.ts';
import type { Language, Localised } from '../../model/language.ts';
import { pageSettings } from '../page-settings.ts';
import {
  condition,
  day,
  fields,
  language,
  line,
  list,
  localised,
  name,
  named,
  oneOf,
  someOf,
  wholeNumber,
} from '../value-schemas.ts';

/** A rule as the file has it; who it is for is parsed elsewhere. */
export interface RuleEntry {
  readonly use: string;
}

/** What `letter.yaml` holds. */
export interface LetterFile {
  readonly status: LetterStatus;
  readonly date?: Day;
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly languages: Readonly<Record<Language, LanguageStatus>>;
  readonly reference?: string;
  readonly signatories: readonly Signatory[];
  readonly enclosures: readonly string[];
  readonly published?: Localised;
  readonly edition?: Localised;
  readonly body: readonly (RuleEntry & { readonly demands: readonly string[] })[];
  readonly demands: Readonly<Record<string, DemandEntry>>;
  readonly passages?: Readonly<Record<string, readonly RuleEntry[]>>;
  readonly page?: PageSettings;
}

/** A demand as the file has it. */
export interface DemandEntry {
  readonly number: number;
  readonly sources: readonly string[];
  readonly wordings: readonly (RuleEntry & { readonly with?: readonly string[] })[];
}

const ruleEntries = { use: name, for: v.exactOptional(condition) };

/** The schema of `letter.yaml`. */
export const letterSchema: v.GenericSchema<unknown, LetterFile> = fields({
  status: oneOf(['specimen', 'draft', 'final']),
  date: v.exactOptional(day),
  needs: v.optional(named(list(line)), {}),
  languages: named(oneOf(['original', 'unchecked', 'revised']), language),
  to: condition,
  reference: v.exactOptional(line),
  signatories: someOf(
    fields({ id: name, name: localised, person: v.exactOptional(line), title: v.exactOptional(localised) }),
  ),
  enclosures: v.optional(list(name), []),
  published: v.exactOptional(localised),
  edition: v.exactOptional(localised),
  body: someOf(fields({ ...ruleEntries, demands: list(name) })),
  demands: named(
    fields({
      number: wholeNumber,
      sources: someOf(name),
      wordings: someOf(fields({ ...ruleEntries, with: v.exactOptional(list(name)) })),
    }),
  ),
  passages: v.exactOptional(named(someOf(fields(ruleEntries)))),
  page: v.exactOptional(pageSettings),
});
