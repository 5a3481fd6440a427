import type { ExplainedCodes } from './explained-code.ts';

/** What a letter's Markdown holds, and what it must. */
export const TEXTS: ExplainedCodes<'text'> = {
  'text/no-subject': {
    meaning: 'A body does not begin with its subject.',
    why: 'The subject line is the title of the letter and of its PDF.',
    mend: 'Let the first line be # and the subject.',
    wrong: 'We write to you about the Charter.',
    right: '# The Charter\n\nWe write to you about it.',
  },
  'text/no-demands': {
    meaning: 'A body has no place for its demands, or one too many.',
    why: 'The letter would not ask, or ask twice.',
    mend: 'Put {{demands}} once into a paragraph of its own, in every body that lists demands.',
    wrong: 'We ask you:',
    right: 'We ask you:\n\n{{demands}}',
  },
  'text/no-title': {
    meaning: 'A demand does not begin with its short title.',
    why: 'Readers find a demand by its title, and so do lists of who is asked for what.',
    mend: 'Write the title first, between two asterisks at each end.',
    wrong: 'Publish the Charter in your own name.',
    right: '**Publish the Charter** in your own name.',
  },
  'text/passage-lost': {
    meaning: 'A passage was chosen for a recipient whose body has no place for it.',
    why: 'What was meant for this recipient would be left out in silence.',
    mend: 'Put {{passage "…"}} into that body, or narrow the for: of the passage.',
    wrong: 'thanks: [{ use: signatory }]      and a body without a place for it',
    right: '{{passage "thanks"}} in the body',
  },
  'text/passage-twice': {
    meaning: 'A body has two places for one passage.',
    why: 'The letter would say it twice.',
    mend: 'Take one of the two out.',
    wrong: '{{passage "thanks"}}\n\n{{passage "thanks"}}',
    right: '{{passage "thanks"}}',
  },
  'text/not-alone': {
    meaning: 'The demands or a passage share a paragraph with other words.',
    why: 'They are paragraphs of their own, and cannot be put into the middle of one.',
    mend: 'Put empty lines before and after the tag.',
    wrong: 'We ask you: {{demands}}',
    right: 'We ask you:\n\n{{demands}}',
  },
  'text/value-in-markup': {
    meaning: 'A value stands in code, in HTML or in the address of a link.',
    why: 'There, what a profile holds would be more than words.',
    mend: 'Put the value among the words.',
    wrong: '[our letter](https://example.org/{{state.short}})',
    right: '[our letter to {{state.short}}](https://example.org/letter)',
  },
  'text/unsupported-markdown': {
    meaning: 'A text holds HTML, code, an image, a table or a note, which letters do without.',
    why: 'Not all of it can be set for every reader, on paper and by a screen reader.',
    mend: 'Write plain words, lists and quotations; sources are cited by {{cite "…"}}.',
    wrong: 'Our <b>first</b> request',
    right: 'Our **first** request',
  },
  'text/link-refused': {
    meaning: 'A link leads to something else than a web page or an e-mail address.',
    why: 'Readers of a PDF follow links without looking.',
    mend: 'Links begin with https://, http:// or mailto:.',
    wrong: '[our letter](file:///home/letter.pdf)',
    right: '[our letter](https://example.org/letter.pdf)',
  },
  'text/working-note': {
    meaning: 'A text holds a note to whoever writes it, the rest of a tag, or two spaces in a row.',
    why: 'Such leftovers show that nobody read the letter before it went out.',
    mend: 'Decide on the words; what depends on the recipient is a wording of its own.',
    wrong: 'We thank him/her.',
    right: 'We thank the Minister.',
  },
  'text/empty-part': {
    meaning: 'A part that a letter must have has no words.',
    why: 'An empty salutation or demand shows that nobody read the letter.',
    mend: 'Write its words, or take the part out.',
    wrong: '## \n\nWe write to you.',
    right: '## The Charter\n\nWe write to you.',
  },
};
