import { aCampaign } from './a-campaign.ts';

const DECLARATIONS = `ward: { meaning: The ward, required: true }
households: { type: number, meaning: Households without water }
meeting: { type: date, meaning: "When we met, if we did" }
grant: { type: amount, currency: EUR, meaning: The grant }
party: { one-of: { green: { en: Greens }, red: { en: Labour } }, meaning: The party }
points: { type: lines, meaning: What was agreed }
member: { type: yes-no, meaning: Whether they are a member }
`;

const MINISTER = `# The Charter

In {{fields.ward}}, {{#if fields.households}}{{fields.households}} {{plural fields.households one="household has" other="households have"}} no water.{{else}}there is no water.{{/if}}
{{#if fields.meeting}}We met on {{fields.meeting}}.{{/if}}
{{#if fields.grant}}The grant was {{fields.grant}}.{{/if}}
{{#if fields.party}}You are one of the {{fields.party}}.{{/if}}

{{#if fields.points}}{{fields.points}}{{/if}}

{{passage "thanks"}}

{{demands}}
`;

/** The fields of the minister in {@link aCampaignWithFields}, as YAML. */
export const ALL_FIELDS =
  '{ ward: "*North* & 1. Co", households: 412, meeting: 2025-11-02, grant: 1500.00, party: green, points: ["1. one", "# two"], member: yes }';

/**
 * Returns the small campaign with a field of each type, which the body of the minister's letter prints. `fields` are
 * those of the minister, `thanks` is the condition of the passage that thanks.
 */
export function aCampaignWithFields(
  fields: string = ALL_FIELDS,
  thanks = '{ field: { party: green } }',
  changes: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const files = aCampaign();
  const replaced = (path: string, original: string, replacement: string): Record<string, string> => {
    const text = files[path] ?? '';
    if (!text.includes(original)) throw new Error(`${path} does not contain ${original}`);
    return { [path]: text.replace(original, () => replacement) };
  };
  return {
    ...files,
    'recipients/fields.yaml': DECLARATIONS,
    'templates/appeal/en/body/minister.md': MINISTER,
    ...replaced('recipients/chair.yaml', 'roles: [chair]', 'roles: [chair]\nfields: { ward: South }'),
    ...replaced('recipients/ministers.yaml', 'roles: [minister]', `roles: [minister]\n  fields: ${fields}`),
    ...replaced('templates/appeal/letter.yaml', '{ all: [minister, { fact: signed-charter }] }', thanks),
    ...changes,
  };
}
