#!/usr/bin/env bash
# Takes the pictures of docs/images anew: plays the demo, and photographs the console over what it left. Needs a JDK 17+, Maven
# and a Chromium (scripts/install_browser.sh); two to three minutes.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
readonly ROOT
readonly PORT=4397
readonly LOG="$ROOT/.demo/logs/screenshots.log"

cd "$ROOT"
mvn -B -ntp -q -Dquick -DskipTests -pl sre-agent-app,sre-observability-local -am package
mkdir -p docs/images "$(dirname "$LOG")"
scripts/run_observability_demo.sh --stand-in-port "$PORT" --free-ports --keep >"$LOG" 2>&1 </dev/null &
demo=$!
trap 'kill -TERM "$demo" 2>/dev/null; wait "$demo" 2>/dev/null || true' EXIT
until grep -q "keep running" "$LOG"; do
  kill -0 "$demo" 2>/dev/null || { tail -n 5 "$LOG" >&2; exit 1; }
  sleep 0.5
done
cd sre-observability-local
java -cp "target/test-classes:target/classes:target/lib/*" io.sreobservability.local.console.Screenshots \
  "http://127.0.0.1:$PORT" ../docs/images
