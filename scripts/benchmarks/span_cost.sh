#!/usr/bin/env bash
# What a woven span costs: the same calls plain, written by hand, woven, with the OpenTelemetry agent's @WithSpan and with
# Micrometer's Observation, measured by JMH with its allocation profiler and held against the bars.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
readonly ROOT
readonly MODULE="sre-observability-benchmarks"

result="$ROOT/$MODULE/target/span-cost.json"
# The heap is there from the start: pages that the system hands out later would count as the measured code's time.
options=(-jvmArgs "-Xms1g -Xmx1g -XX:+AlwaysPreTouch")

usage() {
  cat <<TXT
Usage: scripts/benchmarks/span_cost.sh [--quick | --forks N] [--result FILE] [-- JMH OPTIONS]

Builds what is needed, runs the benchmarks (about 25 minutes), and prints the bars with their ratios, then the figures.
Ends with status 4 if a bar is missed.

  --quick        one fork with few iterations (about 7 minutes): bytes are true, times are a hint
  --forks N      JVMs per benchmark (default: 3)
  --result FILE  where JMH's results go, as JSON (default: $MODULE/target/span-cost.json)
  -h             this text

Whatever follows -- goes to JMH, e.g. -- 'Woven.*oneAttribute'. Bytes do not depend on what else runs; for times, let
nothing else run.
TXT
}

fail() { # fail STATUS MESSAGE: one clear line, then out
  printf 'span_cost: %s\n' "$2" >&2
  exit "$1"
}

while [ $# -gt 0 ]; do
  case "$1" in
    --quick)
      options+=(-f 1 -wi 5 -i 3 -w 1s -r 1s)
      shift
      ;;
    --forks)
      [ $# -ge 2 ] || fail 2 "--forks needs a number"
      case "$2" in '' | *[!0-9]* | 0*) fail 2 "'$2' is not a number of forks" ;; esac
      options+=(-f "$2")
      shift 2
      ;;
    --result)
      [ $# -ge 2 ] || fail 2 "--result needs a file"
      [ -d "$(dirname "$2")" ] || fail 2 "there is no folder $(dirname "$2")"
      result="$(cd "$(dirname "$2")" && pwd)/$(basename "$2")"
      shift 2
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    --)
      shift
      options+=("$@")
      break
      ;;
    *) fail 2 "unknown option $1 (see --help)" ;;
  esac
done
command -v mvn >/dev/null || fail 3 "no Maven found: install Maven 3.8.1 or newer and put it on PATH"
# shellcheck source=scripts/find_java.sh
. "$ROOT/scripts/find_java.sh"
find_java

printf 'Building what the benchmarks need ...\n'
cd "$ROOT"
mvn -B -ntp -q -Dquick -Dmaven.test.skip=true -pl "$MODULE,sre-observability-maven-plugin" -am package
mvn -B -ntp -q -pl "$MODULE" dependency:copy@opentelemetry-agent

commit="$(git rev-parse --short HEAD)"
git diff --quiet HEAD || commit="$commit with changes"
# The benchmark of the agent names it by a path from here.
cd "$ROOT/$MODULE/target"
exec "$java" "-Dbenchmarks.commit=$commit" -cp "$MODULE.jar" io.sreobservability.benchmarks.report.SpanCost \
  -rff "$result" ${options[@]+"${options[@]}"}
