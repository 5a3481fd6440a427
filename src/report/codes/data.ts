import type { ExplainedCodes } from './explained-code.ts';

/** What files say, each by itself. */
export const DATA: ExplainedCodes<'data' | 'condition'> = {
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
    wrong: 'office: { title: { en: Chair } }',
    right: 'office: { title: { en: Chair }, rank: chair }',
  },
  'data/wrong-type': {
    meaning: 'A list, a mapping or a text stands where another of the three must be, or nothing at all.',
    why: 'Guessing what was meant might print half an address, or none.',
    fix: 'A list stands in brackets or on lines that begin with a dash; a mapping is key: value.',
    wrong: 'roles: minister',
    right: 'roles: [minister]',
  },
  'data/wrong-value': {
    meaning: 'A value is of the right kind and cannot be what is asked for.',
    why: 'It would be printed, or decide about a letter, as something that it is not.',
    fix: 'Write what the message asks for. Days are written 2025-12-01; yes and no are true and false.',
    wrong: 'since: 1 December 2025',
    right: 'since: 2025-12-01',
  },
  'condition/malformed': {
    meaning: 'A condition is not written as conditions are.',
    why: 'It decides who gets which words, so it is never guessed.',
    fix: 'A condition is a role, { group: … }, { state: […] }, { language: … }, { fact: … }, or all, any, not over such.',
    wrong: 'for: { role: minister, group: council }',
    right: 'for: { all: [minister, { group: council }] }',
  },
  'condition/unknown-name': {
    meaning: 'A condition asks for a role, group, fact, State or language that is not declared.',
    why: 'It would hold for nobody, and nobody would notice.',
    fix: 'Correct the name, or declare it in recipients/groups.yaml or recipients/states.yaml.',
    wrong: 'for: ministr',
    right: 'for: minister',
  },
};
