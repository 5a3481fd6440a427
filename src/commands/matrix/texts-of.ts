import type { LetterSettings, Rule } from '../../model/campaign.ts';

/** A text that a rule may choose, by its key, and that rule. */
export interface RuledText {
  readonly text: string;
  readonly rule: Rule;
}

/** All texts of a letter that somebody may get, in the order of `letter.yaml`; one that two rules use stands twice. */
export function textsOf({ body, demands, passages }: LetterSettings): readonly RuledText[] {
  const ruled = (folder: string, rules: readonly Rule[]): readonly RuledText[] =>
    rules.map((rule) => ({ text: `${folder}/${rule.use}`, rule }));
  return [
    ...ruled('body', body),
    ...[...demands.values()].flatMap(({ id, wordings }) => ruled(`demands/${id}`, wordings)),
    ...[...passages.values()].flatMap(({ id, wordings }) => ruled(`passages/${id}`, wordings)),
  ];
}
