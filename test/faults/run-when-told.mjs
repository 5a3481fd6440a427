// Runs the command in this process for each message from the parent process, because starting a process for each run
// takes too long. The names of temporary files are not random, so that the parent process knows them beforehand.
import crypto from 'node:crypto';
import { createRequire } from 'node:module';

crypto.randomBytes = (size) => Buffer.alloc(size, 0xab);

const { main } = createRequire(import.meta.url)('../../dist/program/main.cjs');
process.setMaxListeners(0);

process.on('message', async ({ cwd, args }) => {
  const streams = { out: '', err: '' };
  const keep = (stream) => (data, done) => {
    streams[stream] += data;
    done?.();
    return true;
  };
  process.stdout.write = keep('out');
  process.stderr.write = keep('err');
  process.chdir(cwd);
  const code = await main(args);
  process.send({ code, ...streams });
});
process.send('ready');
