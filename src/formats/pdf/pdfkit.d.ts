/**
 * The types of the part of pdfkit 0.20.2 that is used here. They are declared because the published types are out of
 * date; a test checks that everything declared exists. All measures are in points.
 */
declare module 'pdfkit' {
  /** An indirect object (ISO 32000-1, 7.3.10): a dictionary, or a stream if bytes are written to it. */
  export interface PdfObject {
    readonly data: Record<string, unknown>;
    readonly write: (bytes: Uint8Array) => void;
    /** Ends the object, after the given bytes, and writes it to the file. */
    readonly end: (bytes?: Uint8Array) => void;
  }

  /** A page; `content` is its content stream. */
  export interface PdfPage {
    readonly height: number;
    readonly dictionary: PdfObject;
    readonly content: PdfObject;
    /** The font resources, by name. */
    readonly fonts: Record<string, PdfObject>;
    /** The resources that content streams draw by name, such as pictures. */
    readonly xobjects: Record<string, PdfObject>;
  }

  /** A marked-content sequence of a page (ISO 32000-1, 14.7.4.2), to be added to a structure element. */
  export interface MarkedContent {
    /** The page and the MCID of the sequence. */
    readonly refs: readonly unknown[];
  }

  /** A structure element (ISO 32000-1, 14.7.2). */
  export interface PdfElement {
    readonly dictionary: PdfObject;
    readonly add: (child: PdfElement | MarkedContent) => PdfElement;
    /** Ends the element and writes it to the file; its children must have ended before. */
    readonly end: () => void;
  }

  /** An item of the outline (ISO 32000-1, 12.3.3), or the root of the outline. */
  export interface OutlineItem {
    readonly dictionary: PdfObject;
    readonly addItem: (
      title: string,
      options: { pageNumber: number; left: number; top: number; zoom: number; fit: boolean; expanded: boolean },
    ) => OutlineItem;
  }

  /** The entries of an annotation dictionary, and the structure element of the annotation. */
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
    /** The current page: the one that was added or switched to last. */
    page: PdfPage;
    ref(data?: object): PdfObject;
    addPage(): this;
    addContent(operators: string): this;
    /** Makes a page, counted from 0, the current page. */
    switchToPage(page: number): PdfPage;
    /** Begins a marked-content sequence on the current page, with the next MCID of that page. */
    markStructureContent(type: string): MarkedContent;
    endMarkedContent(): this;
    /** Creates a structure element without a parent. */
    struct(type: string, options: { readonly lang?: string }): PdfElement;
    /** Adds an element to the root of the structure tree. */
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
