import { aCampaign } from './a-campaign.ts';

/**
 * The small campaign with powers: `publish`, which chairs and members of the council are asked with `ask` and ministers
 * with `support`, and `teach`, which `ask` carries. `powers` is the content of `powers.yaml`, `rules` that of the wordings
 * of `publish`.
 */
export function aCampaignWithPowers(powers: string = POWERS, rules: string = RULES): Record<string, string> {
  const files = aCampaign();
  const path = 'templates/appeal/letter.yaml';
  const letter = (files[path] ?? '').replace(/ {4}wordings:\n(?: {6}.*\n)+/u, () => `    wordings:\n${rules}${TEACH}`);
  return {
    ...files,
    [path]: letter,
    'templates/appeal/en/demands/teach/ask.md': '**Teach the Charter** in schools.\n',
    'recipients/powers.yaml': powers,
  };
}

const RULES = `      - use: ask
        for: { any: [chair, { group: council }] }
        with: [teach]
        power: { publish: publish-it, teach: run-schools }
      - { use: support, power: none, because: Anyone may support it. }
`;

const TEACH = `  teach:
    number: 2
    sources: [charter]
    wordings: [{ use: ask, power: run-schools }]
`;

const POWERS = `publish-it:
  meaning: Publishes the Charter
  source: Rules, rule 4
  held-by: [{ for: chair }]
run-schools:
  meaning: Decides what is taught
  source: Charter, art. 7(2)
  held-by:
    - { for: chair, since: 1999-05-04 }
    - { for: minister, until: 2030-12-31 }
`;
