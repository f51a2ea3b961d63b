#!/usr/bin/env bash
# What our processor, the weaver and the proofs add to the compile time of a real project, the SRE agent, in three variants of
# its pom: as it is ("proved"), without the proofs ("woven"), and without processor and weaver, too ("plain"). Everything else is
# the same: sources, javac, Error Prone, format check.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
readonly ROOT
# The weaver is bound to process-classes, so "mvn compile" would stop before it.
readonly GOALS="clean process-classes"
readonly VARIANTS="proved woven plain"

runs=5
bare=""

usage() {
  cat <<TXT
Usage: scripts/benchmarks/compile_time.sh [--runs N] [--bare]

Builds what is needed, then times 'mvn $GOALS' of sre-agent-app as it is (proved), without our proofs (woven), and
without processor and weaver, too (plain), in turn and offline, and prints every run, the medians and their ratios.

  --runs N   timed runs of each variant (default: $runs; one more is run first and not counted)
  --bare     all variants without our own quality gates (Error Prone, NullAway, format check): the share is largest here
  -h         this text

Run it on an otherwise idle machine. CPU time (user + system, of all threads) depends least on what else runs.
TXT
}

fail() { # fail STATUS MESSAGE: one clear line, then out
  printf 'compile_time: %s\n' "$2" >&2
  exit "$1"
}

while [ $# -gt 0 ]; do
  case "$1" in
    --runs)
      [ $# -ge 2 ] || fail 2 "--runs needs a number"
      case "$2" in '' | *[!0-9]* | 0*) fail 2 "'$2' is not a number of runs" ;; esac
      runs="$2"
      shift 2
      ;;
    --bare)
      bare=yes
      shift
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    *) fail 2 "unknown option $1 (see --help)" ;;
  esac
done
command -v mvn >/dev/null || fail 3 "no Maven found: install Maven 3.8.1 or newer and put it on PATH"

WORK="$(mktemp -d)"
readonly WORK
trap 'rm -rf "$WORK"' EXIT

# A local repository of its own: our artifacts never reach the user's. What the user has downloaded is taken from there.
sed "s|@localRepositoryUrl@|file://${MAVEN_LOCAL_REPOSITORY:-$HOME/.m2/repository}|" \
  "$ROOT/examples/src/it/settings.xml" >"$WORK/settings.xml"
maven() { mvn -B -ntp -q -gs "$WORK/settings.xml" "-Dmaven.repo.local=$WORK/repository" ${bare:+-Dspotless.check.skip} "$@"; }

# without_plugins PATTERN: a pom without the plugin entries that mention it
without_plugins() {
  awk -v pattern="$1" '
    /<plugin>/ { inside = 1; entry = "" }
    inside { entry = entry $0 "\n"; if (/<\/plugin>/) { inside = 0; if (entry !~ pattern) printf "%s", entry }; next }
    { print }'
}

prepare() {
  printf 'Building what the application needs ...\n'
  mkdir "$WORK/source"
  (cd "$ROOT" && git ls-files -z | tar --null -T - -cf -) | tar -xf - -C "$WORK/source"
  if [ -n "$bare" ]; then
    without_arguments <"$ROOT/pom.xml" >"$WORK/source/pom.xml"
  fi
  (cd "$WORK/source" && maven -Dquick -Dmaven.test.skip=true install -pl sre-agent-app,sre-observability-maven-plugin,sre-observability-local -am)
  # The proofs of the application read the dashboards beside it.
  cp -R "$ROOT/dashboards" "$WORK/"
  local variant
  for variant in $VARIANTS; do
    mkdir "$WORK/$variant"
    cp -R "$ROOT/.mvn" "$ROOT/sre-agent-app/src" "$ROOT/sre-agent-app/pom.xml" "$WORK/$variant/"
  done
  without_plugins 'sre-observability-maven-plugin' <"$ROOT/sre-agent-app/pom.xml" >"$WORK/woven/pom.xml"
  without_plugins 'sre-observability-processor|aspectj-maven-plugin|sre-observability-maven-plugin' \
    <"$ROOT/sre-agent-app/pom.xml" >"$WORK/plain/pom.xml"
}

# The root pom without javac's plug-in Error Prone and its NullAway.
without_arguments() { grep -v -e '-Xplugin:ErrorProne' | without_paths; }
without_paths() {
  awk '
    /<path>/ { inside = 1; entry = "" }
    inside { entry = entry $0 "\n"; if (/<\/path>/) { inside = 0; if (entry !~ /errorprone|nullaway/) printf "%s", entry }; next }
    { print }'
}

# compile VARIANT: one build; its wall and CPU seconds into $wall and $cpu
compile() {
  local TIMEFORMAT='%R %U %S' user system
  cd "$WORK/$1"
  # shellcheck disable=SC2086 # goals are words
  { time maven -o $GOALS >"$WORK/build.log" 2>&1; } 2>"$WORK/time" || {
    tail -n 30 "$WORK/build.log" >&2
    fail 1 "the build '$1' failed"
  }
  read -r wall user system <"$WORK/time"
  cpu="$(awk -v u="$user" -v s="$system" 'BEGIN { printf "%.2f", u + s }')"
}

median() { sort -n | awk '{ v[NR] = $1 } END { printf "%.2f", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
column() { awk -v variant="$1" -v c="$2" '$2 == variant { print $c }' "$WORK/runs"; }
files() { find "$1" -name "$2" | wc -l | tr -d ' '; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

prepare
# The first builds download what is missing, and warm the caches of the file system; they are not counted.
for variant in $VARIANTS; do
  # shellcheck disable=SC2086 # goals are words
  (cd "$WORK/$variant" && maven $GOALS)
  compile "$variant"
done
woven="$(files "$WORK/woven/target/classes" '*_SpanAspect.class')"
[ "$woven" -gt 0 ] || fail 1 "the build 'woven' has no aspects: nothing to measure"
[ "$(files "$WORK/plain/target" '*_Span*')" -eq 0 ] || fail 1 "the build 'plain' ran the processor"

printf '\n| run | variant | wall s | CPU s |\n| --- | --- | --- | --- |\n'
: >"$WORK/runs"
for run in $(seq "$runs"); do
  for variant in $VARIANTS; do
    compile "$variant"
    printf '%s %s %s %s\n' "$run" "$variant" "$wall" "$cpu" >>"$WORK/runs"
    printf '| %s | %s | %s | %s |\n' "$run" "$variant" "$wall" "$cpu"
  done
done

plain_wall="$(column plain 3 | median)"
plain_cpu="$(column plain 4 | median)"
printf '\n| median of %s | wall s | ratio | CPU s | ratio |\n| --- | --- | --- | --- | --- |\n' "$runs"
for variant in $VARIANTS; do
  wall="$(column "$variant" 3 | median)"
  cpu="$(column "$variant" 4 | median)"
  printf '| %s | %s | %s | %s | %s |\n' \
    "$variant" "$wall" "$(ratio "$wall" "$plain_wall")" "$cpu" "$(ratio "$cpu" "$plain_cpu")"
done
printf '\nGoals: mvn -o %s%s\n' "$GOALS" "${bare:+, without Error Prone, NullAway and format check}"
printf 'Sources: %s; class files: %s woven, %s plain; aspects woven: %s\n' \
  "$(files "$WORK/woven/src/main/java" '*.java')" "$(files "$WORK/woven/target/classes" '*.class')" \
  "$(files "$WORK/plain/target/classes" '*.class')" "$woven"
versions() { mvn -B -v | sed -n 's/.*\(Apache Maven [0-9.]*\).*/\1/p; s/^Java version: \([^,]*\),.*/Java \1/p' | paste -sd ' ' -; }
printf 'Machine: %s processors, load %s; %s\n' "$(getconf _NPROCESSORS_ONLN)" \
  "$(uptime | sed 's/.*load average[s]*: //')" "$(versions)"
