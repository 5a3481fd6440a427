import type { ExplainedCodes } from './explained-code.ts';

/** Explanations of the codes for recipients in NDJSON, CSV or a workbook, and for joining shards. */
export const TABLE_CODES: ExplainedCodes<'json' | 'csv' | 'workbook' | 'shard'> = {
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
  'workbook/format': {
    meaning:
      'A file named .xlsx is no workbook that can be read: it is encrypted, damaged, too large or of another format.',
    why: 'A part of it might be lost without notice.',
    fix: 'Open it in a spreadsheet program and save it as an Excel workbook (.xlsx), without a password.',
    wrong: 'members.xls, with .xlsx put in the place of .xls',
    right: 'members.xlsx, by “Save as”',
  },
  'workbook/sheet': {
    meaning: 'It is not clear which sheet of a workbook has the recipients, or there is no sheet of the name given.',
    why: 'Letters would go out to the rows of another list.',
    fix: 'Name the sheet, as its tab does.',
    wrong: 'a workbook with the sheets Members and Former members',
    right: 'sheet: Members',
  },
  'workbook/cell': {
    meaning:
      'What a cell shows cannot be known from the file: it is an error, a truth value, a time, a formula without a result, or a number in a format that changes how it reads.',
    why: 'The letter would print something else than the spreadsheet shows, as 0.07 for 7 %.',
    fix: 'Format the cells of the column as text, and type in them what the letters are to print.',
    wrong: '1234.5 in the format #,##0.00 €',
    right: '1234.50 in the format 0.00, or the text 1234.50 EUR',
  },
  'workbook/hidden-rows': {
    meaning: 'A sheet has rows that are hidden, by hand or by a filter.',
    why: 'A person who sees only some of the rows may think that only these get letters.',
    fix: 'Remove the filter or show the rows; then delete those that are to get no letter.',
    wrong: 'rows 5–9 are hidden by a filter',
    right: 'every row of the sheet is seen',
  },
  'workbook/merged-cells': {
    meaning: 'Cells of the table are merged.',
    why: 'The value of merged cells may be meant for one row or for all of them.',
    fix: 'Unmerge the cells, and write the value in each row that it is meant for.',
    wrong: 'A2:A4 are one cell, Northgate',
    right: 'A2, A3 and A4 each hold Northgate',
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
