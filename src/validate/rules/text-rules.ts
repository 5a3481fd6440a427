import type { LetterSettings } from '../../model/campaign.ts';
import type { CampaignData } from '../../model/campaign-data.ts';
import { type Path, spanAt } from '../../model/data.ts';
import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import type { Language } from '../../model/language.ts';
import { say } from '../../model/message.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { Parts } from './parts.ts';

/** Every wording that a rule uses has a text in every language sent. */
export function textsExist(letter: LetterSettings, { data, languages }: Parts): readonly Diagnostic[] {
  const uses = [
    ...usesAt(['body'], 'body', letter.body),
    ...[...letter.demands.values()].flatMap(({ id, wordings }) =>
      usesAt(['demands', id, 'wordings'], `demands/${id}`, wordings),
    ),
    ...[...letter.passages.values()].flatMap(({ id, wordings }) =>
      usesAt(['passages', id], `passages/${id}`, wordings),
    ),
  ];
  return languages.flatMap((language) =>
    uses
      .filter(({ key }) => data.templates[language]?.has(key) !== true)
      .map(({ key, path }) => unknownText(data, language, key, path)),
  );
}

/** Where a rule names a text, and the key of that text. */
interface Use {
  readonly key: string;
  readonly path: Path;
}

function usesAt(path: Path, folder: string, rules: readonly { readonly use: string }[]): readonly Use[] {
  return rules.map(({ use }, index) => ({ key: `${folder}/${use}`, path: [...path, index, 'use'] }));
}

function unknownText(data: CampaignData, language: Language, key: string, path: Path): Diagnostic {
  const file = `templates/${data.id}/${language}/${key}.md`;
  const folder = key.slice(0, key.lastIndexOf('/') + 1);
  const wording = key.slice(folder.length);
  const neighbours = [...(data.templates[language]?.keys() ?? [])].filter((other) => other.startsWith(folder));
  const nearest = nearestName(
    wording,
    neighbours.map((other) => other.slice(folder.length)),
  );
  return fault(
    'letter/unknown-text',
    spanAt(data.letter, path),
    say`the wording ${wording} has no text in ${language}`,
    { hint: nearest === undefined ? say`create ${file}` : say`create ${file}, or use ${nearest}, which is there` },
  );
}
