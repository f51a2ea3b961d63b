#!/usr/bin/env bash
# Runs the demo script as a stranger would and checks what it prints and leaves behind. Needs bash and a JDK 17+ only.
set -uo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
WORK="$(mktemp -d)"
readonly ROOT WORK
readonly DEMO="$ROOT/scripts/run_observability_demo.sh"
readonly JAVA="${JAVA_HOME:+$JAVA_HOME/bin/}java"
trap 'rm -rf "$WORK"' EXIT
passed=0
failed=0

check() { # check RULE CONDITION...: counts, and shows the output where a rule does not hold
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
wait_for() { # wait_for WHAT CONDITION...: up to a minute
  local what="$1" tries=0
  shift
  until "$@" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || {
      printf 'gave up waiting: %s\n' "$what"
      sed 's/^/  | /' "$WORK/out" | tail -n 60
      exit 1
    }
    sleep 0.1
  done
}
shows() { grep -Eq -- "$1" "$WORK/out"; }
ends_with() { [ "$status" -eq "$1" ]; }
one_line() { [ "$(wc -l <"$WORK/out")" -eq 1 ]; }
nothing_listens() {
  local port
  for port in 4318 8011 8012 8013 8014 8015; do
    ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || return 1
  done
}
says() ( # says PORT PATH PATTERN: what a server answers
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$2" "$1" >&3
  grep -Eq -- "$3" <&3
)
port_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
refuses() { # refuses STATUS PATTERN ARGUMENT...: one clear line, nothing started
  local expected="$1" pattern="$2"
  shift 2
  run "$DEMO" "$@"
  check "'$*' ends with status $expected" ends_with "$expected"
  check "'$*' is answered with its fix" shows "$pattern"
  check "'$*' costs one line" one_line
}

refuses 2 "unknown option" --no-such-option
refuses 2 "kubernetes=4s" --slow metrics=abc
refuses 2 "65535" --stand-in-port 99999
refuses 2 "choose 1, 2, 3 or all" --scenario 4
refuses 2 "letter or digit" --user ../nobody
refuses 2 "question" --prompt ""
refuses 2 "not with --keep" --aws --keep
unset AWS_REGION AWS_DEFAULT_REGION
refuses 2 "export AWS_REGION" --aws
check "nothing listens after bad input" nothing_listens

mkdir "$WORK/bin" "$WORK/old"
for tool in bash dirname sed head grep find; do ln -s "$(command -v "$tool")" "$WORK/bin/$tool"; done
run env -u JAVA_HOME PATH="$WORK/bin" bash "$DEMO"
check "a missing Java ends with status 3" ends_with 3
check "a missing Java is named with the fix" shows "Java 17 or newer"
check "a missing Java costs one line" one_line

mkdir "$WORK/old/bin"
printf '#!/bin/sh\necho "openjdk version \\"11.0.2\\"" >&2\n' >"$WORK/old/bin/java"
chmod +x "$WORK/old/bin/java"
run env JAVA_HOME="$WORK/old" "$DEMO"
check "an old Java ends with status 3" ends_with 3
check "an old Java is named with its version" shows "version 11"

# Settings for other programs must neither redirect nor silence the demo. Its time is without building: a run above has built.
SECONDS=0
run env OTEL_TRACES_SAMPLER=always_off SRE_OBSERVABILITY_ENABLED=false SRE_AGENT_LOGS_URL=http://127.0.0.1:9 \
  SRE_AGENT_GATEWAY_URL=http://127.0.0.1:9 GATEWAY_ACCESS_TOKEN=other   "$DEMO" --no-think-time
took=$SECONDS
check "the scenarios end with status 0" ends_with 0
check "the scenarios take less than two minutes without think time, not $took s" [ "$took" -lt 120 ]
for span in supervisor.investigate supervisor.analyze_query memory.retrieve supervisor.route_decision \
  agent.metrics.execute agent.kubernetes.execute agent.logs.execute 'tool\.[a-z_]+' 'POST /mcp' 'GET /[a-z_/]+' \
  supervisor.aggregate_results; do
  check "the trace shows $span" shows "$span"
done
for service in k8s-api logs-api metrics-api sre-gateway sre-agent; do
  check "the trace shows the service $service" shows "$service"
done
check "the slowest agent is named" shows "Slowest agent: "
check "scenario 1 says why these agents were sent" shows "^    metrics, logs, kubernetes: "
check "scenario 2 shows both memories side by side" shows "/sre/users/Alice/preferences: 4 +/sre/users/Carol/preferences: 4"
check "scenario 2 says who was told at once" shows "^  escalation +no +yes, severity_threshold$"
check "scenario 3 states the cause" shows "^    connection refused at 127.0.0.1:8011 \(k8s-api\)$"
check "scenario 3 shows how far the error got" shows "agent.kubernetes.execute \(sre-agent\); supervisor.investigate went on"
check "scenario 3 finds the log record of its investigation" shows "of this trace and of investigation_[0-9a-f]{16}"
check "nothing listens after success" nothing_listens

run "$DEMO" --scenario 1 --no-think-time --slow kubernetes=2s
check "a slow backend does not fail the demo" ends_with 0
check "a slow backend changes the verdict" shows "Slowest agent: kubernetes"

# A port that somebody else holds: one of our own backends plays that somebody.
SRE_AGENT_API_KEY=any "$JAVA" -jar "$ROOT/sre-agent-app/target/sre-agent-app.jar" backend logs >"$WORK/squatter" 2>&1 &
squatter=$!
wait_for "the squatter listens" grep -q "listens on" "$WORK/squatter"
refuses 3 "port 8012 is taken" --no-think-time
kill "$squatter" && wait "$squatter" 2>/dev/null

# Signals in the middle. An own process group stands in for the terminal that sends Ctrl-C to all of them.
for signal in INT:130 TERM:143; do
  set -m
  "$DEMO" --scenario 1 --slow logs=20s >"$WORK/out" 2>&1 </dev/null &
  demo=$!
  set +m
  wait_for "the investigation is under way" grep -q "metrics.*started" "$WORK/out"
  if [ "${signal%%:*}" = INT ]; then kill -INT -- "-$demo"; else kill -TERM "$demo"; fi
  wait "$demo" 2>/dev/null
  status=$?
  check "SIG${signal%%:*} ends the demo with status ${signal#*:}" ends_with "${signal#*:}"
  check "nothing listens after SIG${signal%%:*}" nothing_listens
done

# --keep leaves everything up for a second look.
set -m
"$DEMO" --scenario 3 --no-think-time --keep >"$WORK/out" 2>&1 </dev/null &
demo=$!
set +m
wait_for "the demo keeps running" grep -q "keep running" "$WORK/out"
check "the demo says where its console is" shows "http://127.0.0.1:4318/console/$"
run "$ROOT/scripts/sre-agent" trace --last
check "a kept stand-in still shows the last trace" shows "supervisor.investigate"
check "the killed backend is up again" port_answers 8011
check "the console is there" says 4318 /console/ "app.js"
# They are put there beside the scenarios.
wait_for "the dashboard is in the console" says 4318 /console/api/dashboard "Agent Routing Heatmap"
wait_for "the saved queries are in the console" says 4318 /console/api/queries "Slowest operations"
kill -INT -- "-$demo"
wait "$demo" 2>/dev/null
check "nothing listens after --keep is ended" nothing_listens

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
