#!/usr/bin/env bash
# Installs the browser that the tests of the console need ("mvn verify -Dbrowser"), unless there is one. Debian and Ubuntu
# only; needs root. Anywhere else: install Chromium or Chrome so that it is at /usr/bin/chromium or /usr/bin/google-chrome.
set -euo pipefail

for browser in /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
  # Ubuntu has a stub there, which only says that the browser is a snap.
  if [ -x "$browser" ] && "$browser" --version >/dev/null 2>&1; then
    printf 'Browser: %s\n' "$browser"
    exit 0
  fi
done
command -v apt-get >/dev/null || {
  printf 'install_browser: no Chromium found, and no apt-get to install it with\n' >&2
  exit 1
}
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null || {
  printf 'install_browser: apt-get failed%s\n' "$([ "$(id -u)" = 0 ] || printf ', as it needs root: sudo scripts/install_browser.sh')" >&2
  exit 1
}
[ -x /usr/bin/chromium ] || {
  printf 'install_browser: the package chromium brought no /usr/bin/chromium\n' >&2
  exit 1
}
printf 'Browser: /usr/bin/chromium\n'
