import type { CommandDefinition } from '../cli/define-command.ts';
import { approveCommand } from './approve/command.ts';
import { checkCommand } from './check/command.ts';
import { diffCommand } from './diff/command.ts';
import { dispatchCommand } from './dispatch/command.ts';
import { explainCommand } from './explain/command.ts';
import { generateCommand } from './generate/command.ts';
import { initCommand } from './init/command.ts';
import { joinCommand } from './join/command.ts';
import { listCommand } from './list/command.ts';
import { matrixCommand } from './matrix/command.ts';
import { reviewCommand } from './review/command.ts';
import { schemaCommand } from './schema/command.ts';
import { translationsCommand } from './translations/command.ts';
import { validateCommand } from './validate/command.ts';

/** All commands, in the order in which `demarche --help` lists them. */
export const COMMANDS: readonly CommandDefinition[] = [
  initCommand,
  generateCommand,
  joinCommand,
  checkCommand,
  approveCommand,
  dispatchCommand,
  reviewCommand,
  diffCommand,
  validateCommand,
  translationsCommand,
  listCommand,
  explainCommand,
  matrixCommand,
  schemaCommand,
];
