/** A language's two-letter code (ISO 639-1), as profiles and letters name it. */
export type Language = string;

/** One text in several languages. */
export type Localised = Readonly<Record<Language, string>>;
