/**
 * Made-up tables of the shapes that real ones have, and their columns files. They are the same in each run. The names
 * are invented, and no row stands for a person.
 */
export interface MadeUpTable {
  readonly table: string;
  readonly columns: string;
  readonly rows: number;
}

const FIRST_NAMES = ['Ana', 'Zoë', 'Ólafur', 'Şule', 'Nguyễn', 'علي', 'Ирина', 'Jean-Luc', 'Mary Ann', 'D’Arcy'];
const LAST_NAMES = [
  'Müller',
  'O’Brien',
  'de la Cruz',
  'Żak',
  'García Márquez',
  'حسن',
  'Петрова',
  'Smith & Sons',
  'Øre',
];
const TOWNS = ['Northgate', 'St. John’s', 'Łódź', 'Reykjavík', 'Saint-Denis'];

/** A cell of CSV (RFC 4180). */
function csvCell(text: string): string {
  return /[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text of a table in CSV. */
function csv(header: readonly string[], rows: readonly (readonly string[])[], delimiter = ','): string {
  return [header, ...rows].map((row) => `${row.map(csvCell).join(delimiter)}\r\n`).join('');
}

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

const COMMON = `roles: [minister]
languages: [en]
source: a table that is made up
verified: false
`;

/** 537 legislators with 30 columns, most of which letters do not need. */
export function legislators(): MadeUpTable {
  const used = [
    'last_name',
    'first_name',
    'middle_name',
    'suffix',
    'gender',
    'type',
    'state',
    'district',
    'address',
    'contact_form',
  ];
  const others = Array.from(
    { length: 20 },
    (_, index) => `${pick(['twitter', 'id', 'wikipedia', 'phone'], index)}_${index}`,
  );
  const rows = Array.from({ length: 537 }, (_, index) => [
    pick(LAST_NAMES, index),
    pick(FIRST_NAMES, Math.floor(index / 3)),
    index % 4 === 0 ? 'A.' : '',
    index % 50 === 0 ? 'Jr.' : '',
    pick(['F', 'M', ''], index),
    pick(['sen', 'rep'], index),
    pick(['AK', 'WY', 'ME'], index),
    index % 2 === 0 ? '' : String(index % 53),
    `${index + 1} Office Building, Washington 20515`,
    'https://example.org/contact',
    ...others.map((name) => (index % 3 === 0 ? '' : `${name} ${index}`)),
  ]);
  return {
    table: csv([...used, ...others], rows),
    rows: rows.length,
    columns: `id: "{last_name} {first_name} {address}"
office: { title: { en: { from: "{type}", values: { sen: Senator, rep: Representative } } }, rank: minister }
envelope: { en: "{first_name} {middle_name} {last_name}, {suffix}" }
holder: { name: "{first_name} {middle_name} {last_name}", gender: { from: "{gender}", values: { F: f, M: m, "": unknown } } }
address: { lines: ["{address}", { from: "{state}", values: { AK: ALASKA, WY: WYOMING, ME: MAINE } }] }
ignore: [district, contact_form, ${others.join(', ')}]
${COMMON}`,
  };
}

/** 650 members of a parliament, as a program of the office suite saves them where the comma is a decimal sign. */
export function membersOfParliament(): MadeUpTable {
  const rows = Array.from({ length: 650 }, (_, index) => [
    `${pick(['Mr', 'Ms', 'Dr', 'The Rt Hon.'], index)} ${pick(FIRST_NAMES, index)} ${pick(LAST_NAMES, Math.floor(index / 10))} MP`,
    `Constituency ${index + 1}`,
    pick(['Green', 'Red', ''], index),
    index % 7 === 0 ? '' : `member${index}@example.org`,
    'House of Commons\nLondon SW1A 0AA',
  ]);
  return {
    table: `\uFEFFsep=;\r\n${csv(['Display\nname', 'Constituency', 'Party (if any)', 'E-mail', 'Postal address'], rows, ';')}`,
    rows: rows.length,
    columns: `id: "{Constituency}"
office: { title: { en: "Member of Parliament for {Constituency}" }, rank: minister }
envelope: { en: "{Display name} ({Party (if any)})" }
address: { lines: ["{Postal address}"] }
channels: [{ email: "{E-mail}", purpose: letters, source: the parliament }]
${COMMON}`,
  };
}

/** 170 embassies with 3 to 8 address lines, below a title and an empty row. */
export function embassies(): MadeUpTable {
  const lines = Array.from({ length: 8 }, (_, index) => `Line ${index + 1}`);
  const rows = Array.from({ length: 170 }, (_, index) => {
    const count = 3 + (index % 6);
    return [
      `State ${index + 1}`,
      ...lines.map((line, at) => (at < count - 1 ? `${line} of ${index + 1}` : at === 7 ? pick(TOWNS, index) : '')),
    ];
  });
  const titleRows = `Embassies in the capital${','.repeat(8)}\r\n${','.repeat(8)}\r\n`;
  return {
    table: titleRows + csv(['State', ...lines], rows),
    rows: rows.length,
    columns: `header: 3
id: "embassy-{State}"
office: { title: { en: "Head of Mission of {State}" }, rank: minister }
address: { lines: [${lines.map((line, index) => (index === 7 ? `{ from: "{${line}}", as: upper }` : `"{${line}}"`)).join(', ')}] }
${COMMON}`,
  };
}

/** 25 rows with what goes wrong in real tables: accents, empty cells, two lines in a cell, ampersands, other scripts. */
export function awkwardRows(): MadeUpTable {
  const names = [
    'Zoë Müller',
    'علي حسن',
    'Smith & Sons',
    'D’Arcy O’Brien',
    'Nguyễn Thị Ánh',
    'İpek Işık',
    'Straße-Weiß Jörg',
    '*Anna* Bold',
    'A } Brace',
    '1 < 2 Html',
    '_Under_ Score',
    '# Head Ing',
    '[a](b) Link',
    '=1+1 Formula',
    '-1 Minus',
    '“Quoted” Name',
    'Say "Hi"',
    'Semi; Colon',
    'Com, Ma',
    'Back\\slash',
    'Ελένη Παπά',
    'Ирина Петрова',
    'ZWNJ نامه‌ها',
    'A\u00a0B',
    'Œuvre Ÿ',
  ];
  const rows = names.map((name, index) => [
    name,
    pick(['Ms', 'Mr', ''], index),
    pick(['Minister of Charters', ' Minister  of Schools '], index),
    index % 3 === 0 ? `${index} Road\nFlat ${index}` : `${index} Road`,
    index % 4 === 0 ? '' : String(1000 + index),
    pick(TOWNS, index),
    String(index + 1),
  ]);
  return {
    table: `\uFEFF${csv(['Name', 'Sex', 'Function', 'Street', 'Postcode', 'Town', 'No.'], rows, ';')}`,
    rows: rows.length,
    columns: `id: "member-{No.}"
office: { title: { en: "{Function}" }, rank: minister }
envelope: { en: "{Name}, {Function}" }
holder: { name: "{Name}", gender: { from: "{Sex}", values: { Ms: f, Mr: m, "": unknown } } }
address: { lines: ["{Street}", "{Postcode} {Town}"] }
${COMMON}`,
  };
}
