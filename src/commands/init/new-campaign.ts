/** Files that runs write, which are not kept in a repository. Generated, since npm leaves out files of this name. */
const GITIGNORE = '/out/\n/review/\n/drafts/\n';

/** The first line of a file with which editors find its JSON Schema; the path is one of the package. */
const SCHEMA_LINE = /^# yaml-language-server: \$schema=(?:\.\.\/)+schema\/([\w-]+)\.json$/mu;

/**
 * Composes the files of a new campaign, by path, from those of a campaign of the package. Schema lines lead to copies
 * of the schemas in `schema/` of the new campaign; `readSchema` returns the text of one. The templates are last: a
 * folder is a campaign once it has them.
 */
export function composeCampaign<Other>(
  sources: ReadonlyMap<string, string | Other>,
  readSchema: (name: string) => string,
): ReadonlyMap<string, string | Other> {
  const schemas = new Map<string, string>();
  const files = Array.from(sources, ([path, text]): readonly [string, string | Other] => {
    const name = typeof text === 'string' ? SCHEMA_LINE.exec(text)?.[1] : undefined;
    if (name === undefined || typeof text !== 'string') return [path, text];
    schemas.set(`schema/${name}.json`, readSchema(name));
    const up = '../'.repeat(path.split('/').length - 1);
    return [path, text.replace(SCHEMA_LINE, () => `# yaml-language-server: $schema=${up}schema/${name}.json`)];
  });
  const isTemplate = ([path]: readonly [string, string | Other]): boolean => path.startsWith('templates/');
  return new Map<string, string | Other>([
    ['.gitignore', GITIGNORE],
    ...[...schemas].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ...files.filter((file) => !isTemplate(file)),
    ...files.filter(isTemplate),
  ]);
}
