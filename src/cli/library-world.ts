import { join, resolve } from 'node:path';
import { type OptionChecks, TEXT, optional, requireOptions } from '../model/options.ts';
import type { World } from '../world.ts';
import { hasTemplates } from './find-campaign.ts';
import { createNodeWorld } from './node-world.ts';

/** The folders that the library reads and writes on the disk. Paths are relative to the current folder. */
export interface NodeWorldOptions {
  /** The campaign: a folder with `templates/` and `recipients/`. */
  readonly directory: string;
  /** The folder that letters are written into; if left out, `out` in the campaign, as for the command line. */
  readonly output?: string;
}

const CHECKS: OptionChecks<NodeWorldOptions> = { directory: TEXT, output: optional(TEXT) };

/**
 * Creates the `World` of the command line: the files of a campaign on the disk, the fonts of this package, and an
 * output folder, which need not exist. Throws a TypeError if an option is wrong, an Error if there is no campaign.
 */
export function nodeWorld(options: NodeWorldOptions): World {
  requireOptions('options', options, CHECKS);
  const directory = resolve(options.directory);
  if (!hasTemplates(directory)) {
    throw new Error(
      `there is no campaign in “${options.directory}”: a campaign is a folder with templates/ and recipients/`,
    );
  }
  const folder = options.output === undefined ? join(directory, 'out') : resolve(options.output);
  return createNodeWorld(directory, {
    folder,
    name: options.output ?? join(options.directory, 'out'),
    isNamedByUser: options.output !== undefined,
  });
}
