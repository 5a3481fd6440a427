/** How values are spelt in a PDF (ISO 32000-1, 7.3). Files are put together from such texts; nothing is parsed again. */

/** Text as a string object: ASCII as it is, anything else as UTF-16. */
export function pdfText(text: string): string {
  if (/^[\u0020-\u007E]*$/.test(text)) return `(${text.replaceAll(/[()\\]/g, '\\$&')})`;
  return `<feff${utf16(text)}>`;
}

/** The code units of a text, four hexadecimal digits each. */
export function utf16(text: string): string {
  let digits = '';
  for (let place = 0; place < text.length; place += 1) digits += text.charCodeAt(place).toString(16).padStart(4, '0');
  return digits;
}

/** A name, such as a media type: what is neither letter nor digit is spelt by number. */
export function pdfName(name: string): string {
  return `/${name.replaceAll(/[^A-Za-z0-9.+-]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

/** A number; thousandths of a point are far below what can be seen. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** The name by which one object speaks of another. */
export function reference(object: number): string {
  return `${object} 0 R`;
}
