#!/usr/bin/env bash
# Puts dashboards/cloudwatch-dashboard.json and the saved queries into CloudWatch, or takes them out again. Works from any
# directory; doing it again updates what is there. Its subcommand switches Transaction Search on, once for an account.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
readonly ROOT

name="${DASHBOARD_NAME:-SREAgentObservability}"
region=
options=()
action=deploy
dry_run=
endpoint=

usage() {
  cat <<TXT
Usage: scripts/setup_cloudwatch_dashboard.sh [options]
       scripts/setup_cloudwatch_dashboard.sh enable-transaction-search --region REGION [--dry-run]

Saves the dashboard and the Logs Insights queries, prints what CloudWatch finds wrong, and where to look at them.

  --remove             take the dashboard and the queries out again; what is not there is no error
  --dry-run            check the files and print what would be done; needs no AWS account
  --region REGION      where the metrics and spans are (default: the first that is set of \$AWS_REGION, \$AWS_DEFAULT_REGION, the
                       region of your profile, and us-east-1; now $(default_region))
  --endpoint-url URL   go there instead of AWS, e.g. to the local stand-in at http://127.0.0.1:4318
  -h, --help           this text

  enable-transaction-search
                       once for an account and region: lets X-Ray write spans to the log group aws/spans, and sends all
                       traces there. It changes how X-Ray is billed for everybody in this account and region, so it is never
                       done by itself, and only in a region that is named here: no default counts. Needs the AWS command line
                       ("aws"); doing it again changes nothing.

Environment: DASHBOARD_NAME (now $name), AWS_REGION, AWS_DEFAULT_REGION, and the usual AWS credentials (AWS_PROFILE, or
AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY). docs/iam has a policy with the permissions.

Exit status: 0 done (or checked); 1 refused or not reached; 2 wrong usage; 3 Java, aws or the build is missing.
TXT
}

wrong_usage() {
  printf 'setup_cloudwatch_dashboard: %s (see --help)\n' "$1" >&2
  exit 2
}

# Where the AWS command line and SDK would go, too.
default_region() {
  local found="${AWS_REGION:-${AWS_DEFAULT_REGION:-}}"
  if [ -z "$found" ]; then
    found="$(profile_region)"
  fi
  printf '%s' "${found:-us-east-1}"
}

# The region of the profile in use, if it has one: as "aws configure" has written it.
profile_region() {
  local file="${AWS_CONFIG_FILE:-${HOME:-}/.aws/config}" section="${AWS_PROFILE:-default}"
  [ -r "$file" ] || return 0
  # Sections are "[default]" and "[profile NAME]".
  awk -F= -v section="$section" '
    /^[ \t]*\[/ { gsub(/[][]|^[ \t]+|[ \t]+$/, ""); sub(/^profile[ \t]+/, ""); inside = ($0 == section); next }
    inside && $1 ~ /^[ \t]*region[ \t]*$/ { gsub(/[ \t]/, "", $2); print $2; exit }' "$file"
}

# Runs a command of the AWS command line, or shows it.
aws_step() {
  if [ -n "$dry_run" ]; then
    printf 'aws'
    printf ' %q' "$@"
    printf '\n'
  else
    aws "$@" || exit 1
  fi
}

# "Enable Transaction Search", with the API, of the CloudWatch user guide: who may write the spans, then where they go.
enable_transaction_search() {
  if [ -z "$dry_run" ] && ! command -v aws > /dev/null; then
    printf 'setup_cloudwatch_dashboard: the AWS command line "aws" is not on the PATH\n' >&2
    exit 3
  fi
  local account='ACCOUNT' partition=aws policy
  if [ -z "$dry_run" ]; then
    account="$(aws sts get-caller-identity --query Account --output text)" || exit 1
  fi
  case "$region" in
    cn-*) partition=aws-cn ;;
    us-gov-*) partition=aws-us-gov ;;
  esac
  policy="$(printf '{"Version":"2012-10-17","Statement":[{"Sid":"TransactionSearchXRayAccess","Effect":"Allow",%s,%s,%s,%s}]}' \
    '"Principal":{"Service":"xray.amazonaws.com"}' '"Action":"logs:PutLogEvents"' \
    "\"Resource\":[\"arn:$partition:logs:$region:$account:log-group:aws/spans:*\",\"arn:$partition:logs:$region:$account:log-group:/aws/application-signals/data:*\"]" \
    "\"Condition\":{\"ArnLike\":{\"aws:SourceArn\":\"arn:$partition:xray:$region:$account:*\"},\"StringEquals\":{\"aws:SourceAccount\":\"$account\"}}")"
  aws_step logs put-resource-policy --region "$region" --policy-name TransactionSearchXRayAccess --policy-document "$policy"
  aws_step xray update-trace-segment-destination --region "$region" --destination CloudWatchLogs
  if [ -z "$dry_run" ]; then
    printf 'Transaction Search is on in %s; spans can be searched after up to ten minutes.\n' "$region"
  fi
}

while [ $# -gt 0 ]; do
  case "$1" in
    enable-transaction-search)
      action="$1"
      shift
      ;;
    --remove)
      action=remove
      shift
      ;;
    --dry-run)
      dry_run="$1"
      options+=("$1")
      shift
      ;;
    --region | --endpoint-url)
      [ $# -ge 2 ] || wrong_usage "$1 needs a value"
      case "$1" in
        --region) region="$2" ;;
        --endpoint-url)
          endpoint="$2"
          options+=("$1" "$2")
          ;;
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

if [ "$action" = enable-transaction-search ]; then
  [ -z "$endpoint" ] || wrong_usage "enable-transaction-search is for AWS alone, not for --endpoint-url"
  [ -n "$region" ] || wrong_usage "enable-transaction-search needs --region: it changes what everybody there pays"
  enable_transaction_search
  exit 0
fi

region="${region:-$(default_region)}"
if [ "$action" = deploy ]; then
  options=(--file "$ROOT/dashboards/cloudwatch-dashboard.json" ${options[@]+"${options[@]}"})
fi

# "${options[@]+...}": bash 3.2, which macOS has, calls an empty array unset.
exec "$ROOT/scripts/sre-agent" dashboard "$action" \
  --queries "$ROOT/dashboards/insights-queries.json" \
  --name "$name" \
  --region "$region" \
  ${options[@]+"${options[@]}"}
