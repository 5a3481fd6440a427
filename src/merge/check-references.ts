import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { say } from '../model/message.ts';
import { listed } from './listed.ts';
import { statementsWithin, type Citation, type Inclusion, type Statement, type Template } from './template.ts';

/** Which templates of a language there are, by key. */
export type TemplatesByKey = ReadonlyMap<string, Template>;

/** A partial's key among the templates. */
export function keyOfPartial(name: string): string {
  return `partials/${name}`;
}

/** Does everything exist that the templates of a language name, and may it be named there? */
export function checkReferences(
  campaign: Campaign,
  language: Language,
  templates: TemplatesByKey,
): readonly Diagnostic[] {
  const faults = [...templates].flatMap(([key, template]) =>
    [...statementsWithin(template.statements)].flatMap((statement) =>
      checkStatement(campaign, language, templates, key, statement),
    ),
  );
  return [...faults, ...circles(templates)];
}

function checkStatement(
  campaign: Campaign,
  language: Language,
  templates: TemplatesByKey,
  key: string,
  statement: Statement,
): readonly Diagnostic[] {
  switch (statement.kind) {
    case 'inclusion': {
      if (templates.has(keyOfPartial(statement.partial))) return [];
      const known = [...templates.keys()].filter((name) => name.startsWith('partials/')).map((name) => name.slice(9));
      const message = say`there is no partial ${statement.partial}`;
      const hint =
        known.length === 0
          ? say`Partials are files in ${`${language}/partials/`}.`
          : [...say`There are: `, ...listed(known), '.'];
      return [fault('template/unknown-partial', statement.span, message, { hint })];
    }
    case 'passage': {
      if (!mayHoldParts(key)) return [misplaced(statement)];
      if (campaign.letter.passages.has(statement.id)) return [];
      const message = say`there is no passage ${statement.id}`;
      return [
        fault('template/unknown-passage', statement.span, message, { hint: say`Passages are named in letter.yaml.` }),
      ];
    }
    case 'demands':
      return mayHoldParts(key) ? [] : [misplaced(statement)];
    case 'citation':
      return checkCitation(campaign, statement);
    default:
      return [];
  }
}

function checkCitation(campaign: Campaign, { source: key, span }: Citation): readonly Diagnostic[] {
  const source = campaign.sources.get(key);
  if (source === undefined) {
    const hint = say`Its entry belongs in sources.yaml.`;
    return [fault('template/unknown-source', span, say`there is no source ${key}`, { hint })];
  }
  if (source.date === undefined || source.date <= campaign.letter.date) return [];
  const related = [{ span: source.span, message: say`its entry` }];
  const hint = say`A letter cannot rest on what did not exist.`;
  const message = say`${key} is dated ${source.date}, after the letter (${campaign.letter.date})`;
  return [fault('source/later-than-letter', span, message, { hint, related })];
}

/** Only a body has passages and demands; a partial may hold them for a body. */
function mayHoldParts(key: string): boolean {
  return key.startsWith('body/') || key.startsWith('partials/');
}

function misplaced({ kind, span }: Statement & { readonly kind: 'passage' | 'demands' }): Diagnostic {
  return fault(
    'template/unsupported',
    span,
    say`only a body can hold ${kind === 'passage' ? 'a passage' : 'the demands'}`,
    {
      hint: say`Move it into a file under ${'body/'}.`,
    },
  );
}

/** Partials that include themselves, directly or by others: one fault for each circle, at the tag that closes it. */
function circles(templates: TemplatesByKey): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const done = new Set<string>();
  const visit = (key: string, way: readonly string[]): void => {
    const template = templates.get(key);
    if (template === undefined || done.has(key)) return;
    for (const inclusion of inclusionsIn(template)) {
      const next = keyOfPartial(inclusion.partial);
      const inWay = [...way, key].indexOf(next);
      if (inWay === -1) visit(next, [...way, key]);
      else {
        const circle = [...[...way, key].slice(inWay), next].map((name) => name.slice('partials/'.length)).join(' > ');
        const message = say`these partials include each other without end: ${circle}`;
        faults.push(fault('template/recursion', inclusion.span, message, { hint: say`Take one of them out.` }));
      }
    }
    done.add(key);
  };
  for (const key of templates.keys()) visit(key, []);
  return faults;
}

function inclusionsIn(template: Template): readonly Inclusion[] {
  return [...statementsWithin(template.statements)].filter((statement) => statement.kind === 'inclusion');
}
