/**
 * What is used of pdfkit 0.20.2, whose published types lag behind it. A test holds that each thing declared here is
 * there. All measures are in points.
 */
declare module 'pdfkit' {
  /** An indirect object of a file (ISO 32000-1, 7.3.10): a dictionary, and a stream if bytes are written to it. */
  export interface PdfObject {
    readonly data: Record<string, unknown>;
    readonly write: (bytes: Uint8Array) => void;
    /** Writes the object into the file. */
    readonly end: (bytes?: Uint8Array) => void;
  }

  /** A page; its content stream is what is drawn on it. */
  export interface PdfPage {
    readonly height: number;
    readonly dictionary: PdfObject;
    readonly content: PdfObject;
    /** The fonts among its resources, by name. */
    readonly fonts: Record<string, PdfObject>;
  }

  /** A marked-content sequence of a page (ISO 32000-1, 14.7.4.2): handed on to an element, as it is. */
  export interface MarkedContent {
    readonly refs: readonly unknown[];
  }

  /** An element of the structure tree (ISO 32000-1, 14.7.2). */
  export interface PdfElement {
    readonly dictionary: PdfObject;
    readonly add: (child: PdfElement | MarkedContent) => PdfElement;
    /** Writes the element: what it holds must have ended before. */
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

  /** Entries of an annotation besides its rectangle, and the element that it belongs to. */
  export interface AnnotationOptions {
    /** A `String` object, as pdfkit takes a plain string for a name. */
    readonly Contents: object;
    readonly structParent: PdfElement;
  }

  export default class PDFDocument {
    constructor(options: Readonly<Record<string, unknown>>);
    /** The document information dictionary (ISO 32000-1, 14.3.3). */
    readonly info: Record<string, unknown>;
    readonly outline: OutlineItem;
    /** The page that is worked on. */
    page: PdfPage;
    ref(data?: object): PdfObject;
    addPage(): this;
    addContent(operators: string): this;
    switchToPage(page: number): PdfPage;
    markStructureContent(role: string): MarkedContent;
    endMarkedContent(): this;
    struct(role: string, options: { readonly lang?: string }): PdfElement;
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
    /** Writes all that is not written yet. */
    end(): void;
  }
}
