#!/usr/bin/env bash
# What all telemetry costs a whole program: CPU time per investigation of the SRE agent, woven and sending to the local
# stand-in, against the same sources compiled without processor and weaver, sending nothing.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
readonly ROOT
readonly MODULES="sre-observability-benchmarks,sre-observability-local,sre-observability-maven-plugin"
readonly APP="$ROOT/sre-agent-app/target"
readonly BENCHMARKS="$ROOT/sre-observability-benchmarks/target/sre-observability-benchmarks.jar"
readonly PROGRAM="io.sreobservability.benchmarks.system.RepeatedInvestigations"
readonly BAR="1.05"

jvms=3
pairs=10
warm_up=1000
measured=50

usage() {
  cat <<TXT
Usage: scripts/benchmarks/whole_system.sh [--jvms N] [--pairs N] [--warm-up N] [--measured N]

Builds what is needed, starts the stand-in, the four backends and the gateway as processes of their own, and then two JVMs that
play scenario 1 without think time again and again: one woven with the stand-in as its live endpoint, one unwoven with
telemetry off. When both are warm they are measured in turn, pair by pair, so that what else the machine does hits both.
Prints the ratio of CPU time per investigation (whole process: exporter threads and garbage collector included, the
JIT compiler not) of each pair, their median with its 95 % interval, and the bar. Linux only.

  --jvms N      fresh pairs of JVMs, one after the other (default: $jvms)
  --pairs N     pairs of runs in each pair of JVMs (default: $pairs)
  --warm-up N   investigations of each JVM before the measured ones (default: $warm_up)
  --measured N  investigations of each run (default: $measured)
  -h            this text
TXT
}

fail() { # fail STATUS MESSAGE: one clear line, then out
  printf 'whole_system: %s\n' "$2" >&2
  exit "$1"
}

# shellcheck source=scripts/find_java.sh
. "$ROOT/scripts/find_java.sh"
# shellcheck source=scripts/benchmarks/servers.sh
. "$ROOT/scripts/benchmarks/servers.sh"

parse_arguments() {
  while [ $# -gt 0 ]; do
    case "$1" in
      --jvms | --pairs | --warm-up | --measured)
        [ $# -ge 2 ] || fail 2 "$1 needs a number"
        case "$2" in '' | *[!0-9]* | 0*) fail 2 "'$2' is not a number" ;; esac
        case "$1" in
          --jvms) jvms="$2" ;;
          --pairs) pairs="$2" ;;
          --warm-up) warm_up="$2" ;;
          --measured) measured="$2" ;;
        esac
        shift 2
        ;;
      -h | --help) usage; exit 0 ;;
      *) fail 2 "unknown option $1 (see --help)" ;;
    esac
  done
}

build() {
  command -v mvn >/dev/null || fail 3 "no Maven found: install Maven 3.8.1 or newer and put it on PATH"
  local javac
  javac="$(dirname "$java")/javac"
  [ -x "$javac" ] || javac="$(command -v javac)" || fail 3 "$java is no JDK: javac is missing"
  printf 'Building what the benchmark needs ...\n'
  (cd "$ROOT" && mvn -B -ntp -q -Dquick -Dmaven.test.skip=true -pl "$MODULES" -am package)
  # The same sources, seen by javac alone: the annotations stay, and nobody acts on them. Before the agent's jar on the
  # class path, these classes replace the woven ones; everything else stays.
  mkdir "$WORK/unwoven"
  find "$ROOT/sre-agent-app/src/main/java" -name '*.java' >"$WORK/sources"
  "$javac" -proc:none -g --release 17 -nowarn -cp "$APP/lib/*" -d "$WORK/unwoven" @"$WORK/sources"
}

# begin VARIANT IN OUT: a JVM that investigates as often as the lines written to IN say, and answers into OUT
begin() {
  local classes="$BENCHMARKS" mode=local
  [ "$1" = woven ] || { classes="$WORK/unwoven:$BENCHMARKS" mode=none; }
  SRE_OBSERVABILITY_MODE="$mode" SRE_OBSERVABILITY_LOCAL_ENDPOINT="$endpoint" \
    "$java" -XX:-UseDynamicNumberOfCompilerThreads -cp "$classes" "$PROGRAM" <"$2" >"$3" 2>"$WORK/$1.log" 8>&- 9<&- &
  pids+=("$!")
}

# run VARIANT NUMBER: CPU milliseconds per investigation into $millis; fails if it was not what the variant says
run() {
  local expected=traced said in=8 out=9
  [ "$1" = woven ] || { expected=untraced in=6 out=7; }
  printf '%s\n' "$2" >&"$in"
  read -r said millis <&"$out" || fail 1 "the JVM '$1' ended: $(tail -n 1 "$WORK/$1.log")"
  [ "$said" = "$expected" ] || fail 1 "the run '$1' said '$said': $(tail -n 1 "$WORK/$1.log")"
}

# The median of the numbers read, and the order statistics that hold it with at least 95 %.
median_and_interval() {
  sort -n | awk '
    { v[NR] = $1 }
    END {
      chance = 2 ^ -NR; tail = chance; k = 0
      while (2 * tail <= 0.05) { k++; chance *= (NR - k + 1) / k; tail += chance }
      middle = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2
      if (k == 0) printf "%.3f - -", middle; else printf "%.3f %.3f %.3f", middle, v[k], v[NR + 1 - k]
    }'
}

# Two fresh JVMs, warmed up and measured in turn.
measure_jvms() { # measure_jvms NUMBER
  local name pair order variant woven unwoven
  for name in woven.in woven.out unwoven.in unwoven.out; do mkfifo "$WORK/$1.$name"; done
  begin woven "$WORK/$1.woven.in" "$WORK/$1.woven.out"
  exec 8>"$WORK/$1.woven.in" 9<"$WORK/$1.woven.out"
  begin unwoven "$WORK/$1.unwoven.in" "$WORK/$1.unwoven.out"
  exec 6>"$WORK/$1.unwoven.in" 7<"$WORK/$1.unwoven.out"
  run woven "$warm_up"
  run unwoven "$warm_up"
  for pair in $(seq "$pairs"); do
    order="woven unwoven"
    [ $((pair % 2)) -eq 1 ] || order="unwoven woven"
    for variant in $order; do
      run "$variant" "$measured"
      printf -v "$variant" '%s' "$millis"
    done
    awk -v j="$1" -v p="$pair" -v w="$woven" -v u="$unwoven" \
      'BEGIN { printf "| %s | %s | %s | %s | %.3f |\n", j, p, w, u, w / u }' | tee -a "$WORK/pairs"
  done
  exec 6>&- 7<&- 8>&- 9<&-
  wait "${pids[@]: -2}"
}

measure() {
  local jvm
  printf '\n| JVMs | pair | woven, CPU ms | unwoven, CPU ms | ratio |\n| --- | --- | --- | --- | --- |\n'
  for jvm in $(seq "$jvms"); do
    measure_jvms "$jvm"
  done
}

report() {
  local middle low high
  read -r middle low high <<<"$(awk '{ print $10 }' "$WORK/pairs" | median_and_interval)"
  printf '\nCPU time per investigation, woven / unwoven: median %s, 95 %% interval %s to %s; bar <= %s: %s\n' \
    "$middle" "$low" "$high" "$BAR" \
    "$(awk -v m="$middle" -v b="$BAR" 'BEGIN { print (m <= b ? "pass" : "MISS") }')"
  printf '%s pairs of JVMs, %s pairs in each, %s investigations a run after %s to warm up, scenario 1 without think time\n' \
    "$jvms" "$pairs" "$measured" "$warm_up"
  local commit
  commit="$(git -C "$ROOT" rev-parse --short HEAD)"
  git -C "$ROOT" diff --quiet HEAD || commit="$commit with changes"
  printf '%s, commit %s; %s processors, load %s; %s\n' "$(date -u +%F)" "$commit" \
    "$(getconf _NPROCESSORS_ONLN)" "$(uptime | sed 's/.*load average[s]*: //')" "$("$java" -version 2>&1 | sed -n '$p')"
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
measure
report
