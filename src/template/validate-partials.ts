import { fault, warning, type Diagnostic, type DiagnosticExtras } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { say } from '../model/message.ts';
import { fileStart } from '../model/span.ts';
import { hintOfNames } from './hint-of-names.ts';
import { inclusionsIn, type InclusionStatement, type ValuePath, type Statement, type Template } from './template.ts';
import { keyOfPartial, partialAt, type TemplatesByKey } from './text-keys.ts';
import { VIEW } from './view.ts';

/**
 * Is every partial there that is included, is each included with what it needs, and by somebody? `isWhole`: all
 * templates of the language could be read; what names one that could not is not at fault.
 */
export function validatePartials(
  templates: TemplatesByKey,
  language: Language,
  isWhole: boolean,
): readonly Diagnostic[] {
  const all = [...templates.values()].flatMap(inclusionsIn);
  const unknown = all.filter(({ partial }) => !templates.has(keyOfPartial(partial)));
  const names = [...templates.keys()].flatMap((key) => partialAt(key) ?? []);
  const partials = names.flatMap((name) => {
    const template = templates.get(keyOfPartial(name));
    if (template === undefined) return [];
    const inclusions = all.filter(({ partial }) => partial === name);
    if (inclusions.length > 0) return validateArguments(name, template, inclusions);
    return isWhole ? [unused(template)] : [];
  });
  return [...(isWhole ? unknown.map((inclusion) => unknownPartial(inclusion, names, language)) : []), ...partials];
}

function unknownPartial(
  { partial, span }: InclusionStatement,
  names: readonly string[],
  language: Language,
): Diagnostic {
  const hint =
    names.length === 0 ? say`Partials are files in ${`${language}/partials/`}.` : hintOfNames(partial, names);
  return fault('template/unknown-partial', span, say`there is no partial ${partial}`, { hint });
}

function unused({ file }: Template): Diagnostic {
  const hint = say`Include it with ${'{{> name}}'}, or remove the file.`;
  return warning('template/unused-partial', fileStart(file), say`no text includes this partial`, { hint });
}

/** What some of those who include a partial give, the others must give; what nobody gives, the partial cannot see. */
function validateArguments(
  name: string,
  partial: Template,
  inclusions: readonly InclusionStatement[],
): readonly Diagnostic[] {
  const needed = rootNames(partial.statements, 0);
  const given = new Set(inclusions.flatMap((inclusion) => inclusion.given.map((argument) => argument.name)));
  const unseen = needed.filter((path) => !given.has(path.name));
  const parameters = new Map<string, ValuePath>();
  for (const path of needed) if (given.has(path.name) && !parameters.has(path.name)) parameters.set(path.name, path);
  const faults = inclusions.flatMap((inclusion) => [
    ...[...parameters].flatMap(([parameter, path]) => missing(name, inclusion, parameter, path)),
    // A name that the partial misspells is one that nobody seems to need.
    ...(unseen.length > 0 ? [] : inclusion.given.flatMap((argument) => needless(name, argument, parameters))),
  ]);
  return [...unseen.map((path) => outOfSight(name, path, [...given], inclusions)), ...faults];
}

/** The names that a template takes from what it is given, not from an element of its own lists; loops are counted. */
function rootNames(statements: readonly Statement[], loops: number): readonly ValuePath[] {
  const root = (path: ValuePath): readonly ValuePath[] => (path.loop === undefined && path.up === loops ? [path] : []);
  return statements.flatMap((statement): readonly ValuePath[] => {
    switch (statement.kind) {
      case 'value':
        return root(statement.path);
      case 'condition':
        return [...root(statement.path), ...rootNames([...statement.present, ...statement.absent], loops)];
      case 'repetition':
        return [...root(statement.path), ...rootNames(statement.each, loops + 1), ...rootNames(statement.none, loops)];
      case 'inclusion':
        return statement.given.flatMap(({ value }) => (typeof value === 'string' ? [] : root(value)));
      default:
        return [];
    }
  });
}

function missing(
  name: string,
  inclusion: InclusionStatement,
  parameter: string,
  path: ValuePath,
): readonly Diagnostic[] {
  if (inclusion.given.some((argument) => argument.name === parameter)) return [];
  const extras: DiagnosticExtras = {
    hint: say`Write ${`{{> ${name} ${parameter}=…}}`}.`,
    related: [{ span: path.span, message: say`needed here` }],
  };
  return [fault('template/wrong-argument', inclusion.span, say`the partial ${name} is not given ${parameter}`, extras)];
}

function needless(
  name: string,
  { name: argument, span }: InclusionStatement['given'][number],
  parameters: ReadonlyMap<string, ValuePath>,
): readonly Diagnostic[] {
  if (parameters.has(argument)) return [];
  const names = [...parameters.keys()];
  const hint = names.length === 0 ? say`Leave it out.` : hintOfNames(argument, names);
  return [fault('template/wrong-argument', span, say`the partial ${name} does not use ${argument}`, { hint })];
}

/** The partial names what it is never given: a slip, or something of the letter's that it would have to be handed. */
function outOfSight(
  name: string,
  path: ValuePath,
  given: readonly string[],
  inclusions: readonly InclusionStatement[],
): Diagnostic {
  const isOfTheLetter = VIEW.some((row) => row.path === path.name);
  const parameter = path.name.split('.').at(-1) ?? '';
  const hint = isOfTheLetter
    ? say`A partial sees only what it is given: write ${`{{${parameter}}}`} here and ${`{{> ${name} ${parameter}=${path.name}}}`} where it is included.`
    : [...say`A partial sees only what it is given. `, ...hintOfNames(path.name, given)];
  const related = inclusions.slice(0, 1).map(({ span }) => ({ span, message: say`included here` }));
  return fault('template/unknown-path', path.span, say`the partial ${name} is not given ${path.text}`, {
    hint,
    related,
  });
}

/** Partials that include themselves, directly or by others: one fault for each circle, at the tag that closes it. */
export function circlesIn(templates: TemplatesByKey): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const done = new Set<string>();
  const visit = (key: string, way: readonly string[]): void => {
    const template = templates.get(key);
    if (template === undefined || done.has(key)) return;
    for (const { partial, span } of inclusionsIn(template)) {
      const next = keyOfPartial(partial);
      const inWay = [...way, key].indexOf(next);
      if (inWay === -1) visit(next, [...way, key]);
      else {
        const circle = [...[...way, key].slice(inWay), next].map((name) => partialAt(name)).join(' > ');
        const message = say`these partials include each other without end: ${circle}`;
        faults.push(fault('template/recursion', span, message, { hint: say`Take one of them out.` }));
      }
    }
    done.add(key);
  };
  for (const key of templates.keys()) visit(key, []);
  return faults;
}
