#!/usr/bin/env bash
# Publishes the last commit into a folder and looks at it as a registry and as a stranger would: is everything there that
# Maven Central asks for, does nothing point to a version that nobody can get, and can a project be built from it.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
WORK="$(mktemp -d)"
readonly ROOT WORK
readonly VERSION=0.0.1-dry-run
readonly PUBLISHED="$WORK/published"
readonly GROUP="$PUBLISHED/io/sreobservability"
# The user's local repository, as scripts/publish_dry_run.sh finds it.
readonly DOWNLOADED="${MAVEN_LOCAL_REPOSITORY:-$HOME/.m2/repository}"
readonly JARS="annotations registry processor maven-plugin aspects testing cloudwatch local"
trap 'rm -rf "$WORK"' EXIT

passed=0
failed=0
check() { # check WHAT COMMAND...: counts, and says what is wrong
  local what="$1"
  shift
  if "$@" >"$WORK/output" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s\n' "$what"
    sed 's/^/    /' "$WORK/output" | tail -n 40
  fi
}

"$ROOT/scripts/publish_dry_run.sh" "$PUBLISHED" "$VERSION"

# -- Nothing of it reaches the user's local repository: neither files nor a line in its lists of versions.
check 'the user has a local repository to look at' test -d "$DOWNLOADED/org/apache/maven/plugins"
left_behind() {
  [ ! -d "$DOWNLOADED/io/sreobservability" ] && return
  find "$DOWNLOADED/io/sreobservability" -name "$VERSION"
  grep -rlF --include 'maven-metadata*' "<version>$VERSION</version>" "$DOWNLOADED/io/sreobservability" || true
}
check 'publishing leaves nothing in the local repository' diff /dev/null <(left_behind)

artifact() { # artifact NAME SUFFIX: the path of one published file
  printf '%s/sre-observability-%s/%s/sre-observability-%s-%s%s' "$GROUP" "$1" "$VERSION" "$1" "$VERSION" "$2"
}

# -- What is published, and nothing else.
names() { (cd "$GROUP" && printf '%s\n' */) | sed 's|/$||; s/^sre-observability-//' | sort; }
# digest md5|sha1 FILE: with the command of Linux, else with the one that every other system has
digest() { if command -v "$1sum" >/dev/null; then "$1sum" "$2"; else openssl dgst "-$1" -r "$2"; fi | cut -d' ' -f1; }
expected_names() { printf '%s\n' $JARS parent bom | sort; }
check 'exactly our modules are published, not the application or the examples' \
  diff <(expected_names) <(names)
for name in $JARS; do
  for suffix in .pom .jar -sources.jar -javadoc.jar -cyclonedx.json; do
    file="$(artifact "$name" "$suffix")"
    check "$name: $suffix is published" test -s "$file"
    check "$name: $suffix has its SHA-1" test "$(digest sha1 "$file")" = "$(cat "$file.sha1")"
    check "$name: $suffix has its MD5" test "$(digest md5 "$file")" = "$(cat "$file.md5")"
  done
  check "$name: the sources are those of the classes" grep -q '\.java$' <(unzip -Z1 "$(artifact "$name" -sources.jar)")
  check "$name: the Javadoc has a start page" grep -qx 'index.html' <(unzip -Z1 "$(artifact "$name" -javadoc.jar)")
done
check 'the parent carries the bill of materials of the whole' test -s "$(artifact parent -cyclonedx.json)"

# -- What Maven Central asks of a pom. Licence and developers may come from the parent; url and scm are the publisher's to add.
for name in $JARS parent bom; do
  pom="$(artifact "$name" .pom)"
  check "$name: the pom has a name" grep -q '^  <name>..*</name>' "$pom"
  check "$name: the pom has a description" grep -q '^  <description>..*</description>' "$pom"
  check "$name: no pom asks for a version that is not published" bash -c "! grep -n 'SNAPSHOT' '$pom'"
done
for name in parent bom; do
  pom="$(artifact "$name" .pom)"
  check "$name: the pom has a licence" grep -q '<name>Apache-2.0</name>' "$pom"
  check "$name: the pom has developers" grep -q '<developer>' "$pom"
done
for name in $JARS; do
  check "$name: licence and developers come from the published parent" \
    grep -q '<artifactId>sre-observability-parent</artifactId>' "$(artifact "$name" .pom)"
done

# -- The BOM manages each of our jars, and no third party. It has no parent that could.
bom="$(artifact bom .pom)"
managed() { sed -n '/<dependencyManagement>/,/<\/dependencyManagement>/s|.*<artifactId>sre-observability-\(.*\)</artifactId>|\1|p' "$bom" | sort; }
check 'the BOM manages exactly the published jars' diff <(printf '%s\n' $JARS | sort) <(managed)
check 'the BOM manages only our group' bash -c \
  "! sed -n '/<dependencyManagement>/,/<\/dependencyManagement>/p' '$bom' | grep '<groupId>' | grep -v '>io.sreobservability<'"
check 'the BOM has no parent' bash -c "! grep -n '<parent>' '$bom'"

# -- Module names: each jar has one, no two share a package.
modules=""
for name in $JARS; do
  jar="$(artifact "$name" .jar)"
  modules="$modules:$jar"
  check "$name: the jar has a module name of ours" \
    grep -q '^Automatic-Module-Name: io\.sreobservability\.[a-z]*' <(unzip -p "$jar" META-INF/MANIFEST.MF)
done
check 'all jars together make a valid module path' java --module-path "${modules#:}" --validate-modules

# -- A stranger: an empty local repository, our artifacts from the published folder alone.
stranger() {
  cp -R "$ROOT/examples/hello-agent" "$WORK/stranger"
  rm -rf "$WORK/stranger/target"
  sed -i.before "s|<sre-observability.version>.*<|<sre-observability.version>$VERSION<|" "$WORK/stranger/pom.xml"
  repository() { # repository ELEMENT ID URL
    printf '<%s><id>%s</id><url>%s</url><snapshots><enabled>false</enabled></snapshots></%s>' "$1" "$2" "$3" "$1"
  }
  # Third parties come from what the main build has downloaded already, or from where the user's settings say.
  {
    printf '<settings><profiles><profile><id>dry-run</id><repositories>'
    repository repository dry-run "file://$PUBLISHED"
    repository repository downloaded "file://$DOWNLOADED"
    printf '</repositories><pluginRepositories>'
    repository pluginRepository dry-run "file://$PUBLISHED"
    repository pluginRepository downloaded "file://$DOWNLOADED"
    printf '</pluginRepositories></profile></profiles><activeProfiles><activeProfile>dry-run</activeProfile>'
    printf '</activeProfiles></settings>\n'
  } >"$WORK/settings.xml"
  # As global settings, so that the user's own (proxies, mirrors) still hold.
  (cd "$WORK/stranger" && mvn -B -ntp -gs "$WORK/settings.xml" -Dmaven.repo.local="$WORK/local" verify)
}
check 'a stranger builds hello-agent from the published folder' stranger
from_elsewhere() {
  find "$WORK/local/io/sreobservability" -name _remote.repositories -exec grep -H '>' {} + | grep -v '>dry-run='
}
check 'the stranger got every artifact of ours from the published folder' bash -c "! { $(declare -f from_elsewhere); WORK='$WORK'; from_elsewhere; }"

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -ge 150 ]
