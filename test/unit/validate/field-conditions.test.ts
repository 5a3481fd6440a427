import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { parseCondition } from '../../../src/validate/conditions.ts';
import { conditionText } from '../../../src/commands/explain/conditions.ts';
import { mapOutcome } from '../../../src/model/outcome.ts';
import { faultsOf, valueOf } from '../../support/outcomes.ts';
import { SOME_DECLARATIONS } from '../../support/some-fields.ts';

const KNOWN = {
  roles: new Set(['chair']),
  groups: new Set<string>(),
  facts: new Set(['signed']),
  states: new Set<string>(),
  languages: new Set(['en']),
  sources: new Set<string>(),
  fields: new Set([...SOME_DECLARATIONS.keys(), 'faulty']),
  declarations: SOME_DECLARATIONS,
};

function parse(text: string): ReturnType<typeof parseCondition> {
  return parseCondition(valueOf(readYaml('f.yaml', `${text}\n`)), KNOWN);
}

describe('a condition on a field', () => {
  test.each([
    ['{ field: { party: green } }', 'party is green'],
    ['{ field: { party: [green, red] } }', 'party is green or red'],
    ['{ field: { households: 412 } }', 'households is 412'],
    ['{ field: { households: { from: 100, to: 500 } } }', 'households is from 100 to 500'],
    ['{ field: { households: { from: 100 } } }', 'households is from 100'],
    ['{ field: { meeting: { to: 2026-03-02 } } }', 'meeting is to 2026-03-02'],
    ['{ field: { grant: { from: 100, to: 500.50 EUR } } }', 'grant is from 100 EUR to 500.50 EUR'],
    ['{ field: { member: yes } }', 'member is yes'],
    ['{ field: { member: false } }', 'member is no'],
    ['{ field: member }', 'member is yes'],
    ['{ not: { field: member } }', 'not (member is yes)'],
  ])('%s is read', (text, words) => {
    expect(valueOf(mapOutcome(parse(text), conditionText))).toBe(words);
  });

  test.each([
    ['{ field: { party: gren } }', 'condition/unknown-name 1:19', 'did you mean green?'],
    ['{ field: { prty: green } }', 'condition/unknown-name 1:12', 'did you mean party?'],
    ['{ field: signed }', 'condition/unknown-name 1:10', 'it is a fact'],
    ['{ field: party }', 'condition/malformed 1:10', '{ field: { name: value } }'],
    ['{ field: {} }', 'condition/malformed 1:10', '{ field: { name: value } }'],
    ['{ field: [party] }', 'condition/malformed 1:10', '{ field: { name: value } }'],
    ['{ field: { party: green, member: yes } }', 'condition/malformed 1:10', '{ field: { name: value } }'],
    ['{ field: { ward: North } }', 'condition/malformed 1:12', 'one-of'],
    ['{ field: { sum: 100 EUR } }', 'condition/malformed 1:12', 'currency: EUR'],
    ['{ field: { grant: 100 USD } }', 'condition/malformed 1:19', 'currency'],
    ['{ field: { households: many } }', 'condition/malformed 1:24', 'nothing between thousands'],
    ['{ field: { households: [] } }', 'condition/malformed 1:24', ''],
    ['{ field: { households: {} } }', 'condition/malformed 1:24', ''],
    ['{ field: { households: { from: 5, to: 4 } } }', 'condition/malformed 1:24', 'the lower value after from'],
    ['{ field: { households: { form: 5 } } }', 'condition/malformed 1:26', 'did you mean from?'],
    ['{ field: { party: { from: green } } }', 'condition/malformed 1:19', ''],
  ])('%s is refused', (text, fault, advice) => {
    const outcome = parse(text);
    expect(faultsOf(outcome)).toEqual([fault]);
    expect(plainMessage(outcome.diagnostics[0]?.hint ?? [])).toContain(advice);
  });

  test('whose declaration has faults is not reported too', () => {
    expect(parse('{ field: { faulty: green } }')).toEqual({ ok: false, diagnostics: [] });
  });
});
