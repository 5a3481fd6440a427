import type { ExplainedCodes } from './explained-code.ts';

/** Explanations of the codes for recipients in NDJSON or in tables, and for joining shards. */
export const TABLE_CODES: ExplainedCodes<'json' | 'csv' | 'table' | 'shard'> = {
  'json/syntax': {
    meaning: 'A line is not valid JSON.',
    why: 'Nothing is guessed here, because a wrong guess might lose half a profile.',
    fix: 'Each line is one recipient, a whole JSON object.',
    wrong: "{'id': 'be-minister'}",
    right: '{"id": "be-minister", …}',
  },
  'json/duplicate-key': {
    meaning: 'A key is given twice in one object.',
    why: 'Programs keep one of the two and drop the other without a word.',
    fix: 'Keep the one that is meant.',
    wrong: '{"id": "be-minister", "id": "fr-minister", …}',
    right: '{"id": "be-minister", …}',
  },
  'csv/syntax': {
    meaning: 'A table cannot be read from this row on.',
    why: 'A quotation mark that is not closed swallows the recipients that follow.',
    fix: 'Put a cell that contains quotation marks between quotation marks, and double those in it.',
    wrong: 'be-minister,Minister of "Charters"',
    right: 'be-minister,"Minister of ""Charters"""',
  },
  'csv/column': {
    meaning:
      'A table is empty, its first row has no column id, or the name of a column is missing, not valid or in conflict with another.',
    why: 'Its cells would be lost.',
    fix: 'The first row names the columns by the keys of a profile, with dots: office.title.en, address.lines.1.',
    wrong: 'id,roles.1,,languages.1',
    right: 'id,roles.1,state,languages.1',
  },
  'csv/ragged-row': {
    meaning: 'A row has more or fewer cells than the first row.',
    why: 'A cell was lost or added, and the cells after it are in the wrong columns.',
    fix: 'Put a cell that contains a comma between quotation marks, and keep the commas around empty cells.',
    wrong: 'be-minister,minister,2 Ministry Street, 1000 Brussels',
    right: 'be-minister,minister,"2 Ministry Street, 1000 Brussels"',
  },
  'table/not-described': {
    meaning: 'A table in recipients/ has no columns file beside it.',
    why: 'What its columns mean is not guessed, and its recipients would get no letter.',
    fix: 'Write a file <name>.columns.yaml that says what each column is for, or move the table out of recipients/.',
    wrong: 'recipients/members.csv',
    right: 'recipients/members.csv and recipients/members.columns.yaml',
  },
  'table/missing': {
    meaning: 'The table that a columns file describes is not there, or cannot be told from another.',
    why: 'Its recipients would get no letter.',
    fix: 'Put the table into recipients/, or name it with table.',
    wrong: 'table: membres.csv',
    right: 'table: members.csv',
  },
  'table/pattern': {
    meaning: 'What a columns file says of a value cannot be read as text with columns in braces.',
    why: 'The value would be missing, or braces would be printed.',
    fix: 'Put the text in quotation marks, and each column in braces; two braces stand for one that is meant.',
    wrong: 'name: {First name} {Last name}',
    right: 'name: "{First name} {Last name}"',
  },
  'table/column': {
    meaning: 'A column that is used is missing or is there twice, or a column is neither used nor ignored.',
    why: 'A column that changed its name would empty a line of every letter, and one that nobody looked at may hold what the letter should say.',
    fix: 'Name each column as the table does, and list those that are left out on purpose under ignore.',
    wrong: 'ward: "{Wards}"',
    right: 'ward: "{Ward}"',
  },
  'table/cell': {
    meaning: 'A cell cannot become the value that the columns file makes of it.',
    why: 'The letter would print words without what belongs to them, one line where there are two, or a word that is not known.',
    fix: 'Correct the cell, or say under values what takes its place.',
    wrong: 'gender: { from: "{Sex}", values: { Ms: f, Mr: m } }, and a cell with Herr',
    right: 'gender: { from: "{Sex}", values: { Ms: f, Mr: m, Herr: m } }',
  },
  'table/id': {
    meaning: 'Rows of a table have the same id, or none.',
    why: 'Ids name the files: one letter would take the place of another.',
    fix: 'Make the id of columns that tell the rows apart.',
    wrong: 'id: "{Last name}"',
    right: 'id: "{Last name}-{Ward}"',
  },
  'shard/missing': {
    meaning: 'Not all shards of a run are there.',
    why: 'Some recipients would get no letter, and nobody would notice.',
    fix: 'Run the shard that is missing, or bring its letters and its manifest to the others.',
    wrong: 'demarche join out/appeal/manifest.1-of-2.ndjson',
    right: 'demarche join out/appeal/manifest.*-of-2.ndjson',
  },
  'shard/doubled': {
    meaning: 'A shard is given twice.',
    why: 'Either two folders were mixed or a manifest was named twice, so it is not clear whether the run is complete.',
    fix: 'Name every manifest once.',
    wrong: 'demarche join out/appeal/manifest.1-of-2.ndjson out/appeal/manifest.1-of-2.ndjson',
    right: 'demarche join out/appeal/manifest.1-of-2.ndjson out/appeal/manifest.2-of-2.ndjson',
  },
  'shard/foreign': {
    meaning:
      'A shard is not part of the same run as the others: it was made from other input, or is of another letter.',
    why: 'Joined, they would look like the letters of one run, but would not belong together.',
    fix: 'Run that shard again, from the same campaign, with the same options and the same version.',
    wrong: 'demarche generate --shard 1/2 && demarche generate --shard 2/2 --date 2026-01-01',
    right: 'demarche generate --shard 1/2 && demarche generate --shard 2/2',
  },
  'shard/unfinished': {
    meaning: 'The run of a shard did not finish.',
    why: 'Some of its letters may be missing.',
    fix: 'Run it again: it makes what is missing.',
    wrong: 'demarche join …, while shard 2/2 was stopped',
    right: 'demarche generate --shard 2/2 && demarche join …',
  },
  'shard/letter-failed': {
    meaning: 'The run of a shard finished, but some of its letters failed.',
    why: 'Their recipients would get no letter.',
    fix: 'Fix the faults that it reported, and run the shard again.',
    wrong: '12 letters: 24 files written, 0 unchanged; 0 recipients skipped, 1 failed',
    right: '13 letters: 26 files written, 0 unchanged; 0 recipients skipped, 0 failed',
  },
};
