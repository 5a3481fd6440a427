import { InvalidArgumentError } from '@commander-js/extra-typings';
import { FORMATS, type Format } from '../model/artifact.ts';
import { isDay } from '../model/date.ts';
import type { RequestedEditions } from '../model/edition.ts';
import { isLanguageTag, usualTag } from '../model/language-tag.ts';
import { REPORTERS, type ReporterChoice } from './options.ts';

/** Parses an option that may be repeated: appends its value to those of the earlier occurrences. */
export function appendValue(value: string, previousValues: readonly string[]): string[] {
  return [...previousValues, value];
}

/** Parses `--field`, which may be repeated. */
export function appendField(text: string, previousFields: readonly string[]): string[] {
  if (!/^[^=]+=./su.test(text)) throw new InvalidArgumentError('A field is written as name=value, as in party=green.');
  return appendValue(text, previousFields);
}

/** Parses a comma-separated list of formats. Returns each format once, in the order of `FORMATS`. */
export function parseFormats(value: string): readonly Format[] {
  const requested = value.split(',').map((name) => FORMATS.find((format) => format === name));
  const recognised = requested.filter((format) => format !== undefined);
  if (recognised.length !== requested.length)
    throw new InvalidArgumentError(`Letters are written as ${FORMATS.join(', ')}.`);
  return FORMATS.filter((format) => recognised.includes(format));
}

/** Parses the form of drafts. */
export function parseDraftForm(value: string): 'eml' | 'mbox' {
  if (value !== 'eml' && value !== 'mbox') throw new InvalidArgumentError('Drafts are written as eml or mbox.');
  return value;
}

/** Parses the number of a port; 0 is any that is free. */
export function parsePort(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/u.test(value) || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 1 to 65535; 0 is any that is free.');
  return port;
}

/** Parses `--date`. */
export function parseDay(value: string): string {
  if (!isDay(value)) throw new InvalidArgumentError('A day is written as YYYY-MM-DD, for example 2025-12-01.');
  return value;
}

/** Parses `--language`, which may be repeated: `all` or the tag of a language. One `all` overrides the tags. */
export function parseEditions(value: string, previousEditions: RequestedEditions | undefined): RequestedEditions {
  if (value === 'all' || previousEditions === 'all') return 'all';
  if (!isLanguageTag(value)) {
    const tag = usualTag(value);
    const advice = tag === undefined ? 'A language is its tag, as in fr or pt-BR; or all.' : `Write ${tag}.`;
    throw new InvalidArgumentError(advice);
  }
  return [...(previousEditions ?? []), value];
}

/** Parses `--reporter`: a name, optionally with a file (`sarif=out.sarif`), which sarif and junit require. */
export function parseReporter(value: string, previousReporters: readonly ReporterChoice[]): ReporterChoice[] {
  const [typedName = '', ...fileParts] = value.split('=');
  const file = fileParts.join('=');
  const name = REPORTERS.find((candidate) => candidate === typedName);
  if (name === undefined) throw new InvalidArgumentError('The reporters are human, github, sarif=FILE and junit=FILE.');
  if (file !== '') return [...previousReporters, { name, file }];
  if (name === 'sarif' || name === 'junit') {
    throw new InvalidArgumentError(`Name a file: ${name}=report.${name === 'sarif' ? 'sarif' : 'xml'}.`);
  }
  return [...previousReporters, { name }];
}
