import { createRequire } from 'node:module';
import { markdownFor, recipientOf } from '../letter.mjs';
import { timed } from '../timed.mjs';
import { typstInputs, typstSource } from '../typst-letter.mjs';

const require = createRequire(`${process.env['BENCH_PEERS']}/package.json`);
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({
  workspace: process.env['BENCH_PEERS'],
  fontArgs: [{ fontPaths: JSON.parse(process.env['BENCH_FONTS']) }],
});

await timed('typst-node', async (number) => {
  const recipient = recipientOf(number);
  const pdf = compiler.pdf(
    { mainFileContent: typstSource, inputs: typstInputs(recipient), resetRead: false },
    { pdfStandard: 'ua-1' },
  );
  compiler.evictCache(10);
  return { id: recipient.id, markdown: markdownFor(recipient), pdf };
});
