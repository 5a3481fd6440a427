import type { LetterSettings } from '../model/campaign.ts';
import { keySpanAt, spanAt } from '../model/data.ts';
import { periodStatus } from '../model/date.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Fact } from '../model/state.ts';
import type { CampaignParts } from './campaign-parts.ts';
import { conditionsIn } from './conditions.ts';
import { didYouMean, namesInSentence } from './hints.ts';

/** A group that a condition of the letter names has a current member on the letter's date, unless it never had any. */
export function groupsHaveMembers(letter: LetterSettings, { declarations }: CampaignParts): readonly Diagnostic[] {
  const rules = [
    ...letter.body,
    ...[...letter.demands.values()].flatMap(({ wordings }) => wordings),
    ...[...letter.passages.values()].flatMap(({ wordings }) => wordings),
  ];
  const conditions = [letter.to, ...rules.map((rule) => rule.for)].flatMap(conditionsIn);
  const groupSpans = new Map(
    conditions.flatMap((part) => (part.kind === 'group' ? [[part.group, part.span] as const] : [])),
  );
  return [...groupSpans].flatMap(([name, span]) => {
    const members = declarations?.groups.get(name)?.members ?? [];
    const former = members.filter((member) => periodStatus(member, letter.date) === 'over');
    if (former.length === 0 || members.some((member) => periodStatus(member, letter.date) === 'current')) return [];
    const formerStates = namesInSentence(former.map(({ state }) => state));
    const message = [...say`the group ${name} has no member left on ${letter.date}; it had `, ...formerStates];
    return fault('group/expired', span, message, {
      hint: say`record the members of that day in recipients/groups.yaml, or ask for another group`,
      related: former.map((member) => ({
        span: member.span,
        message: say`${member.state} was a member until ${member.until ?? ''}`,
      })),
    });
  });
}

/** Every fact that is recorded for a State is declared. */
export function recordedFactsAreDeclared({ data, knownNames: known, states }: CampaignParts): readonly Diagnostic[] {
  return [...(states?.values() ?? [])].flatMap(({ code, facts }) =>
    [...new Set(facts.map(({ name }) => name))]
      .filter((name) => !known.facts.has(name))
      .map((name) =>
        fault('data/unknown-key', keySpanAt(data.states, [code, 'facts', name]), say`${name} is not a fact`, {
          hint: didYouMean(name, known.facts, say`declare it under facts in recipients/groups.yaml`),
        }),
      ),
  );
}

/** The roles that a fact concerns are declared. */
export function factsConcernRoles({ data, knownNames: known, declarations }: CampaignParts): readonly Diagnostic[] {
  return [...(declarations?.facts.values() ?? [])].flatMap(({ name, concerns }) =>
    concerns.flatMap((role, index) => {
      if (known.roles.has(role)) return [];
      const span = spanAt(data.groups, ['facts', name, 'concerns', index]);
      const hint = didYouMean(role, known.roles, say`declare it under roles`);
      return fault('condition/unknown-name', span, say`${role} is not a role`, { hint });
    }),
  );
}

/** No two records of the same fact have overlapping periods and opposite values. */
export function factsDoNotContradict({ states }: CampaignParts): readonly Diagnostic[] {
  return [...(states?.values() ?? [])].flatMap(({ facts }) =>
    facts.flatMap((fact, index) => {
      const other = facts.slice(0, index).find((earlier) => isContradicted(earlier, fact));
      if (other === undefined) return [];
      const message = say`${fact.name} is recorded as true and as false for the same days`;
      return fault('fact/contradictory', fact.span, message, {
        hint: say`give the earlier record an until: before the since: of the later one`,
        related: [{ span: other.span, message: say`the other record` }],
      });
    }),
  );
}

/** Whether the two records have the same name, opposite values and overlapping periods. */
function isContradicted(one: Fact, other: Fact): boolean {
  const beginsBeforeEnd = (a: Fact, b: Fact): boolean => (a.since ?? '') <= (b.until ?? '9999-12-31');
  return (
    one.name === other.name && one.value !== other.value && beginsBeforeEnd(one, other) && beginsBeforeEnd(other, one)
  );
}

/** Every member of a group is a State of `states.yaml`. */
export function membersAreKnownStates({ data, knownNames: known, declarations }: CampaignParts): readonly Diagnostic[] {
  return [...(declarations?.groups.values() ?? [])].flatMap(({ name, members }) =>
    members.flatMap(({ state }, index) => {
      if (known.states.has(state)) return [];
      const span = spanAt(data.groups, ['groups', name, 'members', index, 'state']);
      const hint = say`add it to recipients/states.yaml`;
      return fault('data/wrong-value', span, say`${state} is not a State of this campaign`, { hint });
    }),
  );
}
