import type { CommandDefinition } from '../cli/define-command.ts';
import { approve } from './approve/command.ts';
import { check } from './check/command.ts';
import { diff } from './diff/command.ts';
import { dispatch } from './dispatch/command.ts';
import { explain } from './explain/command.ts';
import { generate } from './generate/command.ts';
import { join } from './join/command.ts';
import { list } from './list/command.ts';
import { matrix } from './matrix/command.ts';
import { review } from './review/command.ts';
import { schema } from './schema/command.ts';
import { translations } from './translations/command.ts';
import { validate } from './validate/command.ts';

/** The commands, in the order in which help lists them. */
export const COMMANDS: readonly CommandDefinition[] = [
  generate,
  join,
  check,
  approve,
  dispatch,
  review,
  diff,
  validate,
  translations,
  list,
  explain,
  matrix,
  schema,
];
