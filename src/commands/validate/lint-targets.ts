import type { Campaign } from '../../model/campaign.ts';
import { type Diagnostic, warning } from '../../model/diagnostic.ts';
import { profileEcho, say } from '../../model/message.ts';
import { type Addressing, type Selection, type Target, sentChoicesOf } from '../../model/selection.ts';
import { neutralise } from '../../report/neutralise.ts';
import { selectedTextKeys } from '../../run/manifest.ts';
import { leafConditions, rolesIn } from '../../model/condition-leaves.ts';
import { createSameRecipientIndex } from './same-recipient.ts';

/** A lint of one letter that looks for mistakes in which recipient gets which texts. It reads no text file. */
export interface TargetLint {
  /** Adds a target (a recipient with the texts that were chosen for it). */
  readonly add: (target: Target) => void;
  /** Returns the warnings about the targets added so far. */
  readonly diagnostics: () => readonly Diagnostic[];
  /**
   * Returns groups of the ids of recipients whose letters have the same texts, so that one joint letter could replace
   * them. A group has at least `MIN_GROUP_SIZE` ids.
   */
  readonly alikeGroups: () => readonly (readonly string[])[];
}

/** The minimum number of letters with the same texts for which a joint letter is suggested. */
const MIN_GROUP_SIZE = 10;

/** Creates the lint of a letter. It keeps little of each recipient (ids, office, text keys), which saves memory. */
export function createTargetLint(campaign: Campaign): TargetLint {
  const roles = new Set<string>();
  let hasRecipients = false;
  // A letter without demands is no call on many to do the same, so that it may ask for nothing and go to many.
  const hasDemands = campaign.letter.demands.size > 0;
  const reachedDemands = new Set<string>();
  const firstProfiles = createSameRecipientIndex();
  const idsByTexts = new Map<string, Set<string>>();
  const warnings: Diagnostic[] = [];

  function add(target: Target): void {
    if (target.kind === 'not-addressed') return;
    const addressing = target.kind === 'letter' ? target.selection : target.addressing;
    hasRecipients = true;
    for (const role of addressing.recipient.roles) roles.add(role);
    if (target.kind === 'skipped') return;
    const { selection } = target;
    for (const { id, carries } of selection.demands) for (const demand of [id, ...carries]) reachedDemands.add(demand);
    warnings.push(
      ...(hasDemands ? noDemandsWarnings(selection) : []),
      ...factBesideRoleWarnings(selection, campaign),
      ...sameOfficeWarnings(selection),
    );
    // Ids are counted, not editions: the editions (languages) of a recipient's letter have the same texts by design.
    const texts = selectedTextKeys(selection).join();
    idsByTexts.set(texts, (idsByTexts.get(texts) ?? new Set<string>()).add(selection.recipient.id));
  }

  /** Returns a warning if an earlier recipient is the same and gets a letter in the same language. */
  function sameOfficeWarnings(addressing: Addressing): readonly Diagnostic[] {
    const { recipient } = addressing;
    const firstProfile = firstProfiles.findOrAdd(addressing);
    if (firstProfile === undefined) return [];
    const noun = recipient.office === undefined ? 'person' : 'office';
    return [
      warning(
        'profile/same-office',
        recipient.span,
        [...say`${recipient.id} is the same `, noun, ...say` as ${firstProfile.id}: it is written to twice`],
        {
          hint: say`take one of the two out, or give it a skip: with the reason`,
          related: [{ span: firstProfile.span, message: say`the other profile` }],
        },
      ),
    ];
  }

  return {
    add,
    diagnostics: () =>
      hasRecipients ? [...warnings, ...unreachedDemandWarnings(campaign, roles, reachedDemands)] : [],
    alikeGroups: () =>
      hasDemands ? [...idsByTexts.values()].filter((ids) => ids.size >= MIN_GROUP_SIZE).map((ids) => [...ids]) : [],
  };
}

/** Returns a warning if the letter makes no demand, that is, asks the recipient for nothing. */
function noDemandsWarnings({ recipient, demands }: Selection): readonly Diagnostic[] {
  if (demands.length > 0) return [];
  return [
    warning('text/no-demands', recipient.span, say`${recipient.id} gets a letter that asks for nothing`, {
      hint: say`list demands for its body in letter.yaml`,
    }),
  ];
}

/**
 * Returns warnings for texts that were chosen by a fact about the State which concerns none of the recipient's roles.
 */
function factBesideRoleWarnings(selection: Selection, { register }: Campaign): readonly Diagnostic[] {
  const { recipient } = selection;
  return sentChoicesOf(selection).flatMap(({ text, rule }) =>
    leafConditions(rule.for).flatMap(({ leaf, isNegated }) => {
      if (leaf.kind !== 'fact' || isNegated) return [];
      const concerns = register.facts.get(leaf.fact)?.concerns ?? [];
      if (concerns.length === 0 || concerns.some((role) => recipient.roles.includes(role))) return [];
      return [
        warning(
          'fact/beside-role',
          rule.span,
          say`${text} rests on ${leaf.fact}, which concerns ${concerns.join(', ')}, and goes to ${profileEcho(recipient.id)}`,
          { hint: say`name the role in this rule's for: as well, or add it to concerns: of the fact` },
        ),
      ];
    }),
  );
}

/**
 * Returns warnings for demands that occur in no letter of this run. `roles`: those of the recipients of this run. A
 * demand is exempt if each of its wordings is for roles of which no recipient has one.
 */
function unreachedDemandWarnings(
  { letter }: Campaign,
  roles: ReadonlySet<string>,
  reachedDemands: ReadonlySet<string>,
): readonly Diagnostic[] {
  return [...letter.demands.values()].flatMap(({ id, wordings, span }) => {
    const isExempt = wordings.every((rule) => {
      const ruleRoles = rolesIn(rule.for);
      return ruleRoles.length > 0 && ruleRoles.every((role) => !roles.has(role));
    });
    if (reachedDemands.has(id) || isExempt) return [];
    return [
      warning('demand/reaches-nobody', span, say`the demand ${id} reaches nobody`, {
        hint: say`list it for a body, or take it out`,
      }),
    ];
  });
}

/** Formats a line for each group of letters with the same texts, which suggests one joint letter. */
export function jointLetterHints(groups: readonly (readonly string[])[]): string {
  return groups
    .map((ids) => {
      const firstIds = ids.slice(0, 3).map(neutralise).join(', ');
      return `these ${ids.length} letters differ only in names: ${firstIds}, …; consider one joint letter\n`;
    })
    .join('');
}
