/** What the help of the office's commands says after the options. */
export const CHECK: string = `
A file is fresh if its words and its pages are those that would be written now; other bytes alone are a note. Where the
manifest vouches for a letter, by the hashes of what it was made from and of its files, it is not made again. Without a
manifest there is nothing to check: exit code 2.

Examples:
  demarche check                    in CI: are the letters in the repository those of its texts and profiles?
  demarche check eu-be eu-fr
  demarche check --to md            where PDFs are not of interest
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
