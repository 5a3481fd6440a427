#!/usr/bin/env bash
# Makes the pictures in README.md, docs/start.md and docs/typography.md, from campaigns of the gallery and the sample.
# Needs poppler-utils (pdftoppm).
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm run --silent build
# The first page of a PDF.
picture() {
  pdftoppm -gray -singlefile -r 58 "$work/$1.pdf" "$work/page"
  node docs/pictures/pgm-to-png.mjs < "$work/page.pgm" > "docs/pictures/$2.png"
}

for campaign in letter council; do
  node bin/demarche.js init "$work/$campaign" --from "$campaign" --quiet
  node bin/demarche.js generate -C "$work/$campaign" --quiet
done
picture letter/out/letter/mayor.en letter
picture council/out/crossing/upper-town.en asked-to-build
picture council/out/crossing/lower-town.en asked-to-support

cp -r templates recipients "$work/"
node bin/demarche.js generate eu-be --language all -C "$work" --quiet
picture out/open-letter/eu-be.en english
picture out/open-letter/eu-be.ar arabic
sed -i 's/preset: international/preset: din-5008/' "$work/templates/open-letter/letter.yaml"
node bin/demarche.js generate eu-dk -C "$work" --quiet
picture out/open-letter/eu-dk.en din-5008
