import type { ExplainedCodes } from './explained-code.ts';

/** Recipients that come as JSON lines or as a table. */
export const TABLES: ExplainedCodes<'json' | 'csv'> = {
  'json/syntax': {
    meaning: 'A line is not JSON that can be read.',
    why: 'Whatever was guessed here might be half a recipient.',
    mend: 'Each line is one recipient, a whole JSON object.',
    wrong: "{'id': 'be-minister'}",
    right: '{"id": "be-minister", …}',
  },
  'json/duplicate-key': {
    meaning: 'A key stands twice in one object.',
    why: 'Programs keep one of the two and drop the other without a word.',
    mend: 'Keep the one that is meant.',
    wrong: '{"id": "be-minister", "id": "fr-minister", …}',
    right: '{"id": "be-minister", …}',
  },
  'csv/syntax': {
    meaning: 'A table cannot be read from this row on.',
    why: 'A quotation mark that is not closed swallows the recipients that follow.',
    mend: 'A cell that holds quotation marks stands between quotation marks, and those in it are doubled.',
    wrong: 'be-minister,Minister of "Charters"',
    right: 'be-minister,"Minister of ""Charters"""',
  },
  'csv/column': {
    meaning: 'A column has no name, or one that cannot stand beside another.',
    why: 'What stands in it would be lost.',
    mend: 'The first row names the columns by the keys of a profile, with dots: office.title.en, address.lines.1.',
    wrong: 'id,roles.1,,languages.1',
    right: 'id,roles.1,state,languages.1',
  },
  'csv/ragged-row': {
    meaning: 'A row has more or fewer cells than the first row.',
    why: 'Something was lost or added, and what follows it stands in the wrong column.',
    mend: 'A cell that holds a comma stands between quotation marks; an empty cell keeps its place.',
    wrong: 'be-minister,minister,2 Ministry Street, 1000 Brussels',
    right: 'be-minister,minister,"2 Ministry Street, 1000 Brussels"',
  },
};
