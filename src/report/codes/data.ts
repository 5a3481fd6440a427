import type { ExplainedCodes } from './explained-code.ts';

/** Explanations of the codes for the content of a single file: keys, values and conditions. */
export const DATA_CODES: ExplainedCodes<'data' | 'condition'> = {
  'data/unknown-key': {
    meaning: 'A key is not known at this place.',
    why: 'A misspelt key would be passed over, and what it says would be missing from the letter.',
    fix: 'Correct the name, or take the entry out. demarche schema prints what each kind of file may hold.',
    wrong: 'offise: { title: { en: Chair }, rank: chair }',
    right: 'office: { title: { en: Chair }, rank: chair }',
  },
  'data/missing-key': {
    meaning: 'A key, or the text of a language, is missing where it must be.',
    why: 'A letter would have a hole in its place.',
    fix: 'Add it with its value.',
    wrong: 'office: { rank: chair }',
    right: 'office: { title: { en: Chair }, rank: chair }',
  },
  'data/wrong-type': {
    meaning: 'A value is a list, a mapping or a text where one of the other two is needed, or it is empty.',
    why: 'Guessing what was meant might print half an address, or none.',
    fix: 'Write a list in brackets, or on lines that begin with a dash; write a mapping as key: value.',
    wrong: 'roles: minister',
    right: 'roles: [minister]',
  },
  'data/wrong-value': {
    meaning: 'A value has the right type, but is not one that is allowed here.',
    why: 'A wrong value would be printed, or would decide which texts a letter gets.',
    fix: 'Write what the message asks for. Days are written 2025-12-01; yes and no are true and false.',
    wrong: 'since: 1 December 2025',
    right: 'since: 2025-12-01',
  },
  'data/white-space': {
    meaning: 'A text begins or ends with a space, or has two spaces in a row. Spaces that look like others count too.',
    why: 'The letter would print them, as in “Dear Ms Ferreira ,”.',
    fix: 'Take them out. In a spreadsheet, the function TRIM does it for a whole column.',
    wrong: 'name: "Anna Ferreira "',
    right: 'name: Anna Ferreira',
  },
  'data/leftover': {
    meaning:
      'A value has what a program writes if there is no value, a field that was not filled in, or wrongly decoded letters.',
    why: 'The letter would print it, and show that nobody read it before it went out.',
    fix: 'Correct the value, or leave it out. If it is meant, as the name Null, list it under meant: in letter.yaml.',
    wrong: 'name: "ZoÃ« MÃ¼ller"',
    right: 'name: Zoë Müller',
  },
  'condition/malformed': {
    meaning: 'A condition is not written correctly.',
    why: 'It decides who gets which words, so it is never guessed.',
    fix: 'Write a role, { group: … }, { state: […] }, { language: … }, { fact: … } or { field: { name: value } }, or combine them by all, any or not.',
    wrong: 'for: { role: minister, group: council }',
    right: 'for: { all: [minister, { group: council }] }',
  },
  'condition/unknown-name': {
    meaning:
      'A condition asks for a role, group, fact, State, language, field or value of a field that is not declared.',
    why: 'It would hold for nobody, and nobody would notice.',
    fix: 'Correct the name, or declare it in recipients/groups.yaml, recipients/states.yaml or recipients/fields.yaml.',
    wrong: 'for: ministr',
    right: 'for: minister',
  },
};
