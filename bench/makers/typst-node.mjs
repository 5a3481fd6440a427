import { createRequire } from 'node:module';
import { join } from 'node:path';
import { LETTER_FOLDER, markdownFor, recipientOf } from '../letter.mjs';
import { timed } from '../timed.mjs';
import { typstInputs, typstSource } from '../typst-letter.mjs';

const require = createRequire(`${process.env['BENCH_PEERS']}/package.json`);
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const isIllustrated = process.env['BENCH_ILLUSTRATED'] === 'yes';
const mainFileContent = typstSource(isIllustrated);
const compiler = NodeCompiler.create({
  // The paths of pictures are relative to it.
  workspace: join(process.env['BENCH_CAMPAIGN'], LETTER_FOLDER),
  fontArgs: [{ fontPaths: JSON.parse(process.env['BENCH_FONTS']) }],
});

await timed('typst-node', async (number) => {
  const recipient = recipientOf(number);
  const pdf = compiler.pdf(
    { mainFileContent, inputs: typstInputs(recipient), resetRead: false },
    { pdfStandard: 'ua-1' },
  );
  compiler.evictCache(10);
  return { id: recipient.id, markdown: markdownFor(recipient, isIllustrated), pdf };
});
