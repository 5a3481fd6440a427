import type { Campaign } from '../../model/campaign.ts';
import { type Diagnostic, warning } from '../../model/diagnostic.ts';
import { fromProfile, say } from '../../model/message.ts';
import { type Addressing, type Selection, type Target, choicesOf } from '../../model/selection.ts';
import type { Span } from '../../model/span.ts';
import { neutralise } from '../../report/neutralise.ts';
import { wordingsOf } from '../../run/manifest.ts';
import { namingConditions, rolesIn } from '../explain/conditions.ts';

/** What is odd about who gets what in one letter. Reads no text. */
export interface TargetLint {
  readonly add: (target: Target) => void;
  readonly diagnostics: () => readonly Diagnostic[];
  /** Letters that have the same texts, and differ in names alone: many of them might be one joint letter. */
  readonly alike: () => readonly (readonly string[])[];
}

/** So many letters with the same texts are worth a word. */
const MANY = 10;

/** Begins to look. What is kept of a recipient is a few names, so that a long stream stays cheap. */
export function lintTargets(campaign: Campaign): TargetLint {
  const roles = new Set<string>();
  const asked = new Set<string>();
  const offices = new Map<string, { readonly id: string; readonly span: Span }>();
  const byTexts = new Map<string, Set<string>>();
  const found: Diagnostic[] = [];

  function add(target: Target): void {
    if (target.kind === 'not-addressed') return;
    const addressing = target.kind === 'letter' ? target.selection : target.addressing;
    for (const role of addressing.recipient.roles) roles.add(role);
    if (target.kind === 'skipped') return;
    const { selection } = target;
    for (const { id, carries } of selection.demands) for (const demand of [id, ...carries]) asked.add(demand);
    found.push(...withoutDemands(selection), ...factsBesideTheirRoles(selection, campaign), ...again(selection));
    // Whatever their languages: editions of one letter are alike by design.
    const texts = wordingsOf(selection).join();
    byTexts.set(texts, (byTexts.get(texts) ?? new Set<string>()).add(selection.recipient.id));
  }

  /** The second letter, in one language, to an office that has one already. */
  function again({ recipient, language }: Addressing): readonly Diagnostic[] {
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
    diagnostics: () => [...found, ...unreached(campaign, roles, asked)],
    alike: () => [...byTexts.values()].filter((ids) => ids.size >= MANY).map((ids) => [...ids]),
  };
}

function withoutDemands({ recipient, demands }: Selection): readonly Diagnostic[] {
  if (demands.length > 0) return [];
  return [
    warning('text/no-demands', recipient.span, say`${recipient.id} gets a letter that asks for nothing`, {
      hint: say`list demands for its body in letter.yaml`,
    }),
  ];
}

/** A text that a fact about the State has chosen, in a letter to somebody whom this fact does not concern. */
function factsBesideTheirRoles(selection: Selection, { register }: Campaign): readonly Diagnostic[] {
  const { recipient } = selection;
  return choicesOf(selection).flatMap(({ text, rule }) =>
    namingConditions(rule.for).flatMap(({ part, denied }) => {
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

/** A demand that nobody is asked. One whose wordings are for roles that nobody in this run has is excused. */
function unreached(
  { letter }: Campaign,
  roles: ReadonlySet<string>,
  asked: ReadonlySet<string>,
): readonly Diagnostic[] {
  if (roles.size === 0) return [];
  return [...letter.demands.values()].flatMap(({ id, wordings, span }) => {
    const isExcused = wordings.every((rule) => {
      const meant = rolesIn(rule.for);
      return meant.length > 0 && meant.every((role) => !roles.has(role));
    });
    if (asked.has(id) || isExcused) return [];
    return [
      warning('demand/reaches-nobody', span, say`the demand ${id} reaches nobody`, {
        hint: say`list it for a body, or take it out`,
      }),
    ];
  });
}

/** A hint for each group of letters that differ in names only: they might be one. */
export function alikeText(groups: readonly (readonly string[])[]): string {
  return groups
    .map((ids) => {
      const some = ids.slice(0, 3).map(neutralise).join(', ');
      return `these ${ids.length} letters differ only in names: ${some}, …; consider one joint letter\n`;
    })
    .join('');
}
