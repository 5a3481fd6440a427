import type { Direction } from '../../model/direction.ts';

/** The colours of a letter, as its pages have them. The accent of a campaign is its own. */
const ACCENT = '#0f295c';
const WARNING = '#8f0f14';

/** The typefaces, those of the pages first. */
const SERIF = "'Noto Serif', Cambria, Georgia, 'Times New Roman', serif";
const SANS = "'Noto Sans', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const ARABIC = "Amiri, 'Noto Naskh Arabic', 'Traditional Arabic', 'Times New Roman', serif";

/**
 * Returns the stylesheet of a letter: for a screen of any width, light or dark, and for paper. Fonts are named, and none
 * is loaded. Sides are those on which lines start and end, so that right-to-left letters need no rules of their own, but
 * for the side of all lines: a line of the other direction begins on that of the letter too. `accent` is the colour of
 * letterhead and links, on white: a dark page has colours of its own. `notice` is in the margin of each printed page but
 * the first, whose text has it, where the browser supports margin boxes (CSS Paged Media Module Level 3).
 */
export function letterStyle(direction: Direction, notice: string | undefined, accent: string = ACCENT): string {
  const runningNotice =
    notice === undefined
      ? ''
      : `
  @page { @top-center { content: ${cssString(notice)}; direction: ${direction}; color: ${WARNING}; font: bold 8pt ${SANS}; } }
  @page :first { @top-center { content: none; } }`;
  return `
:root { color-scheme: light dark; --ink: #000; --paper: #fff; --grey: #525252; --accent: ${accent}; --warning: ${WARNING}; }
html { background: var(--paper); color: var(--ink); font: 100%/1.5 ${SERIF}; text-align: left; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
html[dir='rtl'] { text-align: right; }
body { max-width: 36rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: break-word; }
header p, address, .label { font-family: ${SANS}; }
:lang(ar), :lang(ar) :is(header p, address, .label) { font-family: ${ARABIC}; line-height: 1.8; }
em:lang(ar) { font-style: normal; }
p, ol, ul, blockquote, figure { margin: 0.75rem 0; }
header { margin-bottom: 2rem; padding-bottom: 0.5rem; border-bottom: 2px solid var(--accent); }
header .notice { margin: 0 0 1.5rem; padding: 0.25rem 0; border: solid var(--warning); border-width: 1px 0; color: var(--warning); font-weight: bold; font-size: 0.85rem; }
.logo.center { text-align: center; }
.logo.end { text-align: end; }
.sender { margin: 0; color: var(--accent); font-weight: bold; }
address { color: var(--grey); font-size: 0.85rem; font-style: normal; }
.treatment, .label { font-weight: bold; }
.recipient { margin: 1.5rem 0; }
h1 { margin: 2rem 0 1rem; font-size: 1.25rem; line-height: 1.35; }
h2 { margin: 1.5rem 0 0.5rem; font-size: 1.1rem; }
h3 { margin: 1.25rem 0 0.5rem; font-size: 1rem; }
ol, ul { padding-inline-start: 2rem; }
ol > li { margin: 0.75rem 0; }
ul > li { margin: 0.35rem 0; }
blockquote { margin-inline: 2rem; }
hr { width: 6rem; margin: 1.5rem auto; border: 0; border-top: 1px solid var(--ink); }
img { max-width: 100%; height: auto; }
.scroll { overflow-x: auto; margin: 0.75rem 0; }
table { width: 100%; border-collapse: collapse; border: solid var(--ink); border-width: 1px 0; font-size: 0.9rem; }
tr { border-top: 1px solid var(--grey); }
th, td { padding: 0.3rem 0.75rem 0.3rem 0; text-align: inherit; vertical-align: top; }
[dir='rtl'] :is(th, td) { padding: 0.3rem 0 0.3rem 0.75rem; }
:is(th, td).center { text-align: center; }
:is(th, td):last-child { padding-right: 0; }
[dir='rtl'] :is(th, td):last-child { padding-left: 0; }
:is(th, td).end { text-align: right; }
[dir='rtl'] :is(th, td).end { text-align: left; }
a { color: var(--accent); }
sup { font-size: 0.7em; line-height: 0; unicode-bidi: isolate; }
sup a { padding: 0.25em 0.1em; color: inherit; text-decoration: none; }
.close { margin-top: 1.5rem; }
.signatures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 1.5rem; margin: 1.5rem 0; }
.signature, .signatories, .closing, .notes, .label { font-size: 0.9rem; }
.label { margin: 1.5rem 0 0.25rem; }
.signatories { padding: 0; list-style: none; }
.notes { margin-top: 2.5rem; border-top: 1px solid var(--ink); }
.notes li { margin: 0.4rem 0; }
.notes p { margin: 0; }
:target { outline: 2px solid var(--accent); outline-offset: 0.2rem; }
@media (max-width: 30rem) {
  blockquote { margin-inline: 1rem; }
  ol, ul { padding-inline-start: 1.5rem; }
  table { font-size: 0.8rem; }
  td a { overflow-wrap: anywhere; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e3; --paper: #17181a; --grey: #b4b0aa; --accent: #a9c4ff; --warning: #ff9c94; }
  img { background: #fff; }
}
@media print {
  @page { margin: 25mm 25mm 22mm; @bottom-center { content: counter(page) ' / ' counter(pages); font: 8pt ${SANS}; } }${runningNotice}
  :root { color-scheme: light; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; orphans: 2; widows: 2; }
  h1, h2, h3, .label, .close { break-after: avoid; }
  tr, img, .signatures, .signatories li, .notes li, .recipient { break-inside: avoid; }
  .scroll { overflow: visible; }
  .signature:not(.signed) { padding-top: 3rem; }
  a { text-decoration: none; }
  .notes { font-size: 8.5pt; }
  [role='doc-backlink'] { display: none; }
}
`;
}

/** Returns a text as a string of CSS (CSS Syntax Module Level 3, 4.3.7), without a character that ends a style element. */
function cssString(text: string): string {
  const escaped = text.replaceAll(/["\\<\p{Cc}]/gu, (character) => `\\${character.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}
