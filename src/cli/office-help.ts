/** What the help of the office's commands says after the options. */
export const CHECK: string = `
A file is fresh if its words and its pages are those that would be written now; other bytes alone are a note. Where the
manifest vouches for a letter, by the hashes of what it was made from and of its files, it is not made again. Without a
manifest there is nothing to check: exit code 2.

Examples:
  demarche check                    in CI: are the letters in the repository those of its texts and profiles?
  demarche check eu-be eu-fr
  demarche check --to md            where PDFs are not of interest
  demarche check --approved         who has not approved which text, and which letters wait for it
`;

export const APPROVE: string = `
What is recorded is a hash of the text, of the partials that it includes and, for a translation, of its original: when one
of them changes, the approval has expired. letter.yaml names in needs: which functions a letter needs before it is final;
demarche check --approved says who is missing.

Examples:
  demarche approve en/body/member --as legal
  demarche approve fr --as translation --by "A. B."
  demarche approve en --as signatory:al-haq
`;

export const REVIEW: string = `
One document for each body and language, as Markdown and PDF: one letter whole, then for every recipient names, salutation,
texts, copies, the sentences that differ, and the source. What an earlier review wrote is replaced. With pandoc:
pandoc review/open-letter/minister.en.md -o minister.docx

Examples:
  demarche review
  demarche review --role eu-minister --language fr --to md
`;

export const DISPATCH: string = `
One row for each recipient: the file and its SHA-256, addresses, copies, enclosures, who has not approved its texts yet, and
empty columns for the register. Only letters that are what would be written now are put down to be sent; skipped
recipients stand in it with the reason.

Examples:
  demarche dispatch > dispatch.csv
  demarche dispatch --role eu-minister > ministers.csv
`;

export const DIFF: string = `
Compares the Markdown letters that stand in the output folder with what would be written now. A change that stands in many
letters is shown once. Exit code 0: all are the same; 1: some differ.

Examples:
  demarche diff
  demarche diff --md > comment.md
  demarche diff --against ../before/out
  demarche diff --between eu-be eu-fr
`;
