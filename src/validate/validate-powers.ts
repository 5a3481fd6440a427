import * as v from 'valibot';
import { leafConditions } from '../model/condition-leaves.ts';
import type { Condition } from '../model/condition.ts';
import { type Data, type DataPath, dataAt, keySpanAt, spanAt } from '../model/data.ts';
import type { Period } from '../model/date.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { NO_POWER, type Holding, type Power, type Powers } from '../model/power.ts';
import type { KnownNames } from './campaign-parts.ts';
import { parseCondition } from './conditions.ts';
import { type Decoded, decode } from './decode.ts';
import {
  chronological,
  conditionSchema,
  lineOfText,
  nonEmptyListOf,
  periodEntries,
  recordOf,
  strictMapping,
} from './value-schemas.ts';

/** Validates `powers.yaml`, which says which offices can do what, and returns the powers by name. */
export function validatePowers(data: Data, knownNames: KnownNames): Decoded<Powers> {
  const { value, faults } = decode(powersSchema, data);
  const allFaults = [...faults];
  const powers = new Map<string, Power>();
  for (const [name, { meaning, source, 'held-by': entries }] of Object.entries(value ?? {})) {
    const span = keySpanAt(data, [name]);
    if (name === NO_POWER) allFaults.push(reservedNameFault(span));
    const heldBy = entries.flatMap((entry, index): readonly Holding[] => {
      const condition = conditionOfHolding(data, [name, 'held-by', index], knownNames, allFaults);
      return condition === undefined ? [] : [{ ...entry, ...condition }];
    });
    powers.set(name, { name, meaning, source, heldBy, span });
  }
  return { value: value === undefined ? undefined : powers, faults: allFaults };
}

/** Returns the condition of an entry of `held-by`, with the span of the entry. Adds its faults to `faults`. */
function conditionOfHolding(
  data: Data,
  path: DataPath,
  knownNames: KnownNames,
  faults: Diagnostic[],
): Pick<Holding, 'for' | 'span'> | undefined {
  const conditionData = dataAt(data, [...path, 'for']);
  if (conditionData === undefined) return undefined;
  const condition = parseCondition(conditionData, knownNames);
  faults.push(...condition.diagnostics);
  if (!condition.ok) return undefined;
  faults.push(...askedLanguageFaults(condition.value));
  return { for: condition.value, span: spanAt(data, path) };
}

/** Returns a fault for each language in a condition: an office has a power or not, in whichever language it is asked. */
function askedLanguageFaults(condition: Condition): readonly Diagnostic[] {
  return leafConditions(condition).flatMap(({ leaf }) => {
    if (leaf.kind !== 'language') return [];
    const message = say`a power does not depend on the language of a letter`;
    return [fault('condition/malformed', leaf.span, message, { hint: say`ask for a role, a State or a group` })];
  });
}

function reservedNameFault(span: Diagnostic['span']): Diagnostic {
  const message = say`${NO_POWER} cannot be the name of a power: it says that a wording needs none`;
  return fault('data/wrong-value', span, message, { hint: say`choose another name` });
}

/** An entry of `held-by` as in the YAML file, without its condition. */
type HoldingEntry = Period & { readonly for?: unknown };

/** A power as in the YAML file. */
interface PowerDeclaration {
  readonly meaning: string;
  readonly source: string;
  readonly 'held-by': readonly HoldingEntry[];
}

/** The schema of `powers.yaml`: name → power. */
export const powersSchema: v.GenericSchema<unknown, Readonly<Record<string, PowerDeclaration>>> = recordOf(
  strictMapping({
    meaning: lineOfText,
    source: lineOfText,
    'held-by': nonEmptyListOf(chronological(strictMapping({ for: conditionSchema, ...periodEntries }))),
  }),
);
