#!/bin/bash
# The round trip of figures on 1,000 news pages: round_trip.sh TEST_SEARCHER. The pages
# are the first of a collection that lies beside the checkout; without it this is skipped.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
pages=$root/../shared/eval/ranking/rtqa/corpus.jsonl.gz
if [[ ! -f $pages ]]; then
  echo "skipped: there is no $pages"
  exit 77
fi
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
# head ends the pipe early, which is no failure.
{ zcat "$pages" 2>/dev/null || true; } | head -n "${2:-1000}" >"$temp/pages.jsonl"
BROADSHEET_ROUND_TRIP=$temp/pages.jsonl "$1" --gtest_filter='RoundTrip.Every*'
