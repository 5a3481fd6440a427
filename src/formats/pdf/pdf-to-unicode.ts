import type { GlyphCode } from './pdf-codes.ts';

/** Entries that one operator may have. */
const MOST_ENTRIES = 100;

/** The map that says which characters each code stands for (ISO 32000-1, 9.10.3). */
export function toUnicodeMap(codes: readonly Pick<GlyphCode, 'code' | 'text'>[]): string {
  const blocks: string[] = [];
  for (let first = 0; first < codes.length; first += MOST_ENTRIES) {
    const entries = codes.slice(first, first + MOST_ENTRIES).map(({ code, text }) => `<${hex(code)}> <${utf16(text)}>`);
    blocks.push(`${entries.length} beginbfchar\n${entries.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

/** The code units of a text (UTF-16BE), four hexadecimal digits each. */
function utf16(text: string): string {
  let digits = '';
  for (let place = 0; place < text.length; place += 1) digits += hex(text.charCodeAt(place));
  return digits;
}
