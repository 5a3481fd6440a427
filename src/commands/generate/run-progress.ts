import type { Shell } from '../../cli/shell.ts';
import { formatCount } from '../../report/format-count.ts';

/** The progress display of a run, on standard error. */
export interface ProgressDisplay {
  /** Whether the display redraws one line of a terminal; if not, it appends lines. */
  readonly isLive: boolean;
  /**
   * Shows the number of finished letters, unless less than the interval (of redraws or of lines) has passed since the
   * last output, or since the start. `share`: the finished part of the run, from 0 to 1; undefined if it is not known.
   */
  readonly update: (letters: number, share: number | undefined) => Promise<void>;
  /** Clears the line on the terminal, if one is drawn. */
  readonly end: () => Promise<void>;
}

/** The interval between redraws of the line on a terminal, in milliseconds. */
const REDRAW_INTERVAL = 100;

/** The interval between lines, in milliseconds, if standard error is not a terminal but for example a CI log. */
const PLAIN_LINE_INTERVAL = 30_000;

/**
 * Opens a display of the count, rate and remaining time: one redrawn line on a terminal, or else a line every 30
 * seconds; nothing with `quiet`. `now`: a clock in milliseconds, which tests replace.
 */
export function openProgress(
  { err, env, isTerminal }: Shell,
  { quiet, now = clock }: { readonly quiet: boolean; readonly now?: () => number },
): ProgressDisplay {
  const isLive = isTerminal.err && env['TERM'] !== 'dumb' && !quiet;
  const interval = isLive ? REDRAW_INTERVAL : PLAIN_LINE_INTERVAL;
  const startTime = now();
  let lastShown = startTime;
  let isDrawn = false;
  return {
    isLive,
    update: async (letters, share) => {
      const time = now();
      if (quiet || time - lastShown < interval) return;
      lastShown = time;
      const text = progressText(letters, (time - startTime) / 1000, share);
      await err(isLive ? `\r\u001B[K${text}` : `${text}\n`);
      isDrawn = isLive;
    },
    end: async () => {
      if (isDrawn) await err('\r\u001B[K');
      isDrawn = false;
    },
  };
}

/** Formats the line: "12000 letters, 410 a second, about 3 min left". */
function progressText(letters: number, seconds: number, share: number | undefined): string {
  const rate = `${formatCount(letters, 'letter')}, ${Math.round(letters / seconds)} a second`;
  if (share === undefined || share <= 0 || share > 1) return rate;
  return `${rate}, about ${durationText((seconds * (1 - share)) / share)} left`;
}

function durationText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** Returns the time of a monotonic clock, in milliseconds. Changes of the system time do not affect it. */
function clock(): number {
  return process.uptime() * 1000;
}
