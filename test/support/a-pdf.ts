/** What a small PDF has: `language`, undefined for none. */
interface PdfTraits {
  readonly isTagged?: boolean;
  readonly isEncrypted?: boolean;
  readonly language?: string | undefined;
}

/** Returns a PDF of one empty page, with a cross-reference table. It is tagged and in English unless the traits differ. */
export function aPdf(traits: PdfTraits = {}): Uint8Array {
  const { isTagged = true, isEncrypted = false } = traits;
  const language = 'language' in traits ? traits.language : 'en';
  const catalogue = [
    '/Type /Catalog /Pages 2 0 R',
    ...(isTagged ? ['/MarkInfo << /Marked true >> /StructTreeRoot 4 0 R'] : []),
    ...(language === undefined ? [] : [`/Lang (${language})`]),
  ].join(' ');
  const objects = [
    `<< ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    '<< /Type /StructTreeRoot >>',
    '<< /Filter /Standard /V 1 /R 2 /O (o) /U (u) /P -4 >>',
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${isEncrypted ? ' /Encrypt 5 0 R' : ''} >>\n`;
  return new TextEncoder().encode(`${text}startxref\n${start}\n%%EOF\n`);
}
