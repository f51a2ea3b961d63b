# shellcheck shell=bash
# Sourced by run_observability_demo.sh: demo_on_aws asks the scenarios' questions with everything sent to a real account.
# Backends and gateway are still of this machine. AWS_ENDPOINT_URL redirects all of it, to a strict stand-in for example.

# start_server WORD...: "sre-agent WORD...", until it listens; its process id is the last of pids
start_server() {
  local log="$STATE/logs/${!#}.log" waited=0
  "$java" "$JAVA_OPTIONS" -jar "$APP_JAR" "$@" >"$log" 2>&1 </dev/null &
  pids+=("$!")
  until grep -q "listens on" "$log"; do
    kill -0 "$!" 2>/dev/null || fail 3 "'sre-agent $*' did not start: $(tail -n 1 "$log")"
    [ "$waited" -lt $((READY_SECONDS * 10)) ] || fail 3 "'sre-agent $*' was not ready after $READY_SECONDS s: see $log"
    sleep 0.1
    waited=$((waited + 1))
  done
}

ask() { # ask USER QUESTION
  say ""
  say "== $1: $2"
  "$java" "$JAVA_OPTIONS" -jar "$APP_JAR" investigate --user "$1" --prompt "$2" --output-dir "$STATE" \
    ${demo_options[@]+"${demo_options[@]}"} </dev/null
}

random_key() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

demo_on_aws() {
  local region="${AWS_REGION:-${AWS_DEFAULT_REGION:-}}" name="${DASHBOARD_NAME:-SREAgentObservability}" url backend kubernetes
  [ -n "$region" ] || fail 2 "--aws needs a region: export AWS_REGION"
  [[ "$scenario" =~ ^(|1|2|3|all)$ ]] || fail 2 "--scenario wants 1, 2, 3 or all, not '$scenario'"
  is_built || build
  own_environment
  mkdir -p "$STATE/logs"
  export AWS_REGION="$region" SRE_OBSERVABILITY_MODE=aws SRE_OBSERVABILITY_CAPTURE_CONTENT=true
  export SRE_AGENT_MEMORY_DIR="$STATE/memory/aws"
  SRE_AGENT_API_KEY="$(random_key)" GATEWAY_ACCESS_TOKEN="$(random_key)"
  export SRE_AGENT_API_KEY GATEWAY_ACCESS_TOKEN
  trap stop_everything EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  # First, because it says at once what is wrong with credentials and permissions.
  url="${AWS_ENDPOINT_URL:-}"
  DASHBOARD_NAME="$name" "$ROOT/scripts/setup_cloudwatch_dashboard.sh" --region "$region" ${url:+--endpoint-url "$url"}
  start_server backend kubernetes
  kubernetes="$!"
  for backend in logs metrics runbooks; do start_server backend "$backend"; done
  start_server gateway
  case "$scenario" in "" | all | 1) ask Alice "API response times have degraded 3x in the last hour" ;; esac
  case "$scenario" in "" | all | 2)
    ask Alice "Database pods are crash looping in production"
    ask Carol "Database pods are crash looping in production"
    ;;
  esac
  case "$scenario" in "" | all | 3)
    kill -TERM "$kubernetes"
    ask Alice "Check cluster health"
    ;;
  esac
  say ""
  say "Metrics and spans are there in some minutes; graphs that search for new metrics can take 15:"
  say "  dashboard  https://$region.console.aws.amazon.com/cloudwatch/home?region=$region#dashboards/dashboard/$name"
  say "  traces     https://$region.console.aws.amazon.com/cloudwatch/home?region=$region#xray:traces/query"
  say "  queries    https://$region.console.aws.amazon.com/cloudwatch/home?region=$region#logsV2:logs-insights"
}
