import type { Campaign } from '../../model/campaign.ts';
import { type Diagnostic, warning } from '../../model/diagnostic.ts';
import { fromProfile, say } from '../../model/message.ts';
import { type Addressing, type Selection, type Target, choicesOf } from '../../model/selection.ts';
import type { Span } from '../../model/span.ts';
import { neutralise } from '../../report/neutralise.ts';
import { wordingsOf } from '../../run/manifest.ts';
import { leafConditions, rolesIn } from '../explain/conditions.ts';

/** Lints which recipients get which texts of one letter, from the selections alone; no text is read. */
export interface TargetLint {
  /** Adds the next target. */
  readonly add: (target: Target) => void;
  /** The warnings about the targets added so far. */
  readonly diagnostics: () => readonly Diagnostic[];
  /**
   * Groups of recipient ids whose letters have the same texts, so that one joint letter could replace them. Only groups
   * of at least `MANY_ALIKE`.
   */
  readonly alike: () => readonly (readonly string[])[];
}

/** The minimum size of a group of letters with the same texts that is reported. */
const MANY_ALIKE = 10;

/** Opens the lint of a letter. Only ids and text keys are kept of a recipient, so that memory stays small for many. */
export function lintTargets(campaign: Campaign): TargetLint {
  const roles = new Set<string>();
  const askedDemands = new Set<string>();
  const offices = new Map<string, { readonly id: string; readonly span: Span }>();
  const byTexts = new Map<string, Set<string>>();
  const found: Diagnostic[] = [];

  function add(target: Target): void {
    if (target.kind === 'not-addressed') return;
    const addressing = target.kind === 'letter' ? target.selection : target.addressing;
    for (const role of addressing.recipient.roles) roles.add(role);
    if (target.kind === 'skipped') return;
    const { selection } = target;
    for (const { id, carries } of selection.demands) for (const demand of [id, ...carries]) askedDemands.add(demand);
    found.push(
      ...withoutDemands(selection),
      ...factsBesideTheirRoles(selection, campaign),
      ...sameOfficeWarnings(selection),
    );
    // Grouped by recipient, not by edition: editions of a recipient's letter have the same texts by design.
    const texts = wordingsOf(selection).join();
    byTexts.set(texts, (byTexts.get(texts) ?? new Set<string>()).add(selection.recipient.id));
  }

  /** A warning if an earlier recipient is the same office and gets a letter in the same language. */
  function sameOfficeWarnings({ recipient, language }: Addressing): readonly Diagnostic[] {
    const office = JSON.stringify([language, recipient.state, recipient.office.title, recipient.address]);
    const first = offices.get(office);
    offices.set(office, first ?? { id: recipient.id, span: recipient.span });
    if (first === undefined) return [];
    return [
      warning(
        'profile/same-office',
        recipient.span,
        say`${recipient.id} is the same office as ${first.id}: it is written to twice`,
        {
          hint: say`take one of the two out, or give it a skip: with the reason`,
          related: [{ span: first.span, message: say`the other profile` }],
        },
      ),
    ];
  }

  return {
    add,
    diagnostics: () => [...found, ...unreachedDemands(campaign, roles, askedDemands)],
    alike: () => [...byTexts.values()].filter((ids) => ids.size >= MANY_ALIKE).map((ids) => [...ids]),
  };
}

/** A warning if the letter makes no demand. */
function withoutDemands({ recipient, demands }: Selection): readonly Diagnostic[] {
  if (demands.length > 0) return [];
  return [
    warning('text/no-demands', recipient.span, say`${recipient.id} gets a letter that asks for nothing`, {
      hint: say`list demands for its body in letter.yaml`,
    }),
  ];
}

/** Warnings for texts chosen by a fact about the State that does not concern any of the recipient's roles. */
function factsBesideTheirRoles(selection: Selection, { register }: Campaign): readonly Diagnostic[] {
  const { recipient } = selection;
  return choicesOf(selection).flatMap(({ text, rule }) =>
    leafConditions(rule.for).flatMap(({ part, denied }) => {
      if (part.kind !== 'fact' || denied) return [];
      const concerns = register.facts.get(part.fact)?.concerns ?? [];
      if (concerns.length === 0 || concerns.some((role) => recipient.roles.includes(role))) return [];
      return [
        warning(
          'fact/beside-role',
          rule.span,
          say`${text} rests on ${part.fact}, which concerns ${concerns.join(', ')}, and goes to ${fromProfile(recipient.id)}`,
          { hint: say`name the role in this rule's for: as well, or add it to concerns: of the fact` },
        ),
      ];
    }),
  );
}

/**
 * Warnings for demands that occur in no letter of this run. A demand is exempt if all its wordings are for roles that
 * no recipient of this run has.
 */
function unreachedDemands(
  { letter }: Campaign,
  roles: ReadonlySet<string>,
  askedDemands: ReadonlySet<string>,
): readonly Diagnostic[] {
  if (roles.size === 0) return [];
  return [...letter.demands.values()].flatMap(({ id, wordings, span }) => {
    const isExempt = wordings.every((rule) => {
      const ruleRoles = rolesIn(rule.for);
      return ruleRoles.length > 0 && ruleRoles.every((role) => !roles.has(role));
    });
    if (askedDemands.has(id) || isExempt) return [];
    return [
      warning('demand/reaches-nobody', span, say`the demand ${id} reaches nobody`, {
        hint: say`list it for a body, or take it out`,
      }),
    ];
  });
}

/** A line for each group of letters with the same texts that suggests one joint letter. */
export function alikeText(groups: readonly (readonly string[])[]): string {
  return groups
    .map((ids) => {
      const some = ids.slice(0, 3).map(neutralise).join(', ');
      return `these ${ids.length} letters differ only in names: ${some}, …; consider one joint letter\n`;
    })
    .join('');
}
