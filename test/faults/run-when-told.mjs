// Started as a process of its own: runs the command as often as it is told, for whom starting one each time takes too
// long. Temporary files have names that can be known beforehand.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

crypto.randomBytes = (size) => Buffer.alloc(size, 0xab);
syncBuiltinESMExports();

const { runProgram } = await import('../../dist/cli/main.js');
const { openProcessShell } = await import('../../dist/cli/process-shell.js');
const { shell } = openProcessShell();

process.on('message', async ({ cwd, args }) => {
  const said = { out: '', err: '' };
  const out = async (data) => void (said.out += data);
  const err = async (text) => void (said.err += text);
  const code = await runProgram(args, { ...shell, cwd, out, err });
  process.send({ code, ...said });
});
process.send('ready');
