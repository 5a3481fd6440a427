/** Texts of files by their names, so that the lines that a fault is about can be shown. What may not be shown is absent. */
export type FileTexts = ReadonlyMap<string, string>;
