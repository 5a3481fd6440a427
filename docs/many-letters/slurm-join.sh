#!/bin/sh
#SBATCH --job-name=letters-join
npx demarche join out/open-letter/manifest.*-of-*.ndjson
