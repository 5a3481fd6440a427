import type { ExplainedCodes } from './explained-code.ts';

/** Explanations of the codes for the Handlebars tags in texts. */
export const TEMPLATE_CODES: ExplainedCodes<'template'> = {
  'template/syntax': {
    meaning: 'A tag is not closed, closes nothing, or cannot be read.',
    why: 'The tags around words decide which recipients get them.',
    fix: 'Every {{#if …}} needs an {{/if}}, and every {{ needs a }}.',
    wrong: '{{#if holder.name}}Dear {{holder.name}},',
    right: '{{#if holder.name}}Dear {{holder.name}},{{/if}}',
  },
  'template/unsupported': {
    meaning: 'A text uses a part of Handlebars that letters may not use, or a tag at a place where it is not allowed.',
    why: 'A value is always printed as it was typed; a template cannot change that.',
    fix: 'The hint says what to write instead.',
    wrong: '{{{recipient.title}}}',
    right: '{{recipient.title}}',
  },
  'template/unknown-path': {
    meaning: 'A text names a value that does not exist.',
    why: 'A letter would have a hole in its place.',
    fix: 'Correct the name.',
    wrong: '{{recipient.titel}}',
    right: '{{recipient.title}}',
  },
  'template/unknown-helper': {
    meaning: 'A tag calls a helper that does not exist.',
    why: 'Templates compute nothing: words that depend on the recipient need a wording of their own.',
    fix: 'Write the words out, or choose between wordings in letter.yaml.',
    wrong: '{{uppercase state.short}}',
    right: '{{state.short}}',
  },
  'template/unknown-partial': {
    meaning: 'A text includes a partial that is not there.',
    why: 'Its words would be missing from the letter.',
    fix: 'Correct the name, or write the file in partials/.',
    wrong: '{{> histroy}}',
    right: '{{> history}}      with en/partials/history.md',
  },
  'template/unknown-source': {
    meaning: 'A text cites a source that sources.yaml does not have.',
    why: 'A claim would be made without its source.',
    fix: 'Correct the key, or add the source with its note.',
    wrong: '{{cite "chartr"}}',
    right: '{{cite "charter"}}',
  },
  'template/unknown-passage': {
    meaning: 'A body has a place for a passage that letter.yaml does not declare.',
    why: 'That place would be empty in every letter.',
    fix: 'Correct the name, or declare the passage with its wordings.',
    wrong: '{{passage "thank"}}',
    right: '{{passage "thanks"}}',
  },
  'template/wrong-argument': {
    meaning: 'A tag is given something that it cannot work with.',
    why: 'Handlebars would print nothing, or [object Object].',
    fix: '{{#if}} asks only whether an optional value is there, {{#each}} goes through a list, a partial takes name=value.',
    wrong: '{{#if recipient.title}}…{{/if}}',
    right: '{{#if holder.name}}…{{/if}}',
  },
  'template/no-value': {
    meaning: 'A text prints a value that a recipient does not have.',
    why: 'That recipient’s letter would have a hole.',
    fix: 'Put the words into {{#if …}}, give them a wording of their own, or add the value.',
    wrong: 'We have met {{holder.name}}.',
    right: '{{#if holder.name}}We have met {{holder.name}}.{{else}}We have met your office.{{/if}}',
  },
  'template/too-large': {
    meaning: 'A text is too long, is nested too deeply, or includes so much that reading it would take too long.',
    why: 'The time that a text takes grows without limit with its depth and its markup.',
    fix: 'A letter needs two or three levels: divide the text, or look for a partial that is included too often.',
    wrong: '{{#if a}}{{#if b}}{{#if c}}… (40 deep)',
    right: '{{#if a}}…{{/if}}',
  },
  'template/recursion': {
    meaning: 'Partials include each other without end.',
    why: 'The letter would never be finished.',
    fix: 'Take one of them out of the other.',
    wrong: 'history.md: {{> charter}}      charter.md: {{> history}}',
    right: 'history.md: {{> charter}}',
  },
  'template/unused-partial': {
    meaning: 'A partial exists, but no text includes it.',
    why: 'Its words are in no letter, and its author may not know that.',
    fix: 'Include it where it belongs, or delete it.',
    wrong: 'en/partials/history.md, and no {{> history}}',
    right: '{{> history}} in en/body/chair.md',
  },
};
