/**
 * The letter of the benchmark, in a form for every tool: three pages with letterhead, address, six numbered demands,
 * two conditional paragraphs and eleven places for a recipient's values. All of it is invented. If it is illustrated,
 * it has a logo and a table besides.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOGO_HEIGHT_MM, LOGO_TEXT, logoFile, tableInMarkdown } from './logo-and-table.mjs';

export const SENDERS = ['Association for Open Archives', 'Institute of Public Records', 'Readers’ Union'];
export const NOTICE = 'Draft: not approved; not to be sent.';
export const DATE = '1 December 2025';
export const SUBJECT = 'Access to public archives in the coming legislative period';
export const SALUTATION = 'Excellency,';
export const CLOSE = 'Please accept, Excellency, the assurances of our highest consideration.';

/**
 * The body. `{field}` is replaced by a value of the recipient, `{demands}` by the list of demands; a pair is a condition
 * and its paragraph. The table comes before the last paragraph.
 */
export const BODY = [
  'Our three organisations have the honour to write to you as {title}. They represent librarians, archivists, historians and readers, and have followed the work of the authorities of {formal} on public records for more than twenty years. We write at the beginning of a legislative period in which much of what was promised can be done, and in which, we respectfully submit, some of it must be done if it is to be done at all.',
  'Public archives hold what a State has decided, and why. Where they are open, citizens can learn what was done in their name; where they are closed, rumours take the place of records. The law of {state} has recognised this for a long time. It gives everybody a right to consult documents after a term that is fixed in advance, and it lets that term be shortened where nobody is harmed. In our view the law is good. Its application, however, differs from office to office, from year to year, and sometimes from reader to reader.',
  [
    'signed',
    'We thank the Government of {state} for having signed the declaration on open records of 2021, and for the report that it published two years later. Both have been an example to others. We would be glad if the second report, which the declaration announces for the coming year, named the collections that are still closed, and the reasons for it.',
  ],
  'In preparing this letter we asked four hundred readers what they had met with. Two in three had been given what they had asked for within a month. One in five had waited for more than half a year, and had in the meantime been told nothing. The others had been refused, most of them by a sentence that named neither a rule nor a remedy. We do not believe that this is anybody’s intention. It is what happens where offices are short of staff, where catalogues are old, and where nobody is charged with answering.',
  'We have also seen how much can be achieved with little. In one town of {state} a reading room was opened on two evenings of the week, and the number of readers doubled. Elsewhere a catalogue that had been kept on cards was photographed in a single summer by students, and can now be searched by anybody. A third office publishes, every quarter, a list of what was opened and of what was not. None of this needed a new law; it needed somebody who was responsible, a small sum, and a date.',
  [
    'presidency',
    'As {state} will hold the presidency of the Conference next year, we ask you in particular to place the opening of archives on the agenda of its first session. A common standard for catalogues, which the secretariat has prepared, waits for nothing but a decision. It would spare every office the work of inventing one of its own, and every reader that of learning them all.',
  ],
  'We are aware that not everything can be open. Files about the living contain what concerns nobody else, and some papers may harm others if they are read too soon. The law provides for such cases, and we have no wish that it should be otherwise. What we ask for is that exceptions be exceptions: that they be reasoned, that they be limited in time, and that somebody other than the office that holds the papers can be asked to look at them again.',
  'For these reasons, and with full respect for the competences of the authorities of {formal}, we respectfully ask you:',
  '{demands}',
  'We would be grateful for a reply by the end of March, and would welcome the opportunity to meet with your office at a time that suits you. Our organisations are ready to help with what they have: people who know the collections, a network of readers who test catalogues, and experience from eleven countries. They will publish a summary of the replies that they receive, and will of course show you beforehand what they intend to say about yours.',
];

export const DEMANDS = [
  [
    'A date for every collection',
    'to publish, for every collection that is closed today, the day on which it will be opened, or the rule by which it is kept closed, and to keep that list up to date from then on, in a form that can be searched and copied by anybody.',
  ],
  [
    'Reasons that can be examined',
    'to make sure that every refusal names the rule on which it rests, the interest that it protects, and the office to which the reader may turn, and that such an answer reaches the reader within a month of the request.',
  ],
  [
    'An independent review',
    'to entrust a body that is independent of the holding offices with the review of refusals, and to give it access to all papers, a term of three months, and the means that it needs for its work in {state}.',
  ],
  [
    'Catalogues on one standard',
    'to let the catalogues of all public archives be kept on the common standard of the Conference, and to publish those that are older as photographs until they can be transcribed, beginning with the collections most often asked for.',
  ],
  [
    'Reading rooms in the evening',
    'to open at least one reading room in every region outside office hours, on two days of the week, and to let those who live far away, or who cannot travel, consult documents from where they are.',
  ],
  [
    'A report every year',
    'to report once a year to the parliament of {state} on what was opened, on what was refused, on how long readers waited, and on what was done about it, and to discuss that report with those who use the archives.',
  ],
];

const STATES = [
  ['AT', 'Austria', 'the Republic of Austria', 'Graz'],
  ['BE', 'Belgium', 'the Kingdom of Belgium', 'Liège'],
  ['CZ', 'Czechia', 'the Czech Republic', 'Brno'],
  ['DK', 'Denmark', 'the Kingdom of Denmark', 'Århus'],
  ['ES', 'Spain', 'the Kingdom of Spain', 'Málaga'],
  ['FI', 'Finland', 'the Republic of Finland', 'Jyväskylä'],
  ['FR', 'France', 'the French Republic', 'Besançon'],
  ['HU', 'Hungary', 'Hungary', 'Győr'],
  ['IE', 'Ireland', 'Ireland', 'Cork'],
  ['LT', 'Lithuania', 'the Republic of Lithuania', 'Šiauliai'],
  ['LV', 'Latvia', 'the Republic of Latvia', 'Liepāja'],
  ['PL', 'Poland', 'the Republic of Poland', 'Łódź'],
  ['PT', 'Portugal', 'the Portuguese Republic', 'Évora'],
  ['RO', 'Romania', 'Romania', 'Iași'],
  ['SE', 'Sweden', 'the Kingdom of Sweden', 'Malmö'],
  ['SK', 'Slovakia', 'the Slovak Republic', 'Košice'],
];
const FIELDS = ['Culture', 'Public Records', 'Education', 'Justice', 'Libraries', 'the Interior', 'Research'];
const STREETS = [
  'Harbour Street',
  'Old Market',
  'Quai des Écoles',
  'Żurawia',
  'Karlsgasse',
  'Rua Nova',
  'Archive Lane',
  'Tér utca',
  'Jēkaba iela',
];

/** Returns the recipient of a number, counted from 1; the same on every machine. */
export function recipientOf(number) {
  const [code, state, formal, city] = STATES[number % STATES.length];
  const field = FIELDS[number % FIELDS.length];
  return {
    id: `office-${String(number).padStart(6, '0')}`,
    code,
    state,
    formal,
    city,
    title: `Head of the Department for ${field} no. ${number}`,
    envelope: `H.E. the Head of the Department for ${field} no. ${number}`,
    address: [
      `${(number * 7) % 211} ${STREETS[number % STREETS.length]}`,
      `${1000 + (number % 9000)} ${city}`,
      state.toUpperCase(),
    ],
    signed: number % 3 !== 0 && SIGNED.has(code),
    presidency: code === 'DK',
  };
}

const SIGNED = new Set(['AT', 'BE', 'DK', 'FR', 'LT', 'PL', 'SE']);

/** Replaces the fields of a text by the values of a recipient. */
const fillFor = (recipient) => (text) => text.replaceAll(/\{(\w+)\}/g, (_, field) => recipient[field]);

/** Returns the parts of a recipient's letter, for tools without conditions. */
export function partsFor(recipient) {
  const fill = fillFor(recipient);
  const blocks = BODY.flatMap((block) => {
    if (block === '{demands}') return [{ kind: 'demands' }];
    if (typeof block === 'string') return [{ kind: 'paragraph', text: fill(block) }];
    return recipient[block[0]] ? [{ kind: 'paragraph', text: fill(block[1]) }] : [];
  });
  return { blocks, demands: DEMANDS.map(([title, text]) => ({ title, text: fill(text) })) };
}

/** Returns the same letter as Markdown, joined from strings, for tools that write no Markdown. */
export function markdownFor(recipient, isIllustrated = false) {
  const { blocks, demands } = partsFor(recipient);
  const list = demands.map(({ title, text }, index) => `${index + 1}. **${title}**: ${text}`).join('\n\n');
  const texts = blocks.map(({ kind, text }) => (kind === 'demands' ? list : text));
  return [
    `**${NOTICE}**`,
    ...(isIllustrated ? [`![${LOGO_TEXT}](logo.png)`] : []),
    SENDERS.join('\\\n'),
    DATE,
    [recipient.envelope, ...recipient.address].join('\\\n'),
    `# ${SUBJECT}`,
    SALUTATION,
    ...texts.slice(0, -1),
    ...(isIllustrated ? [tableInMarkdown(fillFor(recipient))] : []),
    ...texts.slice(-1),
    CLOSE,
    ...SENDERS,
  ].join('\n\n');
}

/** Where the campaign has the letter, and the logo if there is one. */
export const LETTER_FOLDER = 'templates/archives';

/** Writes the letter as a campaign into a folder, with a number of recipients in `recipients.ndjson`. */
export function writeCampaign(folder, recipients, isIllustrated = false) {
  const template = (text) => text.replaceAll(/\{(\w+)\}/g, (_, field) => PATHS[field]);
  const passages = BODY.filter((block) => typeof block !== 'string');
  const body = BODY.map((block) => {
    if (block === '{demands}') return '{{demands}}';
    return typeof block === 'string' ? template(block) : `{{passage "${block[0]}"}}`;
  });
  if (isIllustrated) body.splice(-1, 0, tableInMarkdown(template));
  const logo = `letterhead: { logo: { file: logo.png, alt: { en: ${LOGO_TEXT} }, height: ${LOGO_HEIGHT_MM}mm } }\n`;
  const files = {
    ...(isIllustrated && { [`${LETTER_FOLDER}/logo.png`]: logoFile() }),
    [`${LETTER_FOLDER}/letter.yaml`]: `status: draft
date: 2025-12-01
languages: { en: original }
to: [office]
signatories:
${SENDERS.map((name, index) => `  - { id: sender-${index + 1}, name: { en: ${JSON.stringify(name)} } }`).join('\n')}
body:
  - { use: letter, for: office, demands: [${DEMANDS.map((_, index) => `demand-${index + 1}`).join(', ')}] }
demands:
${DEMANDS.map((_, index) => `  demand-${index + 1}: { number: ${index + 1}, sources: [law], wordings: [{ use: ask, for: office }] }`).join('\n')}
passages:
  signed: [{ use: thanks, for: { fact: signed } }]
  presidency: [{ use: ask, for: { fact: presidency } }]
page: { preset: international }
${isIllustrated ? logo : ''}`,
    [`${LETTER_FOLDER}/sources.yaml`]:
      'law: { title: { en: Law on archives }, note: { en: Law on archives }, date: 1999-05-04, source: invented }\n',
    [`${LETTER_FOLDER}/en/body/letter.md`]: `# ${SUBJECT}\n\n${body.join('\n\n')}\n`,
    'recipients/states.yaml': STATES.map(
      ([code, state, formal]) => `${code}:
  names: { en: { short: ${state}, formal: ${formal}, of: of ${state} } }
  facts:
    signed: { value: ${SIGNED.has(code)}, since: 2021-01-01, source: invented }
    presidency: { value: ${code === 'DK'}, since: 2021-01-01, source: invented }
`,
    ).join(''),
    'recipients/groups.yaml': `roles: { office: { meaning: an office } }
facts:
  signed: { type: yes-no, complete: true, meaning: has signed }
  presidency: { type: yes-no, complete: true, meaning: presides }
`,
    'recipients/forms/en.yaml': `head:
  unknown:
    envelope: "H.E. the {{recipient.title}}"
    salutation: "${SALUTATION}"
    in-text: Your Excellency
    close: "${CLOSE}"
    source: invented
`,
    ...Object.fromEntries(
      DEMANDS.map(([title, text], index) => [
        `${LETTER_FOLDER}/en/demands/demand-${index + 1}/ask.md`,
        `**${title}**: ${template(text)}\n`,
      ]),
    ),
    ...Object.fromEntries(
      passages.map(([id, text]) => [
        `${LETTER_FOLDER}/en/passages/${id}/${id === 'signed' ? 'thanks' : 'ask'}.md`,
        `${template(text)}\n`,
      ]),
    ),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const lines = Array.from(
    { length: recipients },
    (_, index) => `${JSON.stringify(profileOf(recipientOf(index + 1)))}\n`,
  );
  writeFileSync(join(folder, 'recipients.ndjson'), lines.join(''));
}

/** Templates must provide for a recipient without a State, though every recipient here has one. */
const PATHS = {
  title: '{{recipient.title}}',
  state: '{{#if state.short}}{{state.short}}{{else}}your State{{/if}}',
  formal: '{{#if state.formal}}{{state.formal}}{{else}}your State{{/if}}',
};

function profileOf({ id, code, title, address }) {
  return {
    id,
    roles: ['office'],
    state: code,
    languages: ['en'],
    office: { title: { en: title }, rank: 'head' },
    address: { lines: address },
    source: 'invented',
  };
}
