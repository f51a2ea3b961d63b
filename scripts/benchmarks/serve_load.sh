#!/usr/bin/env bash
# How the assistant as a service bears load: time and CPU of an investigation, what fails, and what the process keeps in memory.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
readonly ROOT
readonly MODULES="sre-agent-app,sre-observability-local"
readonly APP="$ROOT/sre-agent-app/target"
readonly QUESTION='{"input": {"prompt": "API response times have degraded 3x in the last hour", "user_id": "Alice"}}'
readonly LONGEST_SECONDS=660

requests=500
parallel=50
warm_up=200
heap=256m

usage() {
  cat <<TXT
Usage: scripts/benchmarks/serve_load.sh [--requests N] [--parallel N] [--warm-up N] [--heap SIZE]

Builds what is needed, starts the stand-in, the four backends, the gateway and 'sre-agent serve' as processes of their own, and
asks the service scenario 1 without think time, woven and sending to the stand-in. Prints how many were answered, wall time, CPU
time of the service for one of them (all of its threads), how long callers waited, and the memory of the service before and
after: resident, and heap in use after a collection. Needs curl 7.68 or newer. Linux only.

  --requests N  investigations that are measured (default: $requests)
  --parallel N  how many at a time (default: $parallel); 1 tells what a single one takes
  --warm-up N   investigations before them, as many at a time (default: $warm_up)
  --heap SIZE   the service's greatest heap (default: $heap)
  -h            this text
TXT
}

fail() { # fail STATUS MESSAGE: one clear line, then out
  printf 'serve_load: %s\n' "$2" >&2
  exit "$1"
}

# shellcheck source=scripts/find_java.sh
. "$ROOT/scripts/find_java.sh"
# shellcheck source=scripts/benchmarks/servers.sh
. "$ROOT/scripts/benchmarks/servers.sh"

parse_arguments() {
  while [ $# -gt 0 ]; do
    case "$1" in
      --requests | --parallel | --warm-up)
        [ $# -ge 2 ] || fail 2 "$1 needs a number"
        case "$2" in '' | *[!0-9]* | 0*) fail 2 "'$2' is not a number" ;; esac
        case "$1" in
          --requests) requests="$2" ;;
          --parallel) parallel="$2" ;;
          --warm-up) warm_up="$2" ;;
        esac
        shift 2
        ;;
      --heap)
        [ $# -ge 2 ] || fail 2 "--heap needs a size such as 256m"
        case "$2" in [1-9]*[0-9]m | [1-9]m | [1-9]*g) heap="$2" ;; *) fail 2 "'$2' is no size such as 256m" ;; esac
        shift 2
        ;;
      -h | --help) usage; exit 0 ;;
      *) fail 2 "unknown option $1 (see --help)" ;;
    esac
  done
}

build() {
  command -v mvn >/dev/null || fail 3 "no Maven found: install Maven 3.8.1 or newer and put it on PATH"
  command -v curl >/dev/null || fail 3 "no curl found: install curl 7.68 or newer"
  printf 'Building what the benchmark needs ...\n'
  (cd "$ROOT" && mvn -B -ntp -q -Dquick -Dmaven.test.skip=true -pl "$MODULES" -am package)
}

start_service() {
  SRE_OBSERVABILITY_MODE=local SRE_OBSERVABILITY_LOCAL_ENDPOINT="$endpoint" \
    launch service "$java" "-Xmx$heap" -jar "$APP/sre-agent-app.jar" serve --port 0 --provider offline \
    --max-parallel "$parallel" --memory-dir "$WORK/memory"
  service="$address"
  pid="${pids[-1]}"
}

# ask NUMBER FILE: so many questions, so many at a time; into FILE a line with status and seconds for each
ask() {
  curl --no-progress-meter --parallel --parallel-immediate --parallel-max "$parallel" --max-time "$LONGEST_SECONDS" \
    -H 'Content-Type: application/json' -d "$QUESTION" -o /dev/null -w '%{http_code} %{time_total}\n' \
    "$service/invocations?[1-$1]" >"$2" || true
}

cpu_millis() { awk -v hz="$(getconf CLK_TCK)" '{ printf "%d", ($14 + $15) * 1000 / hz }' "/proc/$pid/stat"; }

resident_mb() { awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$pid/status"; }

# Heap in use after a collection, or a dash where there is no jcmd beside java.
live_heap_mb() {
  local jcmd
  jcmd="$(dirname "$java")/jcmd"
  [ -x "$jcmd" ] || jcmd="$(command -v jcmd)" || { printf -- '-'; return; }
  "$jcmd" "$pid" GC.run >/dev/null
  "$jcmd" "$pid" GC.heap_info | awk 'match($0, /used [0-9]+K/) { printf "%.1f", substr($0, RSTART + 5, RLENGTH - 6) / 1024; exit }'
}

measure() {
  printf 'Warming up with %s investigations ...\n' "$warm_up"
  ask "$warm_up" "$WORK/warm-up"
  heap_before="$(live_heap_mb)" resident_before="$(resident_mb)" cpu_before="$(cpu_millis)"
  started="$(date +%s%N)"
  ask "$requests" "$WORK/answers"
  wall_millis=$((($(date +%s%N) - started) / 1000000))
  cpu_after="$(cpu_millis)" resident_after="$(resident_mb)" heap_after="$(live_heap_mb)"
}

# The seconds callers waited: the one in the middle, and the one that 95 of 100 did not reach.
waited() {
  awk '{ print $2 }' "$WORK/answers" | sort -n | awk '
    { v[NR] = $1 }
    END { if (NR) printf "median %.2f s, 95 %% below %.2f s", v[int((NR + 1) / 2)], v[int(NR * 0.95 + 0.999)]; else printf "-" }'
}

report() {
  local answered commit
  commit="$(git -C "$ROOT" rev-parse --short HEAD)"
  git -C "$ROOT" diff --quiet HEAD || commit="$commit with changes"
  answered="$(grep -c '^200 ' "$WORK/answers" || true)"
  cat <<TXT

| $requests investigations, $parallel at a time | |
| --- | --- |
| answered | $answered; others: $((requests - answered)) |
| wall time | $((wall_millis / 1000)) s, $(awk -v n="$requests" -v w="$wall_millis" 'BEGIN { printf "%.1f", n * 1000 / w }') a second |
| CPU time of the service, each | $(((cpu_after - cpu_before) / requests)) ms |
| callers waited | $(waited) |
| resident memory, before and after | $resident_before MB, $resident_after MB |
| heap in use after a collection, before and after | $heap_before MB, $heap_after MB |

TXT
  printf '%s, commit %s; -Xmx%s, %s to warm up; %s processors, load %s; %s\n' "$(date -u +%F)" \
    "$commit" "$heap" "$warm_up" "$(getconf _NPROCESSORS_ONLN)" \
    "$(uptime | sed 's/.*load average[s]*: //')" "$("$java" -version 2>&1 | sed -n '$p')"
  [ "$answered" -eq "$requests" ] || fail 1 "not all were answered with 200: $(cut -d ' ' -f 1 "$WORK/answers" | sort | uniq -c | tr -s ' \n' ' ')"
}

parse_arguments "$@"
find_java
WORK="$(mktemp -d)"
readonly WORK
trap stop_everything EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
own_environment
build
start_servers
start_service
measure
report
