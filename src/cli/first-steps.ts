import { neutralise } from '../report/neutralise.ts';
import { packageFilePath } from './package.ts';

/** The output of `demarche` without arguments where there is no campaign: how to begin one, and where to read on. */
export function firstStepsText(): string {
  return `demarche turns one letter into many tailored ones. There is no campaign here yet.
  demarche init                 begin one: a small campaign in a new folder, ready to edit and to run
  demarche init --list          list the examples to begin with; demarche init --from NAME takes one
  demarche list -C <folder>     use a campaign that is elsewhere: -C goes after any command
  demarche --help               list all commands; demarche help <command> explains one
  Documents: ${neutralise(packageFilePath('docs/start.md'))} and beside it
`;
}
