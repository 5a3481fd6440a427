import { BODY, CLOSE, DATE, DEMANDS, NOTICE, SALUTATION, SENDERS, SUBJECT } from './letter.mjs';

/** Text as a string of typst's. */
const quoted = (text) => JSON.stringify(text);
const filled = (text) => `[${escaped(text).replaceAll(/\{(\w+)\}/g, (_, field) => `#r.${field}`)}]`;
const escaped = (text) => text.replaceAll(/[#*_$@`<>\\[\]~]/g, '\\$&');

/** The letter in typst's language, the recipient's words given as inputs: one source for all, as its users write it. */
export const typstSource = `#let r = sys.inputs
#set document(title: ${quoted(SUBJECT)}, author: ${quoted(SENDERS.join(', '))}, date: none)
#set page(paper: "a4", margin: (left: 105.64pt, right: 105.64pt, top: 92pt, bottom: 72pt),
  header: context [#set text(font: "Noto Sans", size: 8pt)
    ${escaped(NOTICE)}#if counter(page).get().first() > 1 [ #h(1fr) #r.envelope #h(1fr) ${escaped(DATE)}]],
  footer: context [#set text(font: "Noto Sans", size: 8pt)
    #align(center)[#if counter(page).get().first() > 1 [Page #counter(page).display() of #counter(page).final().first()]]])
#set text(font: "Noto Serif", size: 10.5pt, lang: "en", region: "GB", hyphenate: true)
#set par(leading: 7.5pt, spacing: 15pt, justify: false)
#set enum(numbering: "1.", body-indent: 10pt, spacing: 15pt)
#show heading: set text(size: 12.5pt)
${SENDERS.map((name) => `#text(font: "Noto Sans", weight: "bold")[${escaped(name)}]`).join(' \\\n')}

${escaped(DATE)}

#r.envelope \\
#r.line1 \\
#r.line2 \\
#r.line3

#heading(level: 1)[${escaped(SUBJECT)}]

${escaped(SALUTATION)}

${BODY.map((block) => {
  if (block === '{demands}') {
    return DEMANDS.map(([title, text]) => `+ *${escaped(title)}*: #${filled(text)}`).join('\n');
  }
  return typeof block === 'string' ? `#${filled(block)}` : `#if r.${block[0]} == "yes" ${filled(block[1])}`;
}).join('\n\n')}

${escaped(CLOSE)}

#v(40pt)
#grid(columns: (1fr, 1fr, 1fr), ${SENDERS.map((name) => `[${escaped(name)}]`).join(', ')})
`;

/** A recipient as inputs: texts alone can be given. */
export function typstInputs({ title, state, formal, envelope, address, signed, presidency }) {
  const [line1, line2, line3] = address;
  const conditions = { signed: signed ? 'yes' : 'no', presidency: presidency ? 'yes' : 'no' };
  return { title, state, formal, envelope, line1, line2, line3, ...conditions };
}
