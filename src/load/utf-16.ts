/**
 * Whether bytes are the beginning of UTF-16 text: a byte order mark, or an ASCII character of two bytes, one of which is
 * zero. Some programs save tables and texts so, and call it “Unicode”.
 */
export function isUtf16([first, second]: Uint8Array): boolean {
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return hasMark || (first === 0 && isAscii(second)) || (second === 0 && isAscii(first));
}

function isAscii(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0 && byte < 0x80;
}
