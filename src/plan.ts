import { createOwnFilesHasher, type HashOwnFiles } from './clearance/own-files.ts';
import { createSignatureClearance, type ClearSignatures } from './clearance/signature-images.ts';
import type { LoadedFonts } from './fonts/lazy-fonts.ts';
import { openFormats, type WriteArtifacts } from './formats/formats.ts';
import { createLazyTypesetters, type TypesetterFor } from './layout/typesetters.ts';
import type { Campaign } from './model/campaign.ts';
import type { FontFile } from './model/font-settings.ts';
import type { Job } from './model/job.ts';
import type { PreparedPictures } from './model/picture.ts';
import type { Values } from './model/values.ts';
import type { Templates } from './template/parse-templates.ts';

/** What all letters of a run (one execution of a command) share, validated. Fonts and formats open on first use. */
export interface Plan {
  readonly job: Job;
  readonly campaign: Campaign;
  readonly templates: Templates;
  /** The font files of the campaign. Without a format that has pages, none is read. */
  readonly fontFiles: readonly FontFile[];
  readonly values: Values;
  readonly typesetterFor: TypesetterFor;
  readonly write: WriteArtifacts;
  readonly clearSignatures: ClearSignatures;
  readonly hashOwnFiles: HashOwnFiles;
}

/** What a plan is made of: a valid campaign that has been cleared, and the files that its letters contain. */
interface PlanParts {
  readonly job: Job;
  readonly campaign: Campaign;
  readonly templates: Templates;
  readonly fonts: LoadedFonts;
  readonly pictures: PreparedPictures;
  readonly values: Values;
}

/** Creates the functions that make the letters of a run. */
export function createPlan({ job, campaign, templates, fonts, pictures, values }: PlanParts): Plan {
  return {
    job,
    campaign,
    templates,
    fontFiles: fonts.files,
    values,
    typesetterFor: createLazyTypesetters(campaign, fonts.open, values),
    write: openFormats(job, {
      fonts: fonts.open,
      values,
      locales: campaign.locales,
      pictures,
      accent: campaign.letter.letterhead?.accent,
    }),
    clearSignatures: createSignatureClearance(campaign),
    hashOwnFiles: createOwnFilesHasher(campaign),
  };
}
