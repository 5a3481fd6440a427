/** A number as PDF spells it (ISO 32000-1, 7.3.3); thousandths of a point are far below what can be seen. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
