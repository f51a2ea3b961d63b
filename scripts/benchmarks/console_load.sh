#!/usr/bin/env bash
# Measures the console with much in it: how soon a trace of 10,000 spans is open, how smoothly it scrolls, and how long the
# console's answers take with 100,000 spans stored. Needs a JDK 17+, Maven and a Chromium (scripts/install_browser.sh).
set -euo pipefail
cd "$(dirname "$0")/../.."

mvn -B -ntp -q -Dquick -DskipTests -pl sre-observability-local -am package

cd sre-observability-local
exec java -cp "target/test-classes:target/classes:target/lib/*" io.sreobservability.local.console.ConsoleLoad
