import { outputOf } from './tools.ts';

/** A font of a file, as `pdffonts` lists it. */
export interface ListedFont {
  readonly name: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  /** Whether the font has a map from its codes to characters. */
  readonly toUnicode: boolean;
}

/** The fonts of a file. */
export async function fontsOf(file: string): Promise<readonly ListedFont[]> {
  const lines = (await outputOf('pdffonts', [file])).split('\n').slice(2);
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const match = /^(\S+)\s.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(line);
      if (match === null) throw new Error(`pdffonts says what cannot be read: ${line}`);
      const [, name = '', embedded, subset, toUnicode] = match;
      return { name, embedded: embedded === 'yes', subset: subset === 'yes', toUnicode: toUnicode === 'yes' };
    });
}
