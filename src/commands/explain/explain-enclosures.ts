import type { Campaign } from '../../model/campaign.ts';
import { copyOfEnclosure, findEnclosedFile } from '../../model/enclosed-file.ts';
import { chooseFile } from '../../model/enclosure.ts';
import { type Localised, inLanguage } from '../../model/language.ts';
import type { Selection } from '../../model/selection.ts';
import { conditionText } from './conditions.ts';
import type { ExplainedEnclosure } from './explanation.ts';

/** Explains what is sent with a letter, in the order of its list. */
export function explainEnclosures(
  { enclosedFiles, letter, sources }: Campaign,
  { enclosures, language, recipient }: Pick<Selection, 'enclosures' | 'language' | 'recipient'>,
): readonly ExplainedEnclosure[] {
  const titleIn = (title: Localised | undefined, id: string): string => inLanguage(title ?? {}, language) ?? id;
  return enclosures.map((enclosure): ExplainedEnclosure => {
    const { id } = enclosure;
    if (enclosure.kind === 'source') {
      const source = sources.get(id);
      const title = titleIn(source?.title, id);
      return { id, title, file: null, copy: null, otherLanguage: null, rule: null, span: source?.span ?? letter.span };
    }
    const { path, otherLanguage = null } = chooseFile(enclosure, language, recipient.languages);
    const file = findEnclosedFile(enclosedFiles, path);
    return {
      id,
      title: titleIn(enclosure.title, id),
      file: file === undefined ? null : `templates/${letter.id}/${file.path}`,
      copy: file === undefined ? null : `${letter.id}/${copyOfEnclosure(file)}`,
      otherLanguage,
      rule: conditionText(enclosure.for),
      span: enclosure.span,
    };
  });
}
