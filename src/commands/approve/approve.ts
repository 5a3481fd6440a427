import type { Approvable, Approvables } from '../../clearance/approvable.ts';
import { contentHash, shortHashes } from '../../clearance/content-hash.ts';
import { readYaml } from '../../load/read-yaml.ts';
import type { Approval, Approvals } from '../../model/approval.ts';
import type { Campaign } from '../../model/campaign.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Job } from '../../model/job.ts';
import { type Outcome, andThen } from '../../model/outcome.ts';
import type { Span } from '../../model/span.ts';
import { readCampaignData } from '../../pipeline.ts';
import { validateApprovals } from '../../validate/validate-approvals.ts';
import { validateCampaign } from '../../validate/validate-campaign.ts';
import { MAX_FILE_BYTES, type World } from '../../world.ts';

/**
 * Returns what the names select. A name is that of a text (`en/body/member`), of shared words (`forms/en`,
 * `languages/eu`, `signatories`, `settings`), or of a folder, which selects all texts in it (`en/demands`, `en`).
 */
export function selectApprovables(approvables: Approvables, names: readonly string[]): readonly Approvable[] {
  return [...approvables.values()].filter((approvable) => names.some((name) => matchesName(approvable.name, name)));
}

/** Returns the first of the names that selects nothing. */
export function findUnknownName(approvables: Approvables, names: readonly string[]): string | undefined {
  return names.find((name) => ![...approvables.keys()].some((known) => matchesName(known, name)));
}

/** Whether `name`, with or without `.md`, is this name or that of a folder that contains it. */
function matchesName(knownName: string, name: string): boolean {
  const baseName = name.replace(/(?:\.md|\/+)$/u, '');
  return knownName === baseName || knownName.startsWith(`${baseName}/`);
}

/**
 * Returns the approvals, extended by approvals of the current version of these. `approverFunction`: the capacity in
 * which the person approves them, such as `legal`. `approverName`: undefined if no name is to be recorded.
 */
export function approve(
  earlierApprovals: Approvals,
  approvables: readonly Approvable[],
  approverFunction: string,
  approverName: string | undefined,
): Approvals {
  const approvals = new Map(earlierApprovals);
  for (const { name, parts, originalParts } of approvables) {
    const approval: Approval = {
      as: approverFunction,
      version: { kind: 'parts', content: contentHash(parts), parts: shortHashes(parts) },
      ...(originalParts === undefined ? {} : { original: contentHash(originalParts) }),
      ...(approverName === undefined ? {} : { by: approverName }),
      span: NO_SPAN,
    };
    approvals.set(name, new Map([...(approvals.get(name) ?? []), [approverFunction, approval]]));
  }
  return approvals;
}

/** The span of an approval that is not in a file yet. */
const NO_SPAN: Span = { file: '', line: 1, column: 1 };

/** Formats the content of `approvals.yaml`: sorted, with a line for each approval, so that diffs show each change. */
export function formatApprovals(approvals: Approvals): string {
  const entries = [...approvals].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = entries.flatMap(([name, approvalsByFunction]) => [
    `${name}:`,
    ...[...approvalsByFunction.values()].sort((a, b) => (a.as < b.as ? -1 : 1)).map(formatApproval),
  ]);
  return ['# Who has read what: written by demarche approve. What changes has to be read again.', ...lines, ''].join(
    '\n',
  );
}

function formatApproval({ as, version, original, by }: Approval): string {
  const fields = [
    ...(version.kind === 'text' ? [`text: ${version.text}`] : [`content: ${version.content}`]),
    ...(original === undefined ? [] : [`original: ${original}`]),
    ...(by === undefined ? [] : [`by: ${JSON.stringify(by)}`]),
    ...(version.kind === 'text' ? [] : [`parts: { ${formatParts(version.parts)} }`]),
  ];
  return `  ${as.includes(':') ? JSON.stringify(as) : as}: { ${fields.join(', ')} }`;
}

/** Formats the parts. Their names are quoted, as a partial may have any name. */
function formatParts(parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, hash]) => `${JSON.stringify(name)}: ${hash}`)
    .join(', ');
}

/**
 * Returns the faults that reading this content of `approvals.yaml` would report. It is read before it is written, so
 * that no command refuses what `approve` has written. `isTooLarge`: it would have more bytes than a file may have.
 */
export function readBack(text: string): { readonly isTooLarge: boolean; readonly faults: readonly Diagnostic[] } {
  const data = readYaml('approvals.yaml', text);
  const faults = data.ok ? validateApprovals(data.value).faults : data.diagnostics;
  return { isTooLarge: Buffer.byteLength(text) > MAX_FILE_BYTES, faults };
}

/** Loads and validates the campaign of a letter. Does not parse its templates: callers make no letter. */
export async function readCampaign(world: World, job: Job): Promise<Outcome<Campaign>> {
  return andThen(await readCampaignData(world, job.letter), (data) => validateCampaign(data, job));
}
