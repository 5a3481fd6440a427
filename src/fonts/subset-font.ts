/**
 * Cuts a TrueType file down to some glyphs, numbered anew in ascending order of their old numbers; `.notdef` stays the
 * first. Hints and the tables that only text layout needs are left out: whoever embeds the result places glyphs by number.
 */
export type SubsetFont = (font: Uint8Array, glyphs: readonly number[]) => Uint8Array;

/** The part of HarfBuzz' C interface (hb-subset) that is used; all values are pointers or numbers. */
type Call = (...values: readonly number[]) => number;
const CALLS = [
  'malloc',
  'hb_blob_create',
  'hb_blob_destroy',
  'hb_blob_get_length',
  'hb_blob_get_data',
  'hb_face_create',
  'hb_face_destroy',
  'hb_face_reference_blob',
  'hb_set_add',
  'hb_subset_input_create_or_fail',
  'hb_subset_input_destroy',
  'hb_subset_input_glyph_set',
  'hb_subset_input_set',
  'hb_subset_input_set_flags',
  'hb_subset_or_fail',
] as const;
type Subsetter = Readonly<Record<(typeof CALLS)[number], Call>> & { readonly heap: () => Uint8Array };

const NO_HINTING = 0x1;
const NOTDEF_OUTLINE = 0x40;
const NO_LAYOUT_CLOSURE = 0x200;
const TABLES_TO_DROP = 3;
const MEMORY_MODE_WRITABLE = 2;
const DROPPED = ['GSUB', 'GPOS', 'GDEF', 'cmap', 'name', 'OS/2', 'post', 'STAT', 'gasp', 'DSIG'];

/** Starts the subsetter from its WebAssembly bytes. A font is copied into its memory once and stays there. */
export async function openSubsetter(wasm: Uint8Array): Promise<SubsetFont> {
  const { instance } = await WebAssembly.instantiate(wasm);
  const hb = subsetterOf(instance.exports);
  const faces = new Map<Uint8Array, number>();

  return (font, glyphs) => {
    const face = faces.get(font) ?? openFace(hb, font);
    faces.set(font, face);
    return cut(hb, face, glyphs);
  };
}

function cut(hb: Subsetter, face: number, glyphs: readonly number[]): Uint8Array {
  const input = hb.hb_subset_input_create_or_fail();
  const wanted = hb.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) hb.hb_set_add(wanted, glyph);
  const dropped = hb.hb_subset_input_set(input, TABLES_TO_DROP);
  for (const tag of DROPPED) hb.hb_set_add(dropped, tagNumber(tag));
  hb.hb_subset_input_set_flags(input, NO_HINTING | NOTDEF_OUTLINE | NO_LAYOUT_CLOSURE);

  const result = hb.hb_subset_or_fail(face, input);
  if (result === 0) throw new Error('HarfBuzz could not subset the font');
  const blob = hb.hb_face_reference_blob(result);
  const start = hb.hb_blob_get_data(blob, 0);
  const bytes = hb.heap().slice(start, start + hb.hb_blob_get_length(blob));
  hb.hb_blob_destroy(blob);
  hb.hb_face_destroy(result);
  hb.hb_subset_input_destroy(input);
  return bytes;
}

function openFace(hb: Subsetter, font: Uint8Array): number {
  const place = hb.malloc(font.length);
  hb.heap().set(font, place);
  const blob = hb.hb_blob_create(place, font.length, MEMORY_MODE_WRITABLE, 0, 0);
  return hb.hb_face_create(blob, 0);
}

function tagNumber(tag: string): number {
  return Array.from(tag).reduce((number, letter) => number * 256 + letter.charCodeAt(0), 0);
}

/** Checks what the module brings: its types end at the border. */
function subsetterOf(exports: Readonly<Record<string, unknown>>): Subsetter {
  const { memory, _initialize: initialize } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('the subsetter has no memory');
  if (typeof initialize === 'function') initialize();
  const calls = CALLS.map((name) => {
    const call = exports[name];
    if (typeof call !== 'function') throw new Error(`the subsetter lacks ${name}`);
    return [name, call as Call] as const;
  });
  // The memory may grow, and its buffer is then another one: it is asked for each time.
  return {
    ...(Object.fromEntries(calls) as Record<(typeof CALLS)[number], Call>),
    heap: () => new Uint8Array(memory.buffer),
  };
}
