import type { Demand, DemandRule, LetterSettings, Passage, Signatory, WordingRule } from '../model/campaign.ts';
import type { CampaignData } from '../model/campaign-data.ts';
import type { Condition } from '../model/condition.ts';
import { type Data, type DataPath, dataAt, keySpanAt, spanAt } from '../model/data.ts';
import type { Day } from '../model/date.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { NO_POWER, type StatedPower } from '../model/power.ts';
import { parseCondition } from './conditions.ts';
import { type Decoded, decode } from './decode.ts';
import { divideLines } from './divide-lines.ts';
import { LETTER_LINES } from './head-schema.ts';
import type { KnownNames } from './campaign-parts.ts';
import {
  type TemplatesByLanguage,
  bodyWordings,
  languagesOfLetter,
  noBodyRulesFault,
  noTextFault,
} from './letter-defaults.ts';
import {
  type BodyEntry,
  type CompleteFile,
  type DemandRuleEntry,
  type LetterFile,
  type RuleEntry,
  type SignatoryEntry,
  letterSchema,
} from './letter-schema.ts';

/**
 * Validates the `letter.yaml` of a campaign. `date`, if given, replaces the date in the file. Languages and a body that
 * the file does not state are those of the templates.
 */
export function validateLetter(
  { id, letter: data, templates }: Pick<CampaignData, 'id' | 'letter' | 'templates'>,
  knownNames: KnownNames,
  date: Day | undefined,
): Decoded<LetterSettings> {
  const { value: file, faults } = decode(letterSchema, divideLines(data, LETTER_LINES));
  const conditions = new Map(
    letterConditions(data).map((conditionData) => [conditionData, parseCondition(conditionData, knownNames)]),
  );
  const allFaults = [...faults, ...[...conditions.values()].flatMap(({ diagnostics }) => diagnostics)];
  if (file === undefined) return { value: undefined, faults: allFaults };
  const letterDate = date ?? file.date;
  const languages = languagesOfLetter(file.languages, templates);
  const body = bodyOf(id, { ...file, languages }, templates, data);
  const missingFaults = [...(letterDate === undefined ? [missingDateFault(data)] : []), ...body.diagnostics];
  if (letterDate === undefined || !body.ok) return { value: undefined, faults: [...allFaults, ...missingFaults] };
  const completeFile = { ...file, languages, body: body.value };
  return { value: buildSettings(id, completeFile, letterDate, { data, conditions }), faults: allFaults };
}

/** Returns the rules for the body: those of the file or, without any, a rule for the only text. */
function bodyOf(
  id: string,
  { body, demands, languages }: LetterFile & Pick<LetterSettings, 'languages'>,
  templates: TemplatesByLanguage,
  data: Data,
): Outcome<readonly BodyEntry[]> {
  const [firstLanguage] = Object.keys(languages);
  if (firstLanguage === undefined && !hasKey(data, 'languages')) return failure(noTextFault(id));
  const original = Object.keys(languages).find((language) => languages[language] === 'original');
  // That no language is the original is the fault of another rule.
  if (body !== undefined || original === undefined) return success(body ?? []);
  const [firstWording, ...otherWordings] = bodyWordings(templates[original]);
  if (firstWording === undefined) return failure(noTextFault(id, original));
  if (otherWordings.length > 0) return failure(noBodyRulesFault(data.span, [firstWording, ...otherWordings]));
  return success([{ use: firstWording, demands: Object.keys(demands) }]);
}

function hasKey(data: Data, ...path: DataPath): boolean {
  return dataAt(data, path) !== undefined;
}

/** The data of the file, with its parsed conditions. */
interface LetterContext {
  readonly data: Data;
  /** The parsed conditions, each by the data from which it was parsed. */
  readonly conditions: ReadonlyMap<Data, Outcome<Condition>>;
}

function buildSettings(id: string, file: CompleteFile, date: Day, context: LetterContext): LetterSettings {
  const { data } = context;
  const buildRules = <Entry extends RuleEntry>(
    path: DataPath,
    entries: readonly Entry[],
  ): readonly (Entry & WordingRule)[] =>
    entries.map((entry, index) => ({ ...entry, ...buildRule([...path, index], entry.use, context) }));
  const demands = Object.entries(file.demands).map(([key, demand]): [string, Demand] => {
    const wordings = demand.wordings.map((entry, index): DemandRule => {
      const path = ['demands', key, 'wordings', index];
      return {
        ...buildRule(path, entry.use, context),
        with: entry.with ?? [],
        powers: statedPowers(entry, key, [...path, 'power'], data),
        ...(entry.because === undefined ? {} : { because: entry.because }),
      };
    });
    return [key, { ...demand, id: key, wordings, span: keySpanAt(data, ['demands', key]) }];
  });
  const passages = Object.entries(file.passages ?? {}).map(([key, entries]): [string, Passage] => [
    key,
    { id: key, wordings: buildRules(['passages', key], entries), span: keySpanAt(data, ['passages', key]) },
  ]);
  const { reference, 'post-scriptum': postScriptum, 'sort-signatories': signatoryOrder, ...settings } = file;
  return {
    ...settings,
    id,
    statesLanguages: hasKey(data, 'languages'),
    ...(reference === undefined
      ? {}
      : {
          reference: {
            text: reference.ours,
            span: spanAt(data, hasKey(data, 'reference', 'ours') ? ['reference', 'ours'] : ['reference']),
          },
        }),
    signatories: file.signatories.map((signatory, index) => buildSignatory(signatory, index, context)),
    signatoryOrder,
    statusSpan: spanAt(data, ['status']),
    date,
    to: conditionAt(['to'], context),
    body: buildRules(['body'], file.body),
    cover: buildRules(['cover'], file.cover ?? []),
    demands: new Map(demands),
    passages: new Map(passages),
    ...(postScriptum === undefined ? {} : { postScriptum }),
    page: file.page ?? { preset: 'international' },
    span: data.span,
  };
}

function buildSignatory(
  { 'on-behalf-of': onBehalfOf, image, ...signatory }: SignatoryEntry,
  index: number,
  context: LetterContext,
): Signatory {
  return {
    ...signatory,
    id: signatory.id ?? String(index + 1),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(image === undefined
      ? {}
      : { image: { ...image, span: spanAt(context.data, ['signatories', index, 'image', 'file']) } }),
    for: conditionAt(['signatories', index, 'for'], context),
  };
}

function buildRule(path: DataPath, use: string, context: LetterContext): WordingRule {
  return { use, for: conditionAt([...path, 'for'], context), span: spanAt(context.data, path) };
}

/**
 * Returns the powers that a wording states. A name alone is that of the power for the wording's own demand; `none` alone
 * is said of all demands that the wording expresses.
 */
function statedPowers(
  { power, with: carried = [] }: DemandRuleEntry,
  demand: string,
  path: DataPath,
  data: Data,
): readonly StatedPower[] {
  if (power === undefined) return [];
  if (typeof power === 'string') {
    const span = spanAt(data, path);
    if (power !== NO_POWER) return [{ demand, power, span }];
    return [demand, ...carried].map((id) => ({ demand: id, power: undefined, span }));
  }
  return Object.entries(power).map(([id, name]) => ({
    demand: id,
    power: name === NO_POWER ? undefined : name,
    span: spanAt(data, [...path, id]),
  }));
}

/**
 * Returns the parsed condition at a path. A missing condition holds for everyone. An invalid one is replaced by a
 * condition that holds for everyone, so that validation continues and finds other faults.
 */
function conditionAt(path: DataPath, { data, conditions }: LetterContext): Condition {
  const conditionData = dataAt(data, path);
  const outcome = conditionData === undefined ? undefined : conditions.get(conditionData);
  return outcome?.ok === true ? outcome.value : { kind: 'everyone', span: spanAt(data, path) };
}

/** Returns the data of all conditions in the file. The rest of the file need not be valid. */
function letterConditions(letter: Data): readonly Data[] {
  const demandRuleLists = childrenOfData(dataAt(letter, ['demands'])).flatMap(
    (demand) => dataAt(demand, ['wordings']) ?? [],
  );
  const passageRuleLists = childrenOfData(dataAt(letter, ['passages']));
  const ruleLists = [
    dataAt(letter, ['body']),
    dataAt(letter, ['cover']),
    ...demandRuleLists,
    ...passageRuleLists,
    dataAt(letter, ['signatories']),
  ];
  const rules = ruleLists.flatMap((ruleList) => childrenOfData(ruleList));
  return [dataAt(letter, ['to']), ...rules.map((rule) => dataAt(rule, ['for']))].filter((data) => data !== undefined);
}

function childrenOfData(data: Data | undefined): readonly Data[] {
  if (data === undefined || data.kind === 'scalar') return [];
  return data.kind === 'list' ? data.items : data.entries.map(({ value }) => value);
}

/**
 * Returns the fault for a letter without a date. The day in its hint is plainly an example.
 * Today is never the default, because the letters of another day would differ.
 */
function missingDateFault(data: Data): Diagnostic {
  return fault('letter/not-dated', data.span, say`the letter has no date`, {
    hint: say`add the line ${'date: 1999-12-31'}, with the day of the letter in its place, or give --date`,
  });
}
