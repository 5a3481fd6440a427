import { type DiagnosticRecord, locationText } from '../../report/diagnostic-records.ts';
import { frameText } from '../../report/diagnostics.ts';
import type { PreviewFault } from './preview.ts';

/** Converts a diagnostic to what the preview shows of it. Related places are in its frame, each under its message. */
export function previewFault(record: DiagnosticRecord): PreviewFault {
  const { code, severity, message, hint, related } = record;
  const relatedFrames = related.flatMap((location) => [
    `${locationText(location)}: ${location.message}`,
    ...(frameText(location) ?? []),
  ]);
  const frame = [...(frameText(record) ?? []), ...relatedFrames];
  return {
    code,
    severity: severity === 'error' ? 'fault' : 'warning',
    message,
    hint,
    location: locationText(record),
    frame: frame.length === 0 ? null : frame.join('\n'),
  };
}
