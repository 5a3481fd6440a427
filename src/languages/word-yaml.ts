import { plainYaml } from '../model/quote-yaml.ts';
import { fileKeyOf } from './language-words.ts';

/** Spaces that look like others, so that a file has them by their code points. */
const UNUSUAL_SPACE = /[\u00A0\u2009\u202F]/gu;

/**
 * Returns a value of locale data as it is written in the file of a language, on one line: a text, a number, a list or a
 * mapping.
 */
export function wordYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(wordYaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    const texts = entries.map(([name, part]) => `${fileKeyOf(name)}: ${wordYaml(part)}`);
    return texts.length === 0 ? '{}' : `{ ${texts.join(', ')} }`;
  }
  return textYaml(String(value));
}

function textYaml(text: string): string {
  if (text.search(UNUSUAL_SPACE) !== -1) {
    const escaped = text
      .replaceAll(/["\\]/gu, String.raw`\$&`)
      .replaceAll(
        UNUSUAL_SPACE,
        (space) => String.raw`\u` + space.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'),
      );
    return `"${escaped}"`;
  }
  const plain = plainYaml(text);
  return plain === text && text === text.trim() ? text : `'${text.replaceAll("'", "''")}'`;
}
