/** The reason why a file cannot be read as PDF. It never leaves this folder. */
export class UnreadablePdf extends Error {}

/** The bytes that are read of one file at most: written ones, and those of its streams once they are inflated. */
const MAX_BYTES = 100_000_000;

/** The objects that are read of one file at most, those in arrays and dictionaries included. */
const MAX_VALUES = 500_000;

/**
 * What may still be read of a PDF file. Its parts refer to each other by positions, which may overlap, and its streams
 * may be a thousand times as large as the file: without a limit for all of them together, a small file could keep the
 * program busy for hours or fill its memory.
 */
export class PdfAllowance {
  private bytes = MAX_BYTES;
  private values = MAX_VALUES;

  /** Counts bytes that were read. Throws `UnreadablePdf` if they are too many. */
  takeBytes(count: number): void {
    this.bytes -= count;
    if (this.bytes < 0) throw new UnreadablePdf('too many bytes');
  }

  /** Counts one object. Throws `UnreadablePdf` if it is one too many. */
  takeValue(): void {
    this.values -= 1;
    if (this.values < 0) throw new UnreadablePdf('too many objects');
  }
}

/** The bytes of a PDF file, or of a stream of it, and what may still be read of the file. */
export interface PdfBytes {
  readonly bytes: Uint8Array;
  readonly allowance: PdfAllowance;
}
