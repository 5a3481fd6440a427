import { aCampaign } from './a-campaign.ts';

/** A body in which every kind of block and inline content stands several times, for some recipients once more. */
const REPEATED = `# The Charter

Words. {{recipient.title}} *and* **more**{{cite "charter" at="art. 1"}} [here](https://example.org/).

Words. {{recipient.title}} *and* **more**{{cite "charter" at="art. 1"}} [here](https://example.org/).

{{#if state.short}}Words. {{state.short}}{{else}}Words.{{/if}}

## Words

- Words.
- Words.

  Words.

  1. Words.
  2. Words. {{recipient.title}}

## Words

> Words.
>
> - Words.{{cite "charter"}}
>   - Words.

> Words.

{{passage "thanks"}}

- Words.
- Words.

{{demands}}

Words.
`;

/** A campaign whose letters repeat their blocks, some of them shared by all recipients and some by a few. */
export function aRepeatingCampaign(): Record<string, string> {
  const files = aCampaign({
    'templates/appeal/en/body/minister.md': REPEATED,
    'templates/appeal/en/body/chair.md': REPEATED,
    'templates/appeal/en/demands/publish/ask.md': '**Words.** Words.{{cite "charter"}}\n\n- Words.\n- Words.\n',
  });
  const profile = files['recipients/ministers.yaml'] ?? '';
  const ministers = ['Charters', 'Words', 'Charters', 'Words', 'Charters'].map((title, index) =>
    profile.replace('be-minister', `be-minister-${index}`).replace('Minister of Charters', `Minister of ${title}`),
  );
  return { ...files, 'recipients/ministers.yaml': ministers.join('') };
}
