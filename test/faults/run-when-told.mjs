// Started as a process of its own: runs the command as often as it is told, for whom starting one each time takes too
// long. Temporary files have names that can be known beforehand.
import crypto from 'node:crypto';
import { createRequire } from 'node:module';

crypto.randomBytes = (size) => Buffer.alloc(size, 0xab);

const { main } = createRequire(import.meta.url)('../../dist/program/main.cjs');
process.setMaxListeners(0);

process.on('message', async ({ cwd, args }) => {
  const said = { out: '', err: '' };
  const keep = (stream) => (data, done) => {
    said[stream] += data;
    done?.();
    return true;
  };
  process.stdout.write = keep('out');
  process.stderr.write = keep('err');
  process.chdir(cwd);
  const code = await main(args);
  process.send({ code, ...said });
});
process.send('ready');
