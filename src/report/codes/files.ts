import type { ExplainedCodes } from './explained-code.ts';

/** Explanations of the codes for files that cannot be read, or are not valid text or YAML. */
export const FILE_CODES: ExplainedCodes<'file' | 'yaml'> = {
  'file/missing': {
    meaning: 'A file that a campaign needs is not there.',
    why: 'Without it nobody knows what the letters say, or to whom.',
    fix: 'Create it, or give the file that is there its right name. README.md lists the files of a campaign.',
    wrong: 'templates/bridge/letters.yaml',
    right: 'templates/bridge/letter.yaml',
  },
  'file/unreadable': {
    meaning: 'A file exists but cannot be read, or is a pipe, a device or a folder.',
    why: 'What cannot be read cannot be checked, and a pipe might keep the run waiting for ever.',
    fix: 'Give yourself the right to read it, or put an ordinary file in its place.',
    wrong: 'mkfifo recipients/chair.yaml',
    right: 'a text file of that name',
  },
  'file/not-read': {
    meaning:
      'A file or folder is among the profiles, but is not one that demarche reads, or a text is in none of the folders for texts, or the name of a text, of its folder or of a file of a letter is not one that is read.',
    why: 'If it were silently ignored, a recipient would get no letter, or a letter without this text.',
    fix: 'Let the name of profiles end in .yaml, save a table as .csv, .tsv or .xlsx, and put the file into recipients/ itself, or move it away. Put a text into body/, cover/, passages/, demands/ or partials/, and give it a name of letters and digits, -, _ and full stops inside, which ends in .md.',
    wrong: 'recipients/ministers.yml',
    right: 'recipients/ministers.yaml',
  },
  'file/too-large': {
    meaning: 'A file is larger than one megabyte.',
    why: 'Files of a campaign are written and reviewed by people; one so large is something else.',
    fix: 'Divide it into several files.',
    wrong: 'recipients/all-ministers-of-the-world.yaml (12 MB)',
    right: 'recipients/ministers-africa.yaml, recipients/ministers-americas.yaml, …',
  },
  'file/not-utf8': {
    meaning: 'A file holds bytes that are not UTF-8 text.',
    why: 'In the wrong encoding, an accented letter becomes another character, even in a person’s name.',
    fix: 'Save the file as UTF-8; every editor can. The location is that of the first byte that is not UTF-8.',
    wrong: 'name: Ren\\xE9e        (saved as Windows-1252)',
    right: 'name: Renée        (saved as UTF-8)',
  },
  'file/forbidden-character': {
    meaning: 'A file, or a text made from it, has a character that cannot be seen, or that no font can show.',
    why: 'An invisible character cannot be reviewed, and may reverse the order of the words beside it.',
    fix: 'Delete it. If it cannot be found, delete the word around it and type that again.',
    wrong: 'title: { en: "Minister\\u{200b} of Foreign Affairs" }',
    right: 'title: { en: Minister of Foreign Affairs }',
  },
  'file/outside': {
    meaning: 'A file of the campaign is a link to a place outside the campaign’s folder.',
    why: 'Through such a link, a campaign that you were sent could make demarche print any of your files.',
    fix: 'Put a copy of the file into the campaign.',
    wrong: 'recipients/chair.yaml -> /etc/hostname',
    right: 'recipients/chair.yaml, an ordinary file',
  },
  'yaml/syntax': {
    meaning:
      'A file is not valid YAML. The location is where reading it failed, or the earlier mistake that caused this.',
    why: 'Nothing is guessed here, because a wrong guess might cut a sentence in half.',
    fix:
      'Most often a space is missing after a colon, a line is indented wrongly or with a tab, or text that contains a ' +
      'colon or begins with a bracket or brace needs quotation marks.',
    wrong: 'title: Charter: a proposal',
    right: 'title: "Charter: a proposal"',
  },
  'yaml/unsupported': {
    meaning:
      'A file uses a part of YAML that campaigns may not use: directives, anchors, aliases, tags, merge keys, several documents, null.',
    why: 'Such parts can make one text mean two things, or a small file expand to a huge one.',
    fix: 'Write the words out. Text that only looks like one of these goes between quotation marks.',
    wrong: 'source: *same-as-above',
    right: 'source: the register of charters',
  },
  'yaml/comment-in-text': {
    meaning: 'A comment follows a text that is not in quotation marks.',
    why: 'YAML drops what follows a space and #, so an address like “Plaza #400” would lose its number in silence.',
    fix: 'Put the text between quotation marks if the # belongs to it; else give the comment a line of its own.',
    wrong: 'lines: [12 Plaza #400, …]',
    right: 'lines: ["12 Plaza #400", …]',
  },
  'yaml/duplicate-key': {
    meaning: 'A key is given twice in one mapping.',
    why: 'Programs keep one of the two and drop the other without a word.',
    fix: 'Keep the one that is meant.',
    wrong: 'state: BE\nstate: FR',
    right: 'state: BE',
  },
};
