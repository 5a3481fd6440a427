import type { Shell } from '../../cli/shell.ts';
import { counted } from '../../report/counted.ts';

/** Shows how far a run has come. */
export interface ProgressDisplay {
  /** Is it one line on a terminal, which is drawn over? */
  readonly isLive: boolean;
  /** Shows how many letters are done; `share`: of the whole, from 0 to 1, if known. Only when the last line is old enough. */
  readonly at: (letters: number, share: number | undefined) => Promise<void>;
  /** Clears the line on the terminal. */
  readonly end: () => Promise<void>;
}

/** A line on a terminal is drawn again this often; elsewhere a new line is worth the reader's time only now and then. */
const REDRAW = 100;
const NEW_LINE = 30_000;

/**
 * Shows count, rate and time left: in one line on a terminal, in a plain line every half minute elsewhere. `now`:
 * milliseconds; for tests.
 */
export function openProgress(
  { err, env, isTerminal }: Shell,
  { quiet, now = clock }: { readonly quiet: boolean; readonly now?: () => number },
): ProgressDisplay {
  const isLive = isTerminal.err && env['TERM'] !== 'dumb' && !quiet;
  const every = isLive ? REDRAW : NEW_LINE;
  const start = now();
  let shown = start;
  let isDrawn = false;
  return {
    isLive,
    at: async (letters, share) => {
      const time = now();
      if (quiet || time - shown < every) return;
      shown = time;
      const text = progressText(letters, (time - start) / 1000, share);
      await err(isLive ? `\r\u001B[K${text}` : `${text}\n`);
      isDrawn = isLive;
    },
    end: async () => {
      if (isDrawn) await err('\r\u001B[K');
      isDrawn = false;
    },
  };
}

/** "12000 letters, 410 a second, about 3 min left" */
function progressText(letters: number, seconds: number, share: number | undefined): string {
  const rate = `${counted(letters, 'letter')}, ${Math.round(letters / seconds)} a second`;
  if (share === undefined || share <= 0 || share > 1) return rate;
  return `${rate}, about ${durationText((seconds * (1 - share)) / share)} left`;
}

function durationText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** Goes forward whatever happens to the time of day. */
function clock(): number {
  return process.uptime() * 1000;
}
