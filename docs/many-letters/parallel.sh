#!/bin/sh
# GNU parallel, on one machine: four shards at a time, then one folder. Run it in the campaign's folder.
set -eu
parallel 'npx demarche generate --shard {}/4' ::: 1 2 3 4
npx demarche join out/open-letter/manifest.*-of-*.ndjson
