#!/usr/bin/env bash
# Makes the pictures in docs/typography.md from the sample campaign. Needs poppler-utils (pdftoppm).
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm run --silent build
cp -r templates recipients "$work/"
picture() { pdftoppm -gray -singlefile -r 58 -f "$2" -l "$2" -png "$work/out/open-letter/$1.pdf" "docs/pictures/$3"; }

node bin/demarche.js generate eu-be --language all -C "$work" --quiet
picture eu-be.en 1 english
picture eu-be.ar 1 arabic
sed -i 's/preset: international/preset: din-5008/' "$work/templates/open-letter/letter.yaml"
node bin/demarche.js generate eu-dk -C "$work" --quiet
picture eu-dk.en 1 din-5008
