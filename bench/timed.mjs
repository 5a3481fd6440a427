/** What every maker of letters here has in common: it makes some, is timed for the rest, and says what it took. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes letters `first` to `last`; the first `warmUp` of them do not count. `make` gives a letter's Markdown and PDF;
 * both are hashed and written here, for every tool alike. Says, as a line of JSON: letters that counted, CPU
 * milliseconds of this process (user and system) for each, bytes of each PDF, peak memory in MB.
 */
export async function timed(name, make) {
  const [folder, first, last, warmUp] = [process.argv[2], ...process.argv.slice(3, 6).map(Number)];
  mkdirSync(folder, { recursive: true });
  let started = process.cpuUsage();
  let bytes = 0;
  let peak = 0;
  for (let number = first; number <= last; number += 1) {
    if (number === first + warmUp) started = process.cpuUsage();
    const { id, markdown, pdf } = await make(number);
    const counts = number >= first + warmUp;
    for (const [ending, content] of [
      ['md', markdown],
      ['pdf', pdf],
    ]) {
      createHash('sha256').update(content).digest('hex');
      writeFileSync(join(folder, `${id}.${ending}`), content);
    }
    if (counts) bytes += pdf.length;
    if (number % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    if (number % 100 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  const { user, system } = process.cpuUsage(started);
  const letters = last - first + 1 - warmUp;
  peak = Math.max(peak, process.memoryUsage.rss());
  console.log(
    JSON.stringify({
      name,
      letters,
      msPerLetter: (user + system) / 1000 / letters,
      bytesPerLetter: Math.round(bytes / letters),
      peakMb: Math.round(peak / 1e6),
    }),
  );
}
