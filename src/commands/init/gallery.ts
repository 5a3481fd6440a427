/** A complete campaign of the package, from which `init` begins a new one. */
export interface GalleryCampaign {
  readonly name: string;
  /** What it is, for a list. */
  readonly about: string;
  /**
   * Where the package has its files: in a folder for each language, as `examples/letter/fr/`; or in folders for all of
   * its languages at once. `parts`: the beginning of a path in a new campaign, and the folder of the package for it.
   */
  readonly source:
    | { readonly kind: 'one-a-language'; readonly folder: string }
    | { readonly kind: 'one'; readonly language: string; readonly parts: Readonly<Record<string, string>> };
  /** The letter, its first text and its recipients, which a user edits first: names without extension. */
  readonly letter: string;
  readonly body: string;
  readonly recipients: string;
  /** A recipient, whose page a user looks at first. */
  readonly recipient: string;
}

/** The gallery, in the order in which `--list` prints it. The first campaign is the default. */
export const GALLERY: readonly [GalleryCampaign, ...GalleryCampaign[]] = [
  {
    name: 'letter',
    about: 'a plain letter to three recipients: a person in an office, an office, a person',
    source: { kind: 'one-a-language', folder: 'examples/letter/' },
    letter: 'letter',
    body: 'letter',
    recipients: 'recipients',
    recipient: 'mayor',
  },
  {
    name: 'council',
    about: 'one demand of two mayors, each asked for what their town can do',
    source: { kind: 'one-a-language', folder: 'examples/council/' },
    letter: 'crossing',
    body: 'letter',
    recipients: 'mayors',
    recipient: 'upper-town',
  },
  {
    name: 'open-letter',
    about: 'the specimen: six demands in many wordings, with sources, groups of States and translations',
    source: {
      kind: 'one',
      language: 'en',
      parts: {
        'examples/open-letter/': 'examples/open-letter/',
        'recipients/': 'recipients/',
        'templates/': 'templates/',
      },
    },
    letter: 'open-letter',
    body: 'president',
    recipients: 'asp-officers',
    recipient: 'asp-president',
  },
  {
    name: 'access-request',
    about: 'a request for documents to three authorities, with its legal basis',
    source: { kind: 'one-a-language', folder: 'examples/access-request/' },
    letter: 'request',
    body: 'request',
    recipients: 'authorities',
    recipient: 'water-authority',
  },
  {
    name: 'consultation',
    about: 'an answer to a public consultation, with a passage that only some get',
    source: { kind: 'one-a-language', folder: 'examples/consultation/' },
    letter: 'answer',
    body: 'answer',
    recipients: 'bodies',
    recipient: 'ministry',
  },
];

/** The folders of a campaign of the package in a language: from the beginning of a path to the folder that has it. */
export function partsOf({ source }: GalleryCampaign, language: string): Readonly<Record<string, string>> {
  if (source.kind === 'one') return source.parts;
  const folder = `${source.folder}${language}/`;
  return { 'recipients/': `${folder}recipients/`, 'templates/': `${folder}templates/` };
}

/** The paths that a user edits first, and that of the first page, in a new campaign. */
export function firstPaths(
  { letter, body, recipients, recipient }: GalleryCampaign,
  language: string,
): { readonly edit: readonly string[]; readonly page: string } {
  return {
    edit: [
      `templates/${letter}/letter.yaml`,
      `templates/${letter}/${language}/body/${body}.md`,
      `recipients/${recipients}.yaml`,
    ],
    page: `out/${letter}/${recipient}.${language}.pdf`,
  };
}
