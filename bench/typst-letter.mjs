import { LOGO_HEIGHT_MM, LOGO_TEXT, TABLE } from './logo-and-table.mjs';
import { BODY, CLOSE, DATE, DEMANDS, NOTICE, SALUTATION, SENDERS, SUBJECT } from './letter.mjs';

/** Returns text as a string literal of typst. */
const quoted = (text) => JSON.stringify(text);
const filled = (text) => `[${escaped(text).replaceAll(/\{(\w+)\}/g, (_, field) => `#r.${field}`)}]`;
const escaped = (text) => text.replaceAll(/[#*_$@`<>\\[\]~]/g, '\\$&');

/** A table with the widths and rules of the other tools: columns by content, and a rule below the head. */
const rowInTypst = (cells) => cells.map(filled).join(', ');
const table = `#table(columns: ${TABLE[0].length}, stroke: none, inset: (x: 5pt, y: 3pt),
  table.header(${TABLE[0].map((cell) => `[*${escaped(cell)}*]`).join(', ')}), table.hline(),
  ${TABLE.slice(1).map(rowInTypst).join(',\n  ')})`;

/**
 * The letter in typst's language, as its users would write it: one source for all, a function of a recipient's values
 * `r`. It starts on a new page and numbers its own pages, so that a document can contain several letters. Page numbers
 * are computed from the start and the end of the letter, because resetting typst's page counter takes longer each time
 * (1,000 letters take twice as long).
 */
const template = (
  isIllustrated,
) => `#set document(title: ${quoted(SUBJECT)}, author: ${quoted(SENDERS.join(', '))}, date: none)
#set text(font: "Noto Serif", size: 10.5pt, lang: "en", region: "GB", hyphenate: true)
#set par(leading: 7.5pt, spacing: 15pt, justify: false)
#set enum(numbering: "1.", body-indent: 10pt, spacing: 15pt)
#show heading: set text(size: 12.5pt)
#let letter(r) = [
#let start = label("start of " + r.envelope)
#let end = label("end of " + r.envelope)
#let number(place) = place.page() - locate(start).page() + 1
#set page(paper: "a4", margin: (left: 105.64pt, right: 105.64pt, top: 92pt, bottom: 72pt),
  header: context [#set text(font: "Noto Sans", size: 8pt)
    ${escaped(NOTICE)}#if number(here()) > 1 [ #h(1fr) #r.envelope #h(1fr) ${escaped(DATE)}]],
  footer: context [#set text(font: "Noto Sans", size: 8pt)
    #align(center)[#if number(here()) > 1 [Page #number(here()) of #number(locate(end))]]])
#metadata(none) #start
${isIllustrated ? `#image("logo.png", height: ${LOGO_HEIGHT_MM}mm, alt: ${quoted(LOGO_TEXT)})` : ''}
${SENDERS.map((name) => `#text(font: "Noto Sans", weight: "bold")[${escaped(name)}]`).join(' \\\n')}

${escaped(DATE)}

#r.envelope \\
#r.line1 \\
#r.line2 \\
#r.line3

#heading(level: 1)[${escaped(SUBJECT)}]

${escaped(SALUTATION)}

${BODY.map((block, index) => {
  if (isIllustrated && index === BODY.length - 1) return `${table}\n\n#${filled(block)}`;
  if (block === '{demands}') {
    return DEMANDS.map(([title, text]) => `+ *${escaped(title)}*: #${filled(text)}`).join('\n');
  }
  return typeof block === 'string' ? `#${filled(block)}` : `#if r.${block[0]} == "yes" ${filled(block[1])}`;
}).join('\n\n')}

${escaped(CLOSE)}

#v(40pt)
#grid(columns: (1fr, 1fr, 1fr), ${SENDERS.map((name) => `[${escaped(name)}]`).join(', ')})
#metadata(none) #end
]
`;

/** Returns a document with one letter; the inputs are the recipient's values. */
export function typstSource(isIllustrated = false) {
  return `${template(isIllustrated)}#letter(sys.inputs)\n`;
}

/** A document with all letters; its only input is a JSON list of the inputs of all. */
export const typstSourceOfAll = `${template(false)}#for r in json(bytes(sys.inputs.letters)) { letter(r) }\n`;

/** Returns a recipient as inputs, which can only be strings. */
export function typstInputs({ title, state, formal, envelope, address, signed, presidency }) {
  const [line1, line2, line3] = address;
  const conditions = { signed: signed ? 'yes' : 'no', presidency: presidency ? 'yes' : 'no' };
  return { title, state, formal, envelope, line1, line2, line3, ...conditions };
}
