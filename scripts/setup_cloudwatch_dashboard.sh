#!/usr/bin/env bash
# Puts dashboards/cloudwatch-dashboard.json and the saved queries into CloudWatch. Works from any directory; doing it
# again updates what is there.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
readonly ROOT

name="${DASHBOARD_NAME:-SREAgentObservability}"
region="${AWS_REGION:-us-east-1}"
options=()

usage() {
  cat <<TXT
Usage: scripts/setup_cloudwatch_dashboard.sh [options]

Saves the dashboard and five Logs Insights queries, and prints where to look at them.

  --dry-run            check the files and print what would be sent; needs no AWS account
  --region REGION      where the metrics and spans are (default: \$AWS_REGION, or us-east-1; now $region)
  --endpoint-url URL   deploy there instead of AWS, e.g. to the local stand-in at http://127.0.0.1:4318
  -h, --help           this text

Environment: DASHBOARD_NAME (now $name), AWS_REGION, and the usual AWS credentials (AWS_PROFILE, or AWS_ACCESS_KEY_ID
and AWS_SECRET_ACCESS_KEY). They need cloudwatch:PutDashboard, logs:PutQueryDefinition and logs:DescribeQueryDefinitions;
docs/iam has a policy.

Exit status: 0 saved (or checked); 1 refused or not reached; 2 wrong usage; 3 Java is missing or nothing is built.
TXT
}

wrong_usage() {
  printf 'setup_cloudwatch_dashboard: %s (see --help)\n' "$1" >&2
  exit 2
}

while [ $# -gt 0 ]; do
  case "$1" in
    --dry-run)
      options+=("$1")
      shift
      ;;
    --region | --endpoint-url)
      [ $# -ge 2 ] || wrong_usage "$1 needs a value"
      case "$1" in
        --region) region="$2" ;;
        --endpoint-url) options+=("$1" "$2") ;;
      esac
      shift 2
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    *) wrong_usage "unknown option '$1'" ;;
  esac
done

# "${options[@]+...}": bash 3.2, which macOS has, calls an empty array unset.
exec "$ROOT/scripts/sre-agent" dashboard deploy \
  --file "$ROOT/dashboards/cloudwatch-dashboard.json" \
  --queries "$ROOT/dashboards/insights-queries.json" \
  --name "$name" \
  --region "$region" \
  ${options[@]+"${options[@]}"}
