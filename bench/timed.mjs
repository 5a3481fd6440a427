/** The loop of the makers in JavaScript: warm-up, measurement, report. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the letters `first` to `last`, of which the first `warmUp` are not measured. `make` returns the Markdown and
 * the PDF of a letter, which are hashed and written here, in the same way for every tool. Prints a line of JSON: the
 * number of measured letters, the CPU time of this process for each (user and system, in milliseconds), the mean size
 * of a PDF in bytes, and the peak memory in MB.
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
