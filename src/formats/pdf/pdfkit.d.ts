/**
 * The part of pdfkit 0.20.2 that is used here, because the published types are out of date. A test checks that
 * everything declared here exists. All measures are in points.
 */
declare module 'pdfkit' {
  /** An indirect object (ISO 32000-1, 7.3.10): a dictionary, or a stream if bytes are written to it. */
  export interface PdfObject {
    readonly data: Record<string, unknown>;
    readonly write: (bytes: Uint8Array) => void;
    /** Ends the object and writes it to the file. */
    readonly end: (bytes?: Uint8Array) => void;
  }

  /** A page; `content` is its content stream. */
  export interface PdfPage {
    readonly height: number;
    readonly dictionary: PdfObject;
    readonly content: PdfObject;
    /** The font resources, by name. */
    readonly fonts: Record<string, PdfObject>;
  }

  /** A marked-content sequence of a page (ISO 32000-1, 14.7.4.2), to be added to a structure element. */
  export interface MarkedContent {
    readonly refs: readonly unknown[];
  }

  /** A structure element (ISO 32000-1, 14.7.2). */
  export interface PdfElement {
    readonly dictionary: PdfObject;
    readonly add: (child: PdfElement | MarkedContent) => PdfElement;
    /** Ends the element and writes it to the file; its children must have ended before. */
    readonly end: () => void;
  }

  /** An item of the outline (ISO 32000-1, 12.3.3), or the outline itself. */
  export interface OutlineItem {
    readonly dictionary: PdfObject;
    readonly addItem: (
      title: string,
      options: { pageNumber: number; left: number; top: number; zoom: number; fit: boolean; expanded: boolean },
    ) => OutlineItem;
  }

  /** Entries of an annotation, and its structure element. */
  export interface AnnotationOptions {
    /** A `String` object, because pdfkit writes a primitive string as a PDF name. */
    readonly Contents: object;
    readonly structParent: PdfElement;
  }

  export default class PDFDocument {
    constructor(options: Readonly<Record<string, unknown>>);
    /** The document information dictionary (ISO 32000-1, 14.3.3). */
    readonly info: Record<string, unknown>;
    readonly outline: OutlineItem;
    /** The current page. */
    page: PdfPage;
    ref(data?: object): PdfObject;
    addPage(): this;
    addContent(operators: string): this;
    switchToPage(page: number): PdfPage;
    markStructureContent(type: string): MarkedContent;
    endMarkedContent(): this;
    struct(type: string, options: { readonly lang?: string }): PdfElement;
    addStructure(element: PdfElement): this;
    getStructTreeRoot(): PdfObject;
    link(x: number, y: number, width: number, height: number, url: string, options: AnnotationOptions): this;
    annotate(
      x: number,
      y: number,
      width: number,
      height: number,
      options: AnnotationOptions & { readonly Subtype: string; readonly Dest: readonly unknown[] },
    ): this;
    addNamedEmbeddedFile(name: string, specification: PdfObject): void;
    appendXML(xml: string): void;
    endMetadata(): void;
    push(bytes: Uint8Array | null): boolean;
    /** Writes all remaining objects, the cross-reference table and the trailer. */
    end(): void;
  }
}
