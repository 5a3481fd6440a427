import type { CommandGroup } from '../cli/define-command.ts';
import { approveCommand } from './approve/command.ts';
import { checkCommand } from './check/command.ts';
import { completeCommand } from './complete/command.ts';
import { completionCommand } from './completion/command.ts';
import { diffCommand } from './diff/command.ts';
import { dispatchCommand } from './dispatch/command.ts';
import { draftsCommand } from './drafts/command.ts';
import { explainCommand } from './explain/command.ts';
import { generateCommand } from './generate/command.ts';
import { initCommand } from './init/command.ts';
import { joinCommand } from './join/command.ts';
import { listCommand } from './list/command.ts';
import { matrixCommand } from './matrix/command.ts';
import { previewCommand } from './preview/command.ts';
import { reviewCommand } from './review/command.ts';
import { schemaCommand } from './schema/command.ts';
import { translationsCommand } from './translations/command.ts';
import { validateCommand } from './validate/command.ts';

/** All commands, by what one does with them, in the order in which `demarche --help` lists them. */
export const COMMANDS: readonly CommandGroup[] = [
  { heading: 'Begin', commands: [initCommand, schemaCommand, completionCommand] },
  { heading: 'Write letters', commands: [previewCommand, generateCommand, joinCommand] },
  { heading: 'Check', commands: [validateCommand, checkCommand, diffCommand, translationsCommand] },
  { heading: 'Have texts approved', commands: [reviewCommand, approveCommand] },
  { heading: 'Send', commands: [dispatchCommand, draftsCommand] },
  { heading: 'Look', commands: [listCommand, explainCommand, matrixCommand] },
  { heading: undefined, commands: [completeCommand] },
];
