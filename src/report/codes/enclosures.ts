import type { ExplainedCodes } from './explained-code.ts';

/** Explanations of the codes for files that are sent with letters. */
export const ENCLOSURE_CODES: ExplainedCodes<'enclosure'> = {
  'enclosure/path': {
    meaning: 'A letter encloses a file that is not in the folder of the letter.',
    why: 'The enclosures of a letter are kept with it, so that it can be made on every machine, and never from the web.',
    fix: 'Save the file in templates/<letter>/, under a name of letters, digits and hyphens, and write its path from there.',
    wrong: 'enclosures: [{ id: survey, title: County survey, file: https://example.org/survey.pdf }]',
    right: 'enclosures: [{ id: survey, title: County survey, file: annexes/survey.pdf }]',
  },
  'enclosure/refused': {
    meaning:
      'A file cannot be enclosed: it is empty, encrypted, damaged or a program, or its content is not what its name says.',
    why: 'Recipients could not open it, or their mail server would refuse it, and a letter cannot be recalled.',
    fix: 'Save the file again as the hint says.',
    wrong: 'enclosures: [{ id: survey, title: County survey, file: survey.pdf }]      a PDF with a password',
    right: 'enclosures: [{ id: survey, title: County survey, file: survey.pdf }]      the same without one',
  },
  'enclosure/not-checked': {
    meaning:
      'The content of a file that is enclosed could not be checked: it is not of a usual kind of document, or it is a PDF that could not be read. This is a warning.',
    why: 'The file may be damaged, or recipients may have no program that opens it.',
    fix: 'Open the file and look at all of it, or enclose it as a PDF.',
    wrong: 'enclosures: [{ id: plan, title: Plan of the bridge, file: plan.dwg }]',
    right: 'enclosures: [{ id: plan, title: Plan of the bridge, file: plan.pdf }]',
  },
  'enclosure/not-accessible': {
    meaning: 'A PDF that is enclosed is not tagged, or does not state its language. This is a warning.',
    why: 'A reader who does not see it cannot have it read aloud in order. Public bodies have to provide documents that can be.',
    fix: 'Export it again as a tagged PDF (PDF/UA), with its language set.',
    wrong: 'enclosures: [{ id: survey, title: County survey, file: survey.pdf }]      a scan',
    right: 'enclosures: [{ id: survey, title: County survey, file: survey.pdf }]      a tagged PDF',
  },
  'enclosure/same-name': {
    meaning: 'Two files would have one name beside the letters: two enclosures, or an enclosure and a picture.',
    why: 'All enclosures are copied into one folder, enclosures/, under their own names, and one would replace the other.',
    fix: 'Rename one of the files. Recipients see the name.',
    wrong: 'file: { en: en/survey.pdf, fr: fr/survey.pdf }',
    right: 'file: { en: en/survey.pdf, fr: fr/enquete.pdf }',
  },
  'enclosure/too-large-together': {
    meaning: 'The files that are sent with one letter are more than 20 MB together. This is a warning.',
    why: 'Many mail servers refuse a message of that size: the files grow by a third in it.',
    fix: 'Make the files smaller, or publish one and enclose it as a source with its address.',
    wrong: 'enclosures: [{ id: atlas, title: Atlas of the valley, file: atlas.pdf }]      a file of 31 MB',
    right: 'enclosures: [atlas]      a source with title and url',
  },
};
