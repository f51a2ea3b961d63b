#!/usr/bin/env bash
# Runs the demo script as a stranger would and checks what it prints and leaves behind. Needs bash and a JDK 17+ only.
set -uo pipefail

readonly ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
readonly DEMO="$ROOT/scripts/run_observability_demo.sh"
readonly JAVA="${JAVA_HOME:+$JAVA_HOME/bin/}java"
readonly WORK="$(mktemp -d)"
trap 'rm -rf "$WORK"' EXIT
passed=0
failed=0

check() { # check RULE CONDITION...: counts and names what does not hold
  local rule="$1"
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s\n' "$rule"
    sed 's/^/  | /' "$WORK/out" | tail -n 60
  fi
}
run() { # run COMMAND...: output into $WORK/out, status into $status
  "$@" >"$WORK/out" 2>&1 </dev/null
  status=$?
}
shows() { grep -Eq -- "$1" "$WORK/out"; }
ends_with() { [ "$status" -eq "$1" ]; }
wait_for() { # wait_for WHAT CONDITION...: up to a minute
  local what="$1" tries=0
  shift
  until "$@" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || { printf 'gave up waiting: %s\n' "$what"; exit 1; }
    sleep 0.1
  done
}
one_line() { [ "$(wc -l <"$WORK/out")" -eq 1 ]; }
nothing_listens() {
  local port
  for port in 4318 8011 8012 8013 8014; do
    ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || return 1
  done
}

run "$DEMO" --no-such-option
check "an unknown option ends with status 2" ends_with 2
check "an unknown option costs one line" one_line

mkdir "$WORK/bin"
for tool in bash dirname sed head grep find; do ln -s "$(command -v "$tool")" "$WORK/bin/$tool"; done
run env -u JAVA_HOME PATH="$WORK/bin" bash "$DEMO"
check "a missing Java ends with status 3" ends_with 3
check "a missing Java is named with the fix" shows "JDK 17 or newer"

run "$DEMO" --no-think-time
check "scenario 1 ends with status 0" ends_with 0
for span in supervisor.investigate supervisor.analyze_query memory.retrieve supervisor.route_decision \
  agent.metrics.execute agent.kubernetes.execute agent.logs.execute 'tool\.[a-z_]+' 'GET /[a-z_/]+' \
  supervisor.aggregate_results; do
  check "the trace shows $span" shows "$span"
done
for service in k8s-api logs-api metrics-api sre-agent; do
  check "the trace shows the service $service" shows "$service"
done
check "the slowest agent is named" shows "Slowest agent: "
check "nothing listens after success" nothing_listens

run "$DEMO" --no-think-time --slow kubernetes=2s
check "a slow backend does not fail the demo" ends_with 0
check "a slow backend changes the verdict" shows "Slowest agent: kubernetes"

run "$DEMO" --no-think-time --user nobody
check "an unknown user fails" test "$status" -ne 0
check "an unknown user is told who is known" shows "Alice"
check "nothing listens after a failure" nothing_listens

run "$DEMO" --no-think-time --prompt ""
check "an empty prompt fails" test "$status" -ne 0
check "nothing listens after an empty prompt" nothing_listens

# A port that somebody else holds: one of our own backends plays that somebody.
SRE_AGENT_API_KEY=any "$JAVA" -jar "$ROOT/sre-agent-app/target/sre-agent-app.jar" backend logs >"$WORK/squatter" 2>&1 &
squatter=$!
wait_for "the squatter is ready" grep -q "listens on" "$WORK/squatter"
run "$DEMO" --no-think-time
check "a taken port ends with status 3" ends_with 3
check "a taken port is named in one line" shows "port 8012 is taken"
check "a taken port costs one line" one_line
kill "$squatter" && wait "$squatter" 2>/dev/null

# Ctrl-C in the middle: an own process group stands in for the terminal.
set -m
"$DEMO" >"$WORK/out" 2>&1 </dev/null &
demo=$!
set +m
wait_for "the investigation is under way" grep -q "metrics" "$WORK/out"
kill -INT -- "-$demo"
wait "$demo" 2>/dev/null
status=$?
check "Ctrl-C ends with status 130" ends_with 130
check "nothing listens after Ctrl-C" nothing_listens

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
