import type { ExplainedCodes } from './explained-code.ts';

/** Explanations of the codes for the files in which a campaign states the words of a language. */
export const LANGUAGE_CODES: ExplainedCodes<'language'> = {
  'language/missing-word': {
    meaning:
      'The file of a language in languages/ lacks a word that letters print. The program has none for it either.',
    why: 'Every letter in the language would have a hole, or a word of another language, in its place.',
    fix: 'Add the key with the word. The message has what English says there.',
    wrong: 'labels: { ours: Gure erref., date: Data }',
    right: 'labels: { ours: Gure erref., yours: Zure erref., date: Data }',
  },
  'language/unused': {
    meaning: 'No letter of the campaign is written in the language of a file in languages/.',
    why: 'The words may be meant for another tag: pt.yaml also serves pt-BR, but pt-BR.yaml does not serve pt.',
    fix: 'Name the file after the language of the letters, or delete it.',
    wrong: 'languages/fr-CH.yaml         (letters in fr)',
    right: 'languages/fr.yaml',
  },
};
