#!/usr/bin/env bash
# Builds the last commit a second time, in another folder, and compares what we would publish with the first build's: jars,
# sources, Javadoc and bills of materials, byte by byte.
# Run it after 'mvn verify' on a clean checkout.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
WORK="$(mktemp -d)"
readonly ROOT WORK
trap 'rm -rf "$WORK"' EXIT

git clone -q --no-hardlinks "$ROOT" "$WORK/second"
(cd "$WORK/second" && mvn -B -ntp -q -Drepeated -Dmaven.test.skip=true -Dspotless.check.skip=true package)

passed=0
failed=0
for file in "$ROOT"/sre-*/target/*.jar "$ROOT"/sre-*/target/bom.json "$ROOT"/target/bom.json; do
  second="$WORK/second/${file#"$ROOT"/}"
  if cmp -s "$file" "$second"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: two builds of %s differ\n' "${file#"$ROOT"/}"
  fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -ge 31 ]
