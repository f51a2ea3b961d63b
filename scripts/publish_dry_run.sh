#!/usr/bin/env bash
# Publishes the last commit into a folder instead of a registry: jars, sources, Javadoc, bills of materials, checksums.
# Nothing leaves the machine and nothing is put into the local Maven repository.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
readonly ROOT

usage() {
  cat <<TXT
Usage: scripts/publish_dry_run.sh FOLDER [VERSION]

Builds the last commit in a folder of its own, without tests, and deploys it into FOLDER, which must be new or empty.
VERSION is the version to publish (default: the one of the pom without -SNAPSHOT).

Signing and the upload are the publisher's: docs/decisions/007-publishing.md says what they add.
TXT
}

fail() { # fail STATUS MESSAGE: one clear line, then out
  printf 'publish_dry_run: %s\n' "$2" >&2
  exit "$1"
}

case "${1:-}" in
  -h | --help)
    usage
    exit 0
    ;;
esac
[ $# -ge 1 ] && [ $# -le 2 ] || fail 2 "it takes a folder and perhaps a version (see --help)"
command -v mvn >/dev/null || fail 3 "no Maven found: install Maven 3.8.1 or newer and put it on PATH"
if [ -e "$1" ] && { [ ! -d "$1" ] || [ -n "$(ls -A "$1")" ]; }; then
  fail 2 "$1 is not an empty folder: name a new one, so that nothing old looks published"
fi

snapshot="$(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$ROOT/pom.xml" | head -n 1)"
version="${2:-${snapshot%-SNAPSHOT}}"
case "$version" in
  '' | *[!0-9A-Za-z.-]*) fail 2 "'$version' is not a version: use digits, letters, dots and hyphens, as in 0.1.0" ;;
esac

mkdir -p "$1"
FOLDER="$(cd "$1" && pwd)"
WORK="$(mktemp -d)"
readonly FOLDER WORK
trap 'rm -rf "$WORK"' EXIT

git clone -q --no-hardlinks "$ROOT" "$WORK/commit"
cd "$WORK/commit"
git ls-files -z '*pom.xml' | xargs -0 sed -i.before "s|>$snapshot<|>$version<|"
# 'deploy' installs on its way, hence a local repository of its own. What the user has downloaded is taken from the user's.
sed "s|@localRepositoryUrl@|file://${MAVEN_LOCAL_REPOSITORY:-$HOME/.m2/repository}|" \
  examples/src/it/settings.xml >"$WORK/settings.xml"
# The application, the benchmarks and the examples are not published. What 'mvn verify' has checked is not checked again.
mvn -B -ntp -q -gs "$WORK/settings.xml" "-Dmaven.repo.local=$WORK/repository" \
  -Drepeated -Dmaven.test.skip=true -Dspotless.check.skip=true -pl "!sre-agent-app,!sre-observability-benchmarks,!examples" deploy \
  "-DaltDeploymentRepository=dry-run::file://$FOLDER"
printf 'Published version %s into %s\n' "$version" "$FOLDER"
