/** A check of one option that a caller of the library passes. */
export interface OptionCheck {
  /** What the value must be, for the message: “a list of texts”. */
  readonly mustBe: string;
  readonly accepts: (value: unknown) => boolean;
}

/** The checks of an options object: one for each of its keys, which the compiler requires. */
export type OptionChecks<Options> = { readonly [Key in keyof Required<Options>]: OptionCheck };

/**
 * Checks options of the public API at run time, because callers may use JavaScript, in which a misspelt key or a wrong
 * value would otherwise be ignored. `name` is that of the parameter. Throws a TypeError that names the first wrong key.
 */
export function requireOptions<Options extends object>(
  name: string,
  options: Options,
  checks: OptionChecks<Options>,
): void {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`${name} must be an object, not ${echo(options)}`);
  }
  const known = Object.keys(checks);
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new TypeError(`${name} has no key “${unknown}”; its keys are: ${known.join(', ')}`);
  for (const [key, { mustBe, accepts }] of Object.entries<OptionCheck>(checks)) {
    const value: unknown = Reflect.get(options, key);
    if (accepts(value)) continue;
    throw new TypeError(`${name}.${key} must be ${mustBe}${value === undefined ? '' : `, not ${echo(value)}`}`);
  }
}

function echo(value: unknown): string {
  return typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value)).slice(0, 80);
}

/** Text that is not empty. */
export const TEXT: OptionCheck = {
  mustBe: 'text that is not empty',
  accepts: (value) => typeof value === 'string' && value !== '',
};

export const FLAG: OptionCheck = { mustBe: 'true or false', accepts: (value) => typeof value === 'boolean' };

export const FUNCTION: OptionCheck = { mustBe: 'a function', accepts: (value) => typeof value === 'function' };

/** A list, which may be empty, of texts that are not empty. */
export const TEXTS: OptionCheck = {
  mustBe: 'a list of texts',
  accepts: (value) => Array.isArray(value) && value.every(TEXT.accepts),
};

/** The same check for an option that can be left out. */
export function optional({ mustBe, accepts }: OptionCheck): OptionCheck {
  return { mustBe: `${mustBe}, or left out`, accepts: (value) => value === undefined || accepts(value) };
}
