import { fault, warning, type Diagnostic, type DiagnosticExtras } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { say } from '../model/message.ts';
import { fileStart } from '../model/span.ts';
import { hintOfNames } from './hint-of-names.ts';
import { inclusionsIn, type InclusionStatement, type ValuePath, type Statement, type Template } from './template.ts';
import { keyOfPartial, partialNameOf, type TemplatesByKey } from './text-keys.ts';
import { VIEW } from './view.ts';

/**
 * Validates that every included partial exists, that each partial is included somewhere (otherwise a warning), and that
 * it receives the arguments it uses. `isComplete`: all templates of the language could be parsed; if not, missing and
 * unused partials are not reported.
 */
export function validatePartials(
  templates: TemplatesByKey,
  language: Language,
  isComplete: boolean,
): readonly Diagnostic[] {
  const all = [...templates.values()].flatMap(inclusionsIn);
  const unknown = all.filter(({ partial }) => !templates.has(keyOfPartial(partial)));
  const names = [...templates.keys()].flatMap((key) => partialNameOf(key) ?? []);
  const partials = names.flatMap((name) => {
    const template = templates.get(keyOfPartial(name));
    if (template === undefined) return [];
    const inclusions = all.filter(({ partial }) => partial === name);
    if (inclusions.length > 0) return validateArguments(name, template, inclusions);
    return isComplete ? [unusedPartial(template)] : [];
  });
  return [...(isComplete ? unknown.map((inclusion) => unknownPartial(inclusion, names, language)) : []), ...partials];
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

function unusedPartial({ file }: Template): Diagnostic {
  const hint = say`Include it with ${'{{> name}}'}, or remove the file.`;
  return warning('template/unused-partial', fileStart(file), say`no text includes this partial`, { hint });
}

/**
 * Validates the arguments of a partial at all tags that include it. Its parameters are the names it uses that at least
 * one tag passes: every other tag must pass them too. A name that no tag passes is unknown in the partial.
 */
function validateArguments(
  name: string,
  partial: Template,
  inclusions: readonly InclusionStatement[],
): readonly Diagnostic[] {
  const used = rootPaths(partial.statements, 0);
  const given = new Set(inclusions.flatMap((inclusion) => inclusion.args.map((argument) => argument.name)));
  const neverGiven = used.filter((path) => !given.has(path.name));
  const parameters = new Map<string, ValuePath>();
  for (const path of used) if (given.has(path.name) && !parameters.has(path.name)) parameters.set(path.name, path);
  const faults = inclusions.flatMap((inclusion) => [
    ...[...parameters].flatMap(([parameter, path]) => missingArgument(name, inclusion, parameter, path)),
    // An argument may seem unused only because the partial misspells its name.
    ...(neverGiven.length > 0 ? [] : inclusion.args.flatMap((argument) => unusedArgument(name, argument, parameters))),
  ]);
  return [...neverGiven.map((path) => neverGivenName(name, path, [...given], inclusions)), ...faults];
}

/**
 * Returns the paths that refer to the root scope, not to an element of a loop. `loopDepth`: enclosing `#each` blocks.
 */
function rootPaths(statements: readonly Statement[], loopDepth: number): readonly ValuePath[] {
  const whereRoot = (path: ValuePath): readonly ValuePath[] =>
    path.loopVariable === undefined && path.depth === loopDepth ? [path] : [];
  return statements.flatMap((statement): readonly ValuePath[] => {
    switch (statement.kind) {
      case 'value':
        return whereRoot(statement.path);
      case 'condition':
        return [...whereRoot(statement.path), ...rootPaths([...statement.present, ...statement.absent], loopDepth)];
      case 'repetition':
        return [
          ...whereRoot(statement.path),
          ...rootPaths(statement.each, loopDepth + 1),
          ...rootPaths(statement.none, loopDepth),
        ];
      case 'inclusion':
        return statement.args.flatMap(({ value }) => (typeof value === 'string' ? [] : whereRoot(value)));
      default:
        return [];
    }
  });
}

function missingArgument(
  name: string,
  inclusion: InclusionStatement,
  parameter: string,
  path: ValuePath,
): readonly Diagnostic[] {
  if (inclusion.args.some((argument) => argument.name === parameter)) return [];
  const extras: DiagnosticExtras = {
    hint: say`Write ${`{{> ${name} ${parameter}=…}}`}.`,
    related: [{ span: path.span, message: say`needed here` }],
  };
  return [fault('template/wrong-argument', inclusion.span, say`the partial ${name} is not given ${parameter}`, extras)];
}

function unusedArgument(
  name: string,
  { name: argument, span }: InclusionStatement['args'][number],
  parameters: ReadonlyMap<string, ValuePath>,
): readonly Diagnostic[] {
  if (parameters.has(argument)) return [];
  const names = [...parameters.keys()];
  const hint = names.length === 0 ? say`Leave it out.` : hintOfNames(argument, names);
  return [fault('template/wrong-argument', span, say`the partial ${name} does not use ${argument}`, { hint })];
}

/** Reports a name that no tag passes to the partial: a misspelling, or a path of the view that has to be passed. */
function neverGivenName(
  name: string,
  path: ValuePath,
  given: readonly string[],
  inclusions: readonly InclusionStatement[],
): Diagnostic {
  const isInView = VIEW.some((row) => row.path === path.name);
  const parameter = path.name.split('.').at(-1) ?? '';
  const hint = isInView
    ? say`A partial sees only what it is given: write ${`{{${parameter}}}`} here and ${`{{> ${name} ${parameter}=${path.name}}}`} where it is included.`
    : [...say`A partial sees only what it is given. `, ...hintOfNames(path.name, given)];
  const related = inclusions.slice(0, 1).map(({ span }) => ({ span, message: say`included here` }));
  return fault('template/unknown-path', path.span, say`the partial ${name} is not given ${path.text}`, {
    hint,
    related,
  });
}

/**
 * Finds partials that include themselves, directly or through others, by depth-first search. Returns one fault for each
 * cycle, at the tag that closes it.
 */
export function cycleFaults(templates: TemplatesByKey): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const done = new Set<string>();
  const visit = (key: string, path: readonly string[]): void => {
    const template = templates.get(key);
    if (template === undefined || done.has(key)) return;
    for (const { partial, span } of inclusionsIn(template)) {
      const next = keyOfPartial(partial);
      const cycleStart = [...path, key].indexOf(next);
      if (cycleStart === -1) visit(next, [...path, key]);
      else {
        const cycle = [...[...path, key].slice(cycleStart), next].map((name) => partialNameOf(name)).join(' > ');
        const message = say`these partials include each other without end: ${cycle}`;
        faults.push(fault('template/recursion', span, message, { hint: say`Take one of them out.` }));
      }
    }
    done.add(key);
  };
  for (const key of templates.keys()) visit(key, []);
  return faults;
}
