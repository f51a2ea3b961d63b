#!/usr/bin/env bash
# Measures the console with much in it, while more arrives: how soon a trace of 10,000 spans is open, how smoothly it scrolls, and
# how long the console's answers take with 100,000 spans stored. Prints each figure with its bar. Needs a JDK 17+, Maven and a
# Chromium (scripts/install_browser.sh).
#
# Usage: scripts/benchmarks/console_load.sh [FACTOR]
#   FACTOR  by how much this machine is slower than 2 processors with nothing else to do; the bars are wider by it (default: 1)
#
# Exit status: 0 all bars are met; 1 one is missed; 2 wrong usage.
set -euo pipefail
cd "$(dirname "$0")/../.."

factor="${1:-1}"
if [ $# -gt 1 ] || ! [[ "$factor" =~ ^[1-9][0-9]{0,3}(\.[0-9]{1,3})?$ ]]; then
  printf 'console_load: wants one number, 1 or more, not "%s"\n' "$*" >&2
  exit 2
fi

mvn -B -ntp -q -Dquick -DskipTests -pl sre-observability-local -am package

cd sre-observability-local
exec java -cp "target/test-classes:target/classes:target/lib/*" io.sreobservability.local.console.ConsoleLoad "$factor"
