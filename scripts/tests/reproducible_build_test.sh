#!/usr/bin/env bash
# Builds the last commit a second time, in another folder, and compares every jar of ours with the first build's.
# Run it after 'mvn verify' on a clean checkout.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
WORK="$(mktemp -d)"
readonly ROOT WORK
trap 'rm -rf "$WORK"' EXIT

git clone -q --no-hardlinks "$ROOT" "$WORK/second"
(cd "$WORK/second" && mvn -B -ntp -q -DskipTests package)

passed=0
failed=0
for jar in "$ROOT"/sre-*/target/*.jar; do
  second="$WORK/second/${jar#"$ROOT"/}"
  if cmp -s "$jar" "$second"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: two builds of %s differ\n' "${jar#"$ROOT"/}"
  fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -ge 8 ]
