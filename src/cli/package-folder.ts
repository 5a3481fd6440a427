/** The folder of this package, seen from `src/cli/` and from `dist/program/`. */
export const PACKAGE_FOLDER: URL = new URL('../../', import.meta.url);
