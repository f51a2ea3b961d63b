#!/usr/bin/env bash
# The scenarios of the demo from end to end on this machine: build, local stand-in with console and dashboard, and "sre-agent
# demo", which starts the backends and their gateway, asks, and prints what the traces answer. Needs a JDK 17+ and, for the
# first build, Maven. No AWS account, unless asked for with --aws. Everything it starts, it ends.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# Seven programs start at once and are over soon: the JVM's second compiler would only take their processors away.
readonly JAVA_OPTIONS=-XX:TieredStopAtLevel=1
readonly ROOT
readonly APP_JAR="$ROOT/sre-agent-app/target/sre-agent-app.jar"
readonly STAND_IN_JAR="$ROOT/sre-observability-local/target/sre-observability-local.jar"
readonly STATE="$ROOT/.demo"
# As old as the beginning of the last build of ours.
readonly BUILT="$STATE/built"
readonly READY_SECONDS=30

scenario=""
stand_in_port=4318
keep=""
aws=""
local_option=""
demo_options=()
pids=()

usage() {
  cat <<TXT
Usage: scripts/run_observability_demo.sh [options]

Plays the scenarios against local backends and prints their traces and what these answer. No AWS account needed.

  --scenario 1|2|3|all       1: an incident across domains; 2: one question, two users; 3: a backend is killed
                             (default: all; with --prompt or --user: 1)
  --prompt TEXT              ask this instead of the scenario's question
  --user NAME                who asks instead of the scenario's users; preferences of Alice and Carol are known
  --no-think-time            do not simulate the model's think times
  --slow BACKEND=DURATION    delay every answer of one backend, e.g. --slow kubernetes=4s
  --stand-in-port PORT       port of the local stand-in (default: $stand_in_port)
  --free-ports               take any free ports for gateway and backends instead of 8011 to 8015
  --keep                     afterwards leave console, stand-in, gateway and backends running until Ctrl-C
  --aws                      send everything to the AWS account of your credentials instead, in AWS_REGION; only with --scenario
                             and --no-think-time. It needs both policies of docs/iam, the log group /sre-agent/logs, and Transaction
                             Search switched on (docs/delivery.md). What it sends, AWS bills
  -h, --help                 this text

Exit status: 0 the investigations ended and their traces were printed; 1 one failed; 2 wrong usage; 3 something is missing
or in the way (JDK, Maven, a port); 130 interrupted.
TXT
}

say() { printf '%s\n' "$*"; }
fail() { # fail STATUS MESSAGE: one clear line, then out
  printf 'demo: %s\n' "$2" >&2
  exit "$1"
}

# shellcheck source=scripts/find_java.sh
. "$ROOT/scripts/find_java.sh"

parse_arguments() {
  while [ $# -gt 0 ]; do
    case "$1" in
      --scenario | --prompt | --user | --slow | --stand-in-port)
        [ $# -ge 2 ] || fail 2 "$1 needs a value (see --help)"
        case "$1" in
          --scenario) scenario="$2" ;;
          --stand-in-port) stand_in_port="$2" local_option="$1" ;;
          *) demo_options+=("$1=$2") local_option="$1" ;;
        esac
        shift 2
        ;;
      --free-ports) demo_options+=("$1"); local_option="$1"; shift ;;
      --no-think-time) demo_options+=(--think-time none); shift ;;
      --keep) keep="yes"; local_option="$1"; shift ;;
      --aws) aws="yes"; shift ;;
      -h | --help) usage; exit 0 ;;
      *) fail 2 "unknown option '$1' (see --help)" ;;
    esac
  done
  [[ "$stand_in_port" =~ ^[1-9][0-9]{0,4}$ ]] && [ "$stand_in_port" -le 65535 ] ||
    fail 2 "--stand-in-port wants a number from 1 to 65535, not '$stand_in_port'"
  [ -z "$aws" ] || [ -z "$local_option" ] || fail 2 "--aws goes with --scenario and --no-think-time only, not with $local_option"
}

is_built() {
  is_newest "$STAND_IN_JAR" sre-observability-local &&
    is_newest "$APP_JAR" sre-agent-app sre-observability-annotations sre-observability-registry sre-observability-processor \
      sre-observability-maven-plugin sre-observability-aspects sre-observability-cloudwatch
}

# is_newest JAR MODULE...: whether the jar is there, and nothing that it is made of has changed since
is_newest() {
  local jar="$1" since="$1" module newer
  shift
  [ -f "$jar" ] || return 1
  # A build leaves the jar alone whose module has not changed.
  [ ! "$BUILT" -nt "$jar" ] || since="$BUILT"
  for module in "$@"; do
    newer="$(find "$ROOT/pom.xml" "$ROOT/$module/pom.xml" "$ROOT/$module/src/main" -newer "$since" -type f -print -quit)"
    [ -z "$newer" ] || return 1
  done
}

build() {
  command -v mvn >/dev/null || fail 3 "no Maven found: install Maven 3.8.1 or newer and put it on PATH"
  "$(dirname "$java")/javac" -version >/dev/null 2>&1 ||
    command -v javac >/dev/null || fail 3 "$java is no JDK (javac is missing): the build needs a JDK 17 or newer"
  mkdir -p "$STATE/logs"
  : >"$BUILT.new"
  say "Building (the first time fetches libraries and takes some minutes) ..."
  (cd "$ROOT" && mvn -B -ntp -DskipTests -pl sre-agent-app,sre-observability-local -am package) \
    >"$STATE/logs/build.log" 2>&1 || {
    grep -m 3 '^\[ERROR\]' "$STATE/logs/build.log" >&2 || true
    fail 3 "the build failed: see .demo/logs/build.log"
  }
  mv "$BUILT.new" "$BUILT"
}

# What the caller's shell has set for other programs must neither redirect nor silence the demo.
own_environment() {
  local name
  for name in $(compgen -e); do
    case "$name" in
      OTEL_* | SRE_AGENT_* | SRE_OBSERVABILITY_* | CLOUDWATCH_* | AWS_REGION) unset "$name" ;;
    esac
  done
  # The waterfall is drawn as wide as the terminal.
  if [ -t 1 ] && [ -z "${COLUMNS:-}" ]; then
    COLUMNS="$(tput cols 2>/dev/null || echo 80)"
    export COLUMNS
  fi
}

# demo [OPTION...]: with what was asked for
demo() {
  exec "$java" "$JAVA_OPTIONS" -jar "$APP_JAR" demo ${scenario:+"$scenario"} ${demo_options[@]+"${demo_options[@]}"} \
    --stand-in "http://127.0.0.1:$stand_in_port" --output-dir "$STATE" "$@"
}

# The demo first: its last telemetry goes to the stand-in.
stop_everything() {
  local i
  trap '' INT TERM
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
    kill -TERM "${pids[$i]}" 2>/dev/null || true
    wait "${pids[$i]}" 2>/dev/null || true
  done
  pids=()
}

require_free_port() {
  ! (exec 3<>"/dev/tcp/127.0.0.1/$stand_in_port") 2>/dev/null ||
    fail 3 "port $stand_in_port is taken, but the local stand-in (choose another with --stand-in-port) needs it: end the program that listens there"
}

start_stand_in() {
  local log="$STATE/logs/stand-in.log" waited=0
  : >"$log"
  "$java" "$JAVA_OPTIONS" -jar "$STAND_IN_JAR" --port "$stand_in_port" >"$log" 2>&1 </dev/null &
  pids+=("$!")
  until grep -q "ready at" "$log"; do
    kill -0 "${pids[0]}" 2>/dev/null || fail 3 "the stand-in did not start: $(tail -n 1 "$log")"
    [ "$waited" -lt $((READY_SECONDS * 10)) ] ||
      fail 3 "the stand-in was not ready after $READY_SECONDS s: see .demo/logs/stand-in.log"
    sleep 0.1
    waited=$((waited + 1))
  done
  grep -m 1 "ready at" "$log"
}

# The dashboard is there before the first investigation has ended; the demo does not wait for it.
deploy_dashboard() {
  local url="http://127.0.0.1:$stand_in_port"
  say "Look at it while it runs: $url/console/"
  DASHBOARD_NAME=SREAgentObservability "$ROOT/scripts/setup_cloudwatch_dashboard.sh" --endpoint-url "$url" \
    >"$STATE/logs/dashboard.log" 2>&1 </dev/null &
  pids+=("$!")
}

# shellcheck source=scripts/demo_on_aws.sh
. "$ROOT/scripts/demo_on_aws.sh"

main() {
  local status=0 deployment
  parse_arguments "$@"
  find_java
  if [ -n "$aws" ]; then
    demo_on_aws
    exit 0
  fi
  is_built || build
  own_environment
  # Finds a bad option, question or user, and a port that is taken, before anything is started.
  (demo --check) || exit $?
  require_free_port
  mkdir -p "$STATE/logs"
  trap stop_everything EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  start_stand_in
  deploy_dashboard
  deployment="$!"
  # In the background, so that a signal ends the demo at once and not when an investigation is over.
  demo ${keep:+--keep} </dev/null &
  pids+=("$!")
  wait "$deployment" || printf 'demo: no dashboard in the console: see .demo/logs/dashboard.log\n' >&2
  wait "$!" || status=$?
  exit "$status"
}

main "$@"
