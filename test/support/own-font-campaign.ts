import type { MemoryFile } from './memory-world.ts';
import { type TestFont, fontBytes } from './own-fonts.ts';

/** A campaign with fonts: the files of `page: { fonts: … }` by their names, and what its one letter says. */
export interface OwnFontCampaign {
  /** The content of `fonts` in `letter.yaml`, in the flow style of YAML. */
  readonly fonts: string;
  /** The font files by name; they are in the folder `fonts`. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The body, in Markdown. */
  readonly body: string;
  /** The id of the recipient; `a` if left out. */
  readonly id?: string;
  /** The lines of the address. */
  readonly address?: readonly string[];
}

/** Returns the files of a campaign of one letter with one recipient, by path. */
export function ownFontCampaign({
  fonts,
  files,
  body,
  id = 'a',
  address = ['1 Street', 'Town'],
}: OwnFontCampaign): Readonly<Record<string, MemoryFile>> {
  const fontFiles = Object.entries(files).map(([name, bytes]) => [`templates/names/fonts/${name}`, bytes] as const);
  return {
    'templates/names/letter.yaml': `status: draft
date: 2025-12-01
languages: { en: original }
signatories: [{ id: society, name: { en: The Society } }]
body: [{ use: whole }]
page: { fonts: ${fonts} }
`,
    'templates/names/en/body/whole.md': body,
    [`recipients/${id}.yaml`]: `id: ${id}\noffice: { title: { en: Minister } }\naddress: { lines: ${JSON.stringify(address)} }\n`,
    ...Object.fromEntries(fontFiles),
  };
}

/** Returns a campaign in which all these fonts are named under `also`. */
export function campaignWith(fonts: readonly TestFont[], body: string): OwnFontCampaign {
  return {
    fonts: `{ also: [${fonts.map((font) => `fonts/${font}.ttf`).join(', ')}] }`,
    files: Object.fromEntries(fonts.map((font) => [`${font}.ttf`, fontBytes(font)])),
    body: `# Names\n\n${body}\n`,
  };
}
