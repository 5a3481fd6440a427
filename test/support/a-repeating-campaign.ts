import { aCampaign } from './a-campaign.ts';

/** A body that contains every kind of block and inline content several times, partly depending on the recipient. */
const REPEATING_BODY = `# The Charter

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

/** Returns a campaign whose letters contain equal blocks, some of them equal in all letters and others in a few. */
export function aRepeatingCampaign(): Record<string, string> {
  const files = aCampaign({
    'templates/appeal/en/body/minister.md': REPEATING_BODY,
    'templates/appeal/en/body/chair.md': REPEATING_BODY,
    'templates/appeal/en/demands/publish/ask.md': '**Words.** Words.{{cite "charter"}}\n\n- Words.\n- Words.\n',
  });
  const profile = files['recipients/ministers.yaml'] ?? '';
  const ministers = ['Charters', 'Words', 'Charters', 'Words', 'Charters'].map((title, index) =>
    profile.replace('be-minister', `be-minister-${index}`).replace('Minister of Charters', `Minister of ${title}`),
  );
  return { ...files, 'recipients/ministers.yaml': ministers.join('') };
}
