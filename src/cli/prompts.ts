import type { Readable, Writable } from 'node:stream';
import { isCancel, select, text } from '@clack/prompts';
import type { Prompts } from './shell.ts';

/** Where questions are asked, and what cancels them. A test supplies streams of its own. */
export interface PromptSettings {
  readonly input?: Readable;
  readonly output?: Writable;
  readonly signal: AbortSignal;
}

/** Creates the questions of a command on a terminal. The only file that imports the library that draws them. */
export function createPrompts(settings: PromptSettings): Prompts {
  return {
    choose: async (message, choices) => {
      const answer = await select({
        ...settings,
        message,
        options: choices.map(({ value, label, hint }) => ({ value, label, ...(hint === undefined ? {} : { hint }) })),
      });
      return isCancel(answer) ? undefined : answer;
    },
    ask: async (message, { initial, problemWith }) => {
      const answer = await text({
        ...settings,
        message,
        placeholder: initial,
        defaultValue: initial,
        // An empty answer is the initial value.
        validate: (typed) => problemWith(typed === undefined || typed === '' ? initial : typed),
      });
      return isCancel(answer) ? undefined : answer;
    },
  };
}
