import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CLOSE, DATE, NOTICE, SALUTATION, SENDERS, SUBJECT, markdownFor, partsFor, recipientOf } from '../letter.mjs';
import { timed } from '../timed.mjs';

const require = createRequire(`${process.env['BENCH_PEERS']}/package.json`);
const pdfmake = require('pdfmake');
const [regular, bold] = JSON.parse(process.env['BENCH_FONTS']).map((folder) =>
  readFileSync(
    join(
      folder,
      readdirSync(folder).find((file) => file.endsWith('.ttf')),
    ),
  ),
);
// Nothing is fetched; without these policies pdfmake prints a warning for each letter.
pdfmake.setUrlAccessPolicy?.(() => false);
pdfmake.setLocalAccessPolicy?.(() => true);
pdfmake.setFonts({ Serif: { normal: 'regular.ttf', bold: 'bold.ttf' } });
pdfmake.virtualfs.writeFileSync('regular.ttf', regular);
pdfmake.virtualfs.writeFileSync('bold.ttf', bold);

await timed('pdfmake', async (number) => {
  const recipient = recipientOf(number);
  const { blocks, demands } = partsFor(recipient);
  const list = demands.map(({ title, text }) => ({
    text: [{ text: title, bold: true }, `: ${text}`],
    margin: [0, 0, 0, 7.5],
  }));
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [105.64, 92, 105.64, 72],
    info: { title: SUBJECT, author: SENDERS.join(', ') },
    header: { text: NOTICE, fontSize: 8, margin: [105.64, 38] },
    footer: (page, pages) => ({ text: page === 1 ? '' : `Page ${page} of ${pages}`, alignment: 'center', fontSize: 8 }),
    defaultStyle: { font: 'Serif', fontSize: 10.5, lineHeight: 1.05 },
    content: [
      ...SENDERS.map((text) => ({ text, bold: true })),
      { text: DATE, margin: [0, 15] },
      recipient.envelope,
      ...recipient.address,
      { text: SUBJECT, bold: true, fontSize: 12.5, margin: [0, 15] },
      { text: SALUTATION, margin: [0, 0, 0, 7.5] },
      ...blocks.map(({ kind, text }) => (kind === 'demands' ? { ol: list } : { text, margin: [0, 0, 0, 7.5] })),
      { text: CLOSE, margin: [0, 7.5, 0, 40] },
      { columns: SENDERS },
    ],
  });
  return { id: recipient.id, markdown: markdownFor(recipient), pdf: await document.getBuffer() };
});
