import { conventionsOf, formatLongDate } from '../languages/languages.ts';
import { formatAmount, formatNumber } from '../languages/numbers.ts';
import type { DecimalText } from '../model/decimal.ts';
import type { FieldDeclaration, FieldDeclarations } from '../model/field.ts';
import { inLanguage } from '../model/language.ts';
import { type TextRow, VIEW, type ViewBasis, type ViewRow } from './view.ts';

/** The view: all values that the templates of a campaign can use. */
export interface View {
  readonly rows: readonly ViewRow[];
  /** The rows that forms of address can use. */
  readonly formRows: readonly ViewRow[];
  /** The text values, by path. */
  readonly textRows: ReadonlyMap<string, TextRow>;
}

/** Creates the view of a campaign with these fields. */
export function createView(fields: FieldDeclarations): View {
  const rows = [...VIEW, ...[...fields.values()].map(fieldRow)];
  return {
    rows,
    formRows: rows.filter(({ inForms }) => inForms),
    textRows: new Map(rows.flatMap((row) => (row.type === 'text' ? [[row.path, row]] : []))),
  };
}

/** Returns the row of a field, which prints its value as the language of the letter writes it. */
function fieldRow({ name, type, meaning, required, options }: FieldDeclaration): TextRow {
  const row: Omit<TextRow, 'read'> = {
    path: `fields.${name}`,
    type: 'text',
    needs: required ? [] : [`fields.${name}`],
    meaning,
    example: '',
    inForms: true,
  };
  const read = ({ campaign, selection: { recipient, language } }: ViewBasis): string | undefined => {
    const value = recipient.fields.get(name);
    switch (value?.type) {
      case undefined:
      case 'yes-no':
        return undefined;
      case 'text':
        return inLanguage(value.text, language);
      case 'lines':
        return inLanguage(value.lines, language)?.join('\n');
      case 'number':
        return formatNumber(value.value, conventionsOf(language, campaign.locales));
      case 'date':
        return formatLongDate(value.day, conventionsOf(language, campaign.locales));
      case 'amount':
        return formatAmount(value, conventionsOf(language, campaign.locales));
      case 'one-of': {
        const option = options.get(value.option);
        return option === undefined ? undefined : inLanguage(option.text, language);
      }
    }
  };
  if (type === 'lines') return { ...row, content: 'lines', read };
  if (type === 'yes-no') return { ...row, content: 'answer', read };
  if (type !== 'number') return { ...row, read };
  const readNumber = ({ selection: { recipient } }: ViewBasis): DecimalText | undefined => {
    const value = recipient.fields.get(name);
    return value?.type === 'number' ? value.value : undefined;
  };
  return { ...row, content: 'number', read, readNumber };
}
