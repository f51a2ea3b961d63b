# shellcheck shell=bash
# Sourced by the benchmarks beside it: the stand-in, the four backends and the gateway as processes of their own, on free ports.
# The caller defines fail STATUS MESSAGE, $ROOT, $APP, $java and the folder $WORK, and traps stop_everything.

readonly STAND_IN="$ROOT/sre-observability-local/target/sre-observability-local.jar"
readonly READY_SECONDS=60
pids=()

stop_everything() {
  local pid
  for pid in ${pids[@]+"${pids[@]}"}; do
    kill -TERM "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  rm -rf "$WORK"
}

# launch NAME COMMAND...: runs it in the background until it says where it listens; that address into $address
launch() {
  local name="$1" waited=0
  shift
  "$@" >"$WORK/$name.log" 2>&1 </dev/null &
  pids+=("$!")
  until address="$(grep -E 'ready at|listens on' "$WORK/$name.log" | grep -Eo -m 1 'http://[0-9.]+:[0-9]+')"; do
    kill -0 "$!" 2>/dev/null || fail 3 "$name did not start: $(tail -n 1 "$WORK/$name.log")"
    [ "$waited" -lt $((READY_SECONDS * 10)) ] || fail 3 "$name was not ready after $READY_SECONDS s"
    sleep 0.1
    waited=$((waited + 1))
  done
}

random_text() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# What the caller's shell has set for other programs must not change what is measured.
own_environment() {
  local name
  for name in $(compgen -e); do
    case "$name" in
      OTEL_* | SRE_AGENT_* | SRE_OBSERVABILITY_* | CLOUDWATCH_* | AWS_REGION) unset "$name" ;;
    esac
  done
  SRE_AGENT_API_KEY="$(random_text)"
  GATEWAY_ACCESS_TOKEN="$(random_text)"
  export SRE_AGENT_API_KEY GATEWAY_ACCESS_TOKEN
}

start_servers() {
  local backend
  launch stand-in "$java" -jar "$STAND_IN" --port 0
  endpoint="$address"
  for backend in KUBERNETES LOGS METRICS RUNBOOKS; do
    launch "$backend" "$java" -Dsun.net.httpserver.nodelay=true -jar "$APP/sre-agent-app.jar" backend "$(printf '%s' "$backend" | tr '[:upper:]' '[:lower:]')" --port 0
    export "SRE_AGENT_${backend}_URL=$address"
  done
  launch gateway "$java" -jar "$APP/sre-agent-app.jar" gateway --port 0
  export SRE_AGENT_GATEWAY_URL="$address"
}
