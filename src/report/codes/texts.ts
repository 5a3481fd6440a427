import type { ExplainedCodes } from './explained-code.ts';

/** Explanations of the codes for the Markdown in texts and for translations. */
export const TEXT_CODES: ExplainedCodes<'text' | 'translation'> = {
  'text/no-subject': {
    meaning: 'A body does not begin with its subject.',
    why: 'The subject line is the title of the letter and of its PDF.',
    fix: 'Let the first line be # and the subject.',
    wrong: 'We write to you about the Charter.',
    right: '# The Charter\n\nWe write to you about it.',
  },
  'text/no-demands': {
    meaning: 'A body has no place for its demands, or one too many.',
    why: 'The letter would not ask, or ask twice.',
    fix: 'Put {{demands}} once into a paragraph of its own, in every body that lists demands.',
    wrong: 'We ask you:',
    right: 'We ask you:\n\n{{demands}}',
  },
  'text/no-title': {
    meaning: 'A demand does not begin with its short title.',
    why: 'Readers find a demand by its title, and so do lists of who is asked for what.',
    fix: 'Write the title first, with two asterisks before and after it.',
    wrong: 'Publish the Charter in your own name.',
    right: '**Publish the Charter** in your own name.',
  },
  'text/passage-lost': {
    meaning: 'A passage was chosen for a recipient whose body has no place for it.',
    why: 'What was meant for this recipient would be left out in silence.',
    fix: 'Put {{passage "…"}} into that body, or narrow the for: of the passage.',
    wrong: 'thanks: [{ use: signatory }]      and a body without a place for it',
    right: '{{passage "thanks"}} in the body',
  },
  'text/passage-twice': {
    meaning: 'A body has two places for one passage.',
    why: 'The letter would say it twice.',
    fix: 'Take one of the two out.',
    wrong: '{{passage "thanks"}}\n\n{{passage "thanks"}}',
    right: '{{passage "thanks"}}',
  },
  'text/not-alone': {
    meaning: 'The demands or a passage share a paragraph with other words.',
    why: 'They are paragraphs of their own, and cannot be put into the middle of one.',
    fix: 'Put empty lines before and after the tag.',
    wrong: 'We ask you: {{demands}}',
    right: 'We ask you:\n\n{{demands}}',
  },
  'text/value-in-markup': {
    meaning: 'A value is inside code, HTML or the address of a link.',
    why: 'There, text from a profile could act as markup, or change where a link leads.',
    fix: 'Put the value into the words of the text.',
    wrong: '[our letter](https://example.org/{{state.short}})',
    right: '[our letter to {{state.short}}](https://example.org/letter)',
  },
  'text/unsupported-markdown': {
    meaning:
      'A text has HTML, code, an image, a table or a Markdown footnote, or markup of another dialect, as ~~struck~~.',
    why: 'Such markup does not work both on paper and with a screen reader, or would be printed as it is typed.',
    fix: 'Write plain words, lists and quotations; sources are cited by {{cite "…"}}.',
    wrong: 'Our <b>first</b> request',
    right: 'Our **first** request',
  },
  'text/link-refused': {
    meaning: 'A link leads to something other than a web page or an e-mail address.',
    why: 'Readers of a PDF follow links without looking.',
    fix: 'Links begin with https://, http:// or mailto:.',
    wrong: '[our letter](file:///home/letter.pdf)',
    right: '[our letter](https://example.org/letter.pdf)',
  },
  'text/working-note': {
    meaning: 'A text has a note to its writer (TODO, him/her), the rest of a tag, or a space that does not belong.',
    why: 'They show that nobody read the letter before it went out.',
    fix: 'Decide on the words, or give them a wording of their own. If they are meant, list them under meant: in letter.yaml.',
    wrong: 'We thank him/her.',
    right: 'We thank the Minister.',
  },
  'text/leftover': {
    meaning: 'A text has a field of another program that was not filled in, filler text, or wrongly decoded letters.',
    why: 'The letter would print it, and show that nobody read it before it went out.',
    fix: 'Write the words; a value is {{recipient.title}}. If they are meant, list them under meant: in letter.yaml.',
    wrong: 'Dear «Title»,',
    right: 'Dear {{recipient.title}},',
  },
  'text/empty-part': {
    meaning: 'A part that a letter must have has no words.',
    why: 'An empty salutation or demand shows that nobody read the letter.',
    fix: 'Write its words, or take the part out.',
    wrong: '## \n\nWe write to you.',
    right: '## The Charter\n\nWe write to you.',
  },
  'translation/differs': {
    meaning: 'Texts in a language lack something that their original has, or have words that they must not have.',
    why: 'Two recipients would be told different things under the same signatures.',
    fix: 'The table that demarche validate prints shows how each text differs; correct the texts, or terms.yaml.',
    wrong: 'en: of 4 May 1999      fr: du 5 mai 1999',
    right: 'en: of 4 May 1999      fr: du 4 mai 1999',
  },
  'translation/stale': {
    meaning: 'An original has changed since its translation was made from it.',
    why: 'The translation may still say what the original no longer says.',
    fix: 'Bring the translation up to date, then run demarche translations --renew.',
    wrong: 'fr: { body/minister: 5c1a… }      (the original has changed since)',
    right: 'demarche translations body/minister --renew',
  },
};
