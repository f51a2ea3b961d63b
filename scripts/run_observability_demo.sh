#!/usr/bin/env bash
# Scenario 1 from end to end on this machine: local stand-in, four backends and their gateway, the investigation, its trace.
# Needs a JDK 17+ and, for the first build, Maven. No AWS account. Everything it starts, it ends.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# Seven programs start at once and are over soon: the JVM's second compiler would only take their processors away.
readonly JAVA_OPTIONS=-XX:TieredStopAtLevel=1
readonly ROOT
readonly APP_JAR="$ROOT/sre-agent-app/target/sre-agent-app.jar"
readonly STAND_IN_JAR="$ROOT/sre-observability-local/target/sre-observability-local.jar"
readonly STATE="$ROOT/.demo"
readonly READY_SECONDS=30
readonly LISTENING="ready at|listens on"

prompt="API response times have degraded 3x in the last hour"
user="Alice"
think_time="requirements"
slow_backend=""
slow_by=""
stand_in_port=4318
keep=""
pids=()
names=()

usage() {
  cat <<TXT
Usage: scripts/run_observability_demo.sh [options]

Runs the cross-domain investigation against local backends and prints its trace. No AWS account needed.

  --prompt TEXT              what to investigate (default: "$prompt")
  --user NAME                whose preferences count: Alice or Carol (default: $user)
  --no-think-time            do not simulate the model's think times
  --slow BACKEND=DURATION    delay every answer of one backend, e.g. --slow kubernetes=4s
  --stand-in-port PORT       port of the local stand-in (default: $stand_in_port)
  --keep                     afterwards leave stand-in, gateway and backends running until Ctrl-C
  -h, --help                 this text

Exit status: 0 the investigation ended and its trace was printed; 1 it failed; 2 wrong usage; 3 something is missing
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
      --prompt | --user | --slow | --stand-in-port)
        [ $# -ge 2 ] || fail 2 "$1 needs a value (see --help)"
        case "$1" in
          --prompt) prompt="$2" ;;
          --user) user="$2" ;;
          --slow) parse_slow "$2" ;;
          --stand-in-port) stand_in_port="$2" ;;
        esac
        shift 2
        ;;
      --no-think-time) think_time="none"; shift ;;
      --keep) keep="yes"; shift ;;
      -h | --help) usage; exit 0 ;;
      *) fail 2 "unknown option '$1' (see --help)" ;;
    esac
  done
  [[ "$stand_in_port" =~ ^[1-9][0-9]{0,4}$ ]] && [ "$stand_in_port" -le 65535 ] ||
    fail 2 "--stand-in-port wants a number from 1 to 65535, not '$stand_in_port'"
}

parse_slow() {
  [[ "$1" =~ ^(kubernetes|logs|metrics|runbooks)=([0-9]+(ms|s))$ ]] ||
    fail 2 "--slow wants BACKEND=DURATION, e.g. kubernetes=4s or logs=250ms, with one of kubernetes, logs, metrics, runbooks"
  slow_backend="${BASH_REMATCH[1]}"
  slow_by="${BASH_REMATCH[2]}"
}

is_built() {
  [ -f "$APP_JAR" ] && [ -f "$STAND_IN_JAR" ] || return 1
  local newer
  newer="$(find "$ROOT"/pom.xml "$ROOT"/sre-*/pom.xml "$ROOT"/sre-*/src/main -newer "$APP_JAR" -type f -print -quit)"
  [ -z "$newer" ]
}

build() {
  command -v mvn >/dev/null || fail 3 "no Maven found: install Maven 3.8.1 or newer and put it on PATH"
  "$(dirname "$java")/javac" -version >/dev/null 2>&1 ||
    command -v javac >/dev/null || fail 3 "$java is no JDK (javac is missing): the build needs a JDK 17 or newer"
  mkdir -p "$STATE/logs"
  say "Building (the first time fetches libraries and takes some minutes) ..."
  (cd "$ROOT" && mvn -B -ntp -DskipTests -pl sre-agent-app,sre-observability-local -am package) \
    >"$STATE/logs/build.log" 2>&1 || {
    grep -m 3 '^\[ERROR\]' "$STATE/logs/build.log" >&2 || true
    fail 3 "the build failed: see .demo/logs/build.log"
  }
}

random_text() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# What the caller's shell has set for other programs must neither redirect nor silence the demo.
own_environment() {
  local name
  for name in $(compgen -e); do
    case "$name" in
      OTEL_* | SRE_AGENT_* | SRE_OBSERVABILITY_* | CLOUDWATCH_* | AWS_REGION) unset "$name" ;;
      LLM_PROVIDER | USER_ID | GATEWAY_ACCESS_TOKEN) unset "$name" ;;
    esac
  done
  SRE_AGENT_API_KEY="$(random_text)"
  GATEWAY_ACCESS_TOKEN="$(random_text)"
  export SRE_AGENT_API_KEY GATEWAY_ACCESS_TOKEN
  export SRE_OBSERVABILITY_MODE=local
  export SRE_OBSERVABILITY_LOCAL_ENDPOINT="http://127.0.0.1:$stand_in_port"
  # Each demo begins with a new memory, so that all of them show the same.
  export SRE_AGENT_MEMORY_DIR="$STATE/memory"
  # The demo shows what content capture looks like; the library's own default is off.
  export SRE_OBSERVABILITY_CAPTURE_CONTENT=true
  # The waterfall is drawn as wide as the terminal.
  if [ -t 1 ] && [ -z "${COLUMNS:-}" ]; then
    COLUMNS="$(tput cols 2>/dev/null || echo 80)"
    export COLUMNS
  fi
}

# Finds a bad prompt or user before anything is started.
check_question() {
  "$java" "$JAVA_OPTIONS" -jar "$APP_JAR" investigate --check --prompt "$prompt" --user "$user" || exit $?
}

stop_everything() {
  local pid
  trap '' INT TERM
  for pid in ${pids[@]+"${pids[@]}"}; do
    kill -TERM "$pid" 2>/dev/null || true
  done
  for pid in ${pids[@]+"${pids[@]}"}; do
    wait "$pid" 2>/dev/null || true
  done
  pids=()
}

port_is_free() {
  ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

require_free_ports() {
  local entry
  for entry in "$stand_in_port:the local stand-in (choose another with --stand-in-port)" 8011:"the kubernetes backend" \
    8012:"the logs backend" 8013:"the metrics backend" 8014:"the runbooks backend" 8015:"the gateway"; do
    port_is_free "${entry%%:*}" ||
      fail 3 "port ${entry%%:*} is taken, but ${entry#*:} needs it: end the program that listens there"
  done
}

# launch NAME COMMAND...: runs it in the background, its output in a log of that name
launch() {
  local name="$1"
  shift
  : >"$STATE/logs/$name.log"
  "$@" >"$STATE/logs/$name.log" 2>&1 </dev/null &
  pids+=("$!")
  names+=("$name")
}

launch_backend() {
  local name="$1" latency=()
  [ "$slow_backend" = "$name" ] && latency=(--latency "$slow_by")
  launch "$name" "$java" "$JAVA_OPTIONS" -jar "$APP_JAR" backend "$name" ${latency[@]+"${latency[@]}"}
}

# Waits until each launched server has said where it listens, and repeats that line.
await_servers() {
  local i name log waited
  for i in "${!names[@]}"; do
    name="${names[$i]}"
    log="$STATE/logs/$name.log"
    waited=0
    until grep -Eq "$LISTENING" "$log"; do
      kill -0 "${pids[$i]}" 2>/dev/null || fail 3 "$name did not start: $(tail -n 1 "$log")"
      [ "$waited" -lt $((READY_SECONDS * 10)) ] ||
        fail 3 "$name was not ready after $READY_SECONDS s: see .demo/logs/$name.log"
      sleep 0.1
      waited=$((waited + 1))
    done
    say "  $(grep -E -m 1 "$LISTENING" "$log")"
  done
}

# In the background, so that a signal ends the demo at once and not when the investigation is over.
investigate() {
  local status=0
  "$java" "$JAVA_OPTIONS" -jar "$APP_JAR" investigate --prompt "$prompt" --user "$user" --think-time "$think_time" \
    --stand-in "$SRE_OBSERVABILITY_LOCAL_ENDPOINT" --output-dir "$STATE/reports" </dev/null &
  pids+=("$!")
  wait "$!" || status=$?
  return "$status"
}

keep_running() {
  cat <<TXT

The stand-in, the gateway and the backends keep running; Ctrl-C ends them. In another terminal:
  export GATEWAY_ACCESS_TOKEN=$GATEWAY_ACCESS_TOKEN SRE_OBSERVABILITY_MODE=local SRE_AGENT_MEMORY_DIR=$SRE_AGENT_MEMORY_DIR
  export SRE_OBSERVABILITY_LOCAL_ENDPOINT=$SRE_OBSERVABILITY_LOCAL_ENDPOINT
  scripts/sre-agent investigate --user Carol --prompt "Database pods are crash looping in production"
  scripts/sre-agent trace --last --stand-in $SRE_OBSERVABILITY_LOCAL_ENDPOINT
  scripts/setup_cloudwatch_dashboard.sh --endpoint-url $SRE_OBSERVABILITY_LOCAL_ENDPOINT
TXT
  wait
}

main() {
  parse_arguments "$@"
  find_java
  is_built || build
  own_environment
  check_question
  require_free_ports
  mkdir -p "$STATE/logs"
  rm -rf "$SRE_AGENT_MEMORY_DIR"
  trap stop_everything EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM

  say "Starting the local stand-in, the four backends and their gateway ..."
  launch stand-in "$java" "$JAVA_OPTIONS" -jar "$STAND_IN_JAR" --port "$stand_in_port"
  local backend status=0
  for backend in kubernetes logs metrics runbooks; do
    launch_backend "$backend"
  done
  launch gateway "$java" "$JAVA_OPTIONS" -jar "$APP_JAR" gateway
  await_servers
  say ""
  investigate || status=$?
  [ -z "$keep" ] || keep_running
  exit "$status"
}

main "$@"
