#!/bin/sh
#SBATCH --job-name=letters
#SBATCH --array=1-4
npx demarche generate --shard auto
