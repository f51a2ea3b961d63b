# shellcheck shell=bash
# Sourced by the scripts beside it: find_java sets $java to a Java 17 or newer, or says in one line what is missing.
# The caller defines fail STATUS MESSAGE.

find_java() {
  # JAVA_HOME wins over PATH, as it does for Maven.
  if [ -n "${JAVA_HOME:-}" ]; then
    java="$JAVA_HOME/bin/java"
    [ -x "$java" ] || fail 3 "JAVA_HOME is $JAVA_HOME, which has no bin/java: point it at a Java 17 or newer"
  else
    java="$(command -v java || true)"
    [ -n "$java" ] || fail 3 "no Java found: install a Java 17 or newer and put it on PATH or into JAVA_HOME"
  fi
  # The first line may be a warning (JAVA_TOOL_OPTIONS); "1.8.0" is how Java 8 and older count.
  local major
  major="$("$java" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1)"
  case "$major" in
    '' | *[!0-9]*) fail 3 "cannot tell the version of $java: a Java 17 or newer is needed" ;;
  esac
  [ "$major" -ge 17 ] || fail 3 "$java is version $major: a Java 17 or newer is needed"
}
