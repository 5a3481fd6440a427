/** What a local server answers with. The types are apart from the server, so that only it imports `node:http`. */

/** A document of a site. */
export interface SiteDocument {
  /** The media type (RFC 9110, 8.3), with the charset of a text. */
  readonly type: string;
  readonly body: string;
}

/** What a server shows to the browser of the user who started it. Nothing is received but paths and queries. */
export interface Site {
  /**
   * Returns the document of a path, which is relative to the address of the site and as the browser wrote it; that of
   * the address itself is empty. Undefined: there is none. A rejection is a bug, which ends the server.
   */
  readonly find: (path: string, query: URLSearchParams) => Promise<SiteDocument | undefined>;
  /** The path of the event stream (HTML Living Standard, 9.2). `find` is not asked for it. */
  readonly eventsPath: string;
  /** Calls the listener with the data of each event, which is one line. Returns a function that removes the listener. */
  readonly onEvent: (listener: (data: string) => void) => () => void;
}

/** A site that a browser of this computer can open. */
export interface ServedSite {
  /** The address with its token: `http://127.0.0.1:7340/…/`. */
  readonly address: string;
  /** The port on which the server listens. */
  readonly port: number;
  /** Rejects with the error of a request that failed because of a bug. */
  readonly failed: Promise<never>;
  /** Ends event streams with the reason, if there is one, closes all connections, and resolves when they are closed. */
  readonly close: (reason?: string) => Promise<void>;
}
