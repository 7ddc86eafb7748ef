#!/usr/bin/env bash
# Builds once and runs every test. Needs the .NET 10 SDK and git; installs Chromium when there is none.
# The last line is the sum: "N passed, N failed, N skipped". CONFIGURATION=Release builds and tests that instead.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
exec </dev/null

configuration=${CONFIGURATION:-Debug}
projects=(tests/KpiTracker.Tests tests/KpiTracker.BrowserTests)
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DEBIAN_FRONTEND=noninteractive
# Build nodes that outlive the build would keep the output of a script open.
export MSBUILDDISABLENODEREUSE=1
# One compiler for all seven projects: it is warm from the second on. It is shut down below, for the same reason.
export UseSharedCompilation=true

find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" && return
  done
  return 1
}

apt_install() {
  [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null || return 1
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

if [[ -z ${KPITRACKER_CHROMIUM:-} ]]; then
  if ! KPITRACKER_CHROMIUM=$(find_chromium); then
    echo "Chromium is missing, installing it with apt."
    # The fonts, or Vietnamese shows as boxes in pictures of the pages.
    apt_install chromium fonts-noto-core
    KPITRACKER_CHROMIUM=$(find_chromium) || KPITRACKER_CHROMIUM=
  fi
fi
export KPITRACKER_CHROMIUM

dotnet build KpiTracker.sln -c "$configuration" -v quiet
built=$?
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1
[[ $built -eq 0 ]] || { echo "The build failed."; exit 1; }

if [[ -z $KPITRACKER_CHROMIUM ]]; then
  echo "Chromium is still missing, asking Playwright for its own."
  playwright=tests/KpiTracker.BrowserTests/bin/$configuration/net10.0/.playwright
  node=$(find "$playwright/node" -name node -type f | head -n 1)
  [[ -x $node ]] || chmod +x "$node"
  "$node" "$playwright/package/cli.js" install --with-deps chromium || "$node" "$playwright/package/cli.js" install chromium \
    || echo "No Chromium could be installed: the browser tests will fail."
fi

passed=0 failed=0 skipped=0
for project in "${projects[@]}"; do
  log=$(mktemp)
  dotnet test "$project" -c "$configuration" --no-build --logger "console;verbosity=normal" >"$log" 2>&1
  code=$?
  # Every failure in full, with what came after its name; of the rest, the summary.
  grep -vE '^[[:space:]]+Passed ' "$log"
  count() { sed -nE "s/^[[:space:]]*$1: ([0-9]+)\$/\1/p" "$log" | tail -n 1; }
  project_failed=$(count Failed) project_passed=$(count Passed) project_skipped=$(count Skipped)
  passed=$((passed + ${project_passed:-0})) failed=$((failed + ${project_failed:-0})) skipped=$((skipped + ${project_skipped:-0}))
  if [[ $code -ne 0 && ${project_failed:-0} -eq 0 ]]; then
    # The run itself broke off: that is a failure too, though no test bears it.
    echo "$project ended with exit code $code."
    failed=$((failed + 1))
  fi
  rm -f "$log"
done

echo "$passed passed, $failed failed, $skipped skipped"
[[ $failed -eq 0 && $passed -gt 0 ]]
