import type { LetterSettings } from '../model/campaign.ts';
import { keySpanAt, spanAt } from '../model/data.ts';
import { periodStatus } from '../model/date.ts';
import { declarationHint } from '../model/declaration-hint.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { conditionsOfLetter } from '../model/letter-conditions.ts';
import type { Fact } from '../model/state.ts';
import type { CampaignParts } from './campaign-parts.ts';
import { conditionsIn } from './conditions.ts';
import { didYouMeanHint, joinNames } from './hints.ts';

/**
 * Returns a fault for each group in a condition of the letter that has no member on the letter's date but had members
 * earlier. A group that never had any is accepted.
 */
export function expiredGroupFaults(letter: LetterSettings, { declarations }: CampaignParts): readonly Diagnostic[] {
  const conditions = conditionsOfLetter(letter).flatMap(conditionsIn);
  const groupSpans = new Map(
    conditions.flatMap((condition) => (condition.kind === 'group' ? [[condition.group, condition.span] as const] : [])),
  );
  return [...groupSpans].flatMap(([name, span]) => {
    const members = declarations?.groups.get(name)?.members ?? [];
    const formerMembers = members.filter((member) => periodStatus(member, letter.date) === 'over');
    if (formerMembers.length === 0 || members.some((member) => periodStatus(member, letter.date) === 'current'))
      return [];
    const formerStates = joinNames(formerMembers.map(({ state }) => state));
    const message = [...say`the group ${name} has no member left on ${letter.date}; it had `, ...formerStates];
    return fault('group/expired', span, message, {
      hint: say`record the members of that day in recipients/groups.yaml, or ask for another group`,
      related: formerMembers.map((member) => ({
        span: member.span,
        message: say`${member.state} was a member until ${member.until ?? ''}`,
      })),
    });
  });
}

/** Returns a fault for each fact that is recorded for a State and that `groups.yaml` does not declare. */
export function undeclaredFactFaults({ data, knownNames, states }: CampaignParts): readonly Diagnostic[] {
  return [...(states?.values() ?? [])].flatMap(({ code, facts }) =>
    [...new Set(facts.map(({ name }) => name))]
      .filter((name) => !knownNames.facts.has(name))
      .map((name) =>
        fault('data/unknown-key', keySpanAt(data.states, [code, 'facts', name]), say`${name} is not a fact`, {
          hint: didYouMeanHint(name, knownNames.facts, declarationHint('fact', name)),
        }),
      ),
  );
}

/**
 * Returns a fault for each undeclared role in the `concerns` of a fact (the roles of the recipients to whom it may be
 * mentioned).
 */
export function concernedRoleFaults({ data, knownNames, declarations }: CampaignParts): readonly Diagnostic[] {
  return [...(declarations?.facts.values() ?? [])].flatMap(({ name, concerns }) =>
    concerns.flatMap((role, index) => {
      if (knownNames.roles.has(role)) return [];
      const span = spanAt(data.groups, ['facts', name, 'concerns', index]);
      const hint = didYouMeanHint(role, knownNames.roles, declarationHint('role', role));
      return fault('condition/unknown-name', span, say`${role} is not a role`, { hint });
    }),
  );
}

/** Returns a fault for each record of a fact that contradicts an earlier record of the same State. */
export function contradictoryFactFaults({ states }: CampaignParts): readonly Diagnostic[] {
  return [...(states?.values() ?? [])].flatMap(({ facts }) =>
    facts.flatMap((fact, index) => {
      const contradictedFact = facts.slice(0, index).find((earlierFact) => areContradictory(earlierFact, fact));
      if (contradictedFact === undefined) return [];
      const message = say`${fact.name} is recorded as true and as false for the same days`;
      return fault('fact/contradictory', fact.span, message, {
        hint: say`give the earlier record an until: before the since: of the later one`,
        related: [{ span: contradictedFact.span, message: say`the other record` }],
      });
    }),
  );
}

/** Whether two records of one State have the same name, opposite values and overlapping periods. */
function areContradictory(factA: Fact, factB: Fact): boolean {
  const startsBeforeEndOf = (fact: Fact, otherFact: Fact): boolean =>
    (fact.since ?? '') <= (otherFact.until ?? '9999-12-31');
  return (
    factA.name === factB.name &&
    factA.value !== factB.value &&
    startsBeforeEndOf(factA, factB) &&
    startsBeforeEndOf(factB, factA)
  );
}

/** Returns a fault for each member of a group that is not a State of `states.yaml`. */
export function unknownMemberFaults({ data, knownNames, declarations }: CampaignParts): readonly Diagnostic[] {
  return [...(declarations?.groups.values() ?? [])].flatMap(({ name, members }) =>
    members.flatMap(({ state }, index) => {
      if (knownNames.states.has(state)) return [];
      const span = spanAt(data.groups, ['groups', name, 'members', index, 'state']);
      const hint = declarationHint('State', state);
      return fault('data/wrong-value', span, say`${state} is not a State of this campaign`, { hint });
    }),
  );
}
