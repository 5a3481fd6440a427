import { openPdfFiles, type PdfFile } from '../../src/write/pdf-file.ts';

/** A file that begins with nothing but its header. */
export function openEmptyFile(): PdfFile {
  const files = openPdfFiles();
  return files.open(files.begin(() => undefined));
}
