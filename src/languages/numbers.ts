import type { Amount } from '../model/field.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Language } from '../model/language.ts';

export function formatNumber(value: Decimal, _language: Language): string {
  return value;
}
export function formatAmount({ value, currency }: Amount, _language: Language): string {
  return `${value} ${currency}`;
}
