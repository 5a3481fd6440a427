import * as v from 'valibot';
import type { Demand, DemandRule, LetterSettings, PageSettings, Passage, WordingRule } from '../model/campaign.ts';
import type { Condition } from '../model/condition.ts';
import { type Data, type DataPath, dataAt, keySpanAt, spanAt } from '../model/data.ts';
import type { Day } from '../model/date.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Outcome } from '../model/outcome.ts';
import { parseCondition } from './conditions.ts';
import { type Decoded, decode } from './decode.ts';
import type { KnownNames } from './campaign-parts.ts';
import { pageSettings } from './page-settings.ts';
import {
  condition,
  day,
  fields,
  language,
  line,
  listOf,
  localised,
  name,
  named,
  oneOf,
  someOf,
  wholeNumber,
} from './value-schemas.ts';

/** Reads `letter.yaml`. `date`, if given, stands for the one in the file. */
export function validateLetter(
  id: string,
  data: Data,
  known: KnownNames,
  date: Day | undefined,
): Decoded<LetterSettings> {
  const { value: file, faults } = decode(letterSchema, data);
  const conditions = new Map(conditionsIn(data).map((written) => [written, parseCondition(written, known)]));
  const all = [...faults, ...[...conditions.values()].flatMap(({ diagnostics }) => diagnostics)];
  if (file === undefined) return { value: undefined, faults: all };
  const dated = date ?? file.date;
  if (dated === undefined) return { value: undefined, faults: [...all, notDated(data)] };
  return { value: settingsOf(id, file, dated, { data, conditions }), faults: all };
}

/** The file, and what its conditions were read as. */
interface LetterContext {
  readonly data: Data;
  readonly conditions: ReadonlyMap<Data, Outcome<Condition>>;
}

function settingsOf(id: string, file: LetterFile, date: Day, reading: LetterContext): LetterSettings {
  const { data } = reading;
  const rules = <Entry extends RuleEntry>(
    path: DataPath,
    entries: readonly Entry[],
  ): readonly (Entry & WordingRule)[] =>
    entries.map((entry, index) => ({ ...entry, ...ruleAt([...path, index], entry.use, reading) }));
  const demands = Object.entries(file.demands).map(([key, demand]): [string, Demand] => {
    const wordings = rules(['demands', key, 'wordings'], demand.wordings);
    const withCarried = wordings.map((rule): DemandRule => ({ ...rule, with: rule.with ?? [] }));
    return [key, { ...demand, id: key, wordings: withCarried, span: keySpanAt(data, ['demands', key]) }];
  });
  const passages = Object.entries(file.passages ?? {}).map(([key, entries]): [string, Passage] => [
    key,
    { id: key, wordings: rules(['passages', key], entries), span: keySpanAt(data, ['passages', key]) },
  ]);
  return {
    ...file,
    id,
    statusSpan: spanAt(data, ['status']),
    date,
    to: conditionAt(['to'], reading),
    body: rules(['body'], file.body),
    demands: new Map(demands),
    passages: new Map(passages),
    page: file.page ?? { preset: 'international' },
    span: data.span,
  };
}

function ruleAt(path: DataPath, use: string, reading: LetterContext): WordingRule {
  return { use, for: conditionAt([...path, 'for'], reading), span: spanAt(reading.data, path) };
}

/** Where the condition has faults of its own, everyone stands in for it: the run stops, but what else is wrong is told. */
function conditionAt(path: DataPath, { data, conditions }: LetterContext): Condition {
  const written = dataAt(data, path);
  const outcome = written === undefined ? undefined : conditions.get(written);
  return outcome?.ok === true ? outcome.value : { kind: 'everyone', span: spanAt(data, path) };
}

/** All conditions of the file, whatever else is wrong with it. */
function conditionsIn(letter: Data): readonly Data[] {
  const demands = childrenOf(dataAt(letter, ['demands'])).flatMap((demand) => dataAt(demand, ['wordings']) ?? []);
  const passages = childrenOf(dataAt(letter, ['passages']));
  const lists = [dataAt(letter, ['body']), ...demands, ...passages];
  const rules = lists.flatMap((rulesOfText) => childrenOf(rulesOfText));
  return [dataAt(letter, ['to']), ...rules.map((rule) => dataAt(rule, ['for']))].filter((data) => data !== undefined);
}

function childrenOf(data: Data | undefined): readonly Data[] {
  if (data === undefined || data.kind === 'scalar') return [];
  return data.kind === 'list' ? data.items : data.entries.map(({ value }) => value);
}

function notDated(data: Data): Diagnostic {
  return fault('letter/not-dated', data.span, say`the letter has no date`, {
    hint: say`add date: with the day it is dated, as in 2025-12-01, or give --date`,
  });
}

/** A rule as the file has it; whom it is for is a condition, which `parseCondition` reads. */
interface RuleEntry {
  readonly use: string;
}

/** A demand as the file has it. */
interface DemandEntry {
  readonly number: number;
  readonly sources: readonly string[];
  readonly wordings: readonly (RuleEntry & { readonly with?: readonly string[] })[];
}

/** What `letter.yaml` holds besides conditions. */
interface LetterFile extends Omit<
  LetterSettings,
  'id' | 'statusSpan' | 'date' | 'to' | 'body' | 'demands' | 'passages' | 'page' | 'span'
> {
  readonly date?: Day;
  readonly body: readonly (RuleEntry & { readonly demands: readonly string[] })[];
  readonly demands: Readonly<Record<string, DemandEntry>>;
  readonly passages?: Readonly<Record<string, readonly RuleEntry[]>>;
  readonly page?: PageSettings;
}

const ruleEntries = { use: name, for: v.exactOptional(condition) };

/** The schema of `letter.yaml`. */
export const letterSchema: v.GenericSchema<unknown, LetterFile> = fields({
  status: oneOf(['specimen', 'draft', 'final']),
  date: v.exactOptional(day),
  needs: v.optional(named(listOf(line)), {}),
  languages: named(oneOf(['original', 'unchecked', 'revised']), language),
  to: condition,
  reference: v.exactOptional(line),
  signatories: someOf(
    fields({ id: name, name: localised, person: v.exactOptional(line), title: v.exactOptional(localised) }),
  ),
  enclosures: v.optional(listOf(name), []),
  published: v.exactOptional(localised),
  edition: v.exactOptional(localised),
  body: someOf(fields({ ...ruleEntries, demands: listOf(name) })),
  demands: named(
    fields({
      number: wholeNumber,
      sources: someOf(name),
      wordings: someOf(fields({ ...ruleEntries, with: v.exactOptional(listOf(name)) })),
    }),
  ),
  passages: v.exactOptional(named(someOf(fields(ruleEntries)))),
  page: v.exactOptional(pageSettings),
});
