/**
 * Returns a small valid campaign: one letter with one demand to two recipients, a chair with a named holder and a
 * minister without one. `changes` replaces files by path; undefined removes a file.
 */
export function aCampaign(changes: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  const files = Object.entries({ ...FILES, ...changes });
  return Object.fromEntries(files.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/**
 * Returns {@link aCampaign} with the first `original` in a file replaced. Throws an Error if the file does not contain
 * it.
 */
export function aCampaignWith(path: string, original: string, replacement: string): Record<string, string> {
  const files = aCampaign();
  const text = files[path];
  if (text === undefined || !text.includes(original)) throw new Error(`${path} does not contain ${original}`);
  return { ...files, [path]: text.replace(original, () => replacement) };
}

/** The id of the only letter of {@link aCampaign}; its folder in `templates/` has this name. */
export const THE_LETTER = 'appeal';

const FILES: Readonly<Record<string, string>> = {
  'templates/appeal/letter.yaml': `status: specimen
date: 2025-12-01
needs: { final: [legal] }
languages: { en: original }
to: [chair, minister]
reference: A/1
signatories:
  - { id: the-society, name: { en: The Society } }
enclosures: [charter]
published: { en: open letter }
body:
  - { use: chair, for: chair, demands: [publish] }
  - { use: minister, for: minister, demands: [publish] }
demands:
  publish:
    number: 1
    sources: [charter]
    wordings:
      - { use: ask, for: { any: [chair, { group: council }] } }
      - { use: support }
passages:
  thanks:
    - { use: signatory, for: { all: [minister, { fact: signed-charter }] } }
page: { preset: international }
`,
  'templates/appeal/sources.yaml': `charter:
  title: { en: The Charter }
  note: { en: "The Charter, adopted in 1999" }
  url: https://example.org/charter
  date: 1999-05-04
  source: the register of charters
`,
  'templates/appeal/en/body/chair.md': `# The Charter

We write to you as {{recipient.title}}{{cite "charter"}}.

{{passage "thanks"}}

We ask you:

{{demands}}
`,
  'templates/appeal/en/body/minister.md': `# The Charter

We write to you.

{{passage "thanks"}}

We ask you:

{{demands}}
`,
  'templates/appeal/en/demands/publish/ask.md': `**Publish the Charter** in your own name{{cite "charter"}}.
`,
  'templates/appeal/en/demands/publish/support.md': `**Support the Charter** wherever you can{{cite "charter"}}.
`,
  'templates/appeal/en/passages/thanks/signatory.md': `We thank your Government for signing it.
`,
  'recipients/states.yaml': `BE:
  names:
    en: { short: Belgium, formal: the Kingdom of Belgium, of: of Belgium }
  facts:
    signed-charter: { value: true, since: 2001-01-01, source: the register of charters }
FR:
  names:
    en: { short: France, formal: the French Republic, of: of France }
  facts:
    signed-charter:
      - { value: false, since: 2001-01-01, until: 2009-12-31, source: the register of charters }
      - { value: true, since: 2010-01-01, source: the register of charters }
`,
  'recipients/groups.yaml': `roles:
  chair: { meaning: presides over the assembly }
  minister: { meaning: has a ministry }
facts:
  signed-charter: { type: yes-no, complete: true, meaning: signed the Charter }
groups:
  council:
    meaning: members of the council
    members:
      - { state: FR, since: 2024-01-01, until: 2026-12-31, source: the council }
`,
  'recipients/forms/en.yaml': `chair:
  unknown:
    envelope: "{{recipient.title}}"
    salutation: Excellency,
    in-text: you
    close: Yours faithfully,
    source: the handbook
  f:
    envelope: "{{holder.name}}, {{recipient.title}}"
    salutation: Madam Chair,
    in-text: you
    close: Yours faithfully,
    source: the handbook
minister:
  unknown:
    envelope: "{{recipient.title}}"
    salutation: Excellency,
    in-text: Your Excellency
    close: Please accept the assurances of our highest consideration.
    source: the handbook
`,
  'recipients/chair.yaml': `id: the-chair
roles: [chair]
state: FR
languages: [en]
office: { title: { en: Chair of the Assembly }, rank: chair }
holder: { name: Aline Durand, honorific: Ms, gender: f, since: 2024-01-01, source: the assembly }
address: { lines: [1 Assembly Square, 1000 SOMEWHERE] }
channels: [{ email: chair@example.org, purpose: letters, source: the assembly }]
copies: [{ en: The secretariat }]
source: the assembly
verified: 2025-11-30
`,
  'recipients/ministers.yaml': `- id: be-minister
  roles: [minister]
  state: BE
  languages: [en, fr]
  office: { title: { en: Minister of Charters }, rank: minister }
  address: { lines: [2 Ministry Street, 1000 BRUSSELS] }
  source: the ministry
  verified: false
`,
};
