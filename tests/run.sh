#!/usr/bin/env bash
# Installs what the tests need on a Debian machine that has git and the .NET 10 SDK, then runs everything.
# A failing step does not stop the others. The last line is "N passed, N failed"; the exit code is 0 when nothing failed.
set -uo pipefail
cd "$(dirname "$0")/.."

export DEBIAN_FRONTEND=noninteractive DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDTERMINALLOGGER=off NO_COLOR=1
# Dozens of hosts at once would use up the machine's file watchers, of which there are 128.
export DOTNET_USE_POLLING_FILE_WATCHER=1
exec </dev/null 2>&1

readonly browser_tests=tests/NewsPortal.BrowserTests
readonly longest_suite=15m
readonly failures=$(mktemp)
trap 'rm -f "$failures"' EXIT
passed=0 failed=0 skipped=0

say() { printf '\n== %s\n' "$*"; }

# ---- What the tests need

missing_packages() {
  command -v chromium >/dev/null || [ -x "${CHROMIUM:-}" ] || echo chromium
  command -v node >/dev/null || echo nodejs
  command -v npm >/dev/null || echo npm
  command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || echo nginx
  docker_compose >/dev/null || echo docker-compose
  command -v redis-server >/dev/null || echo redis-server
  [ -e /usr/share/zoneinfo/Europe/Istanbul ] || echo tzdata
  [ -d /usr/share/fonts/truetype/liberation ] || echo fonts-liberation
  [ -d /usr/share/fonts/truetype/noto ] || echo fonts-noto-core
}

docker_compose() {
  if command -v docker-compose; then return; fi
  docker compose version >/dev/null 2>&1 && echo docker compose
}

install_packages() {
  local packages as_root=()
  mapfile -t packages < <(missing_packages)
  if [ ${#packages[@]} -eq 0 ]; then return; fi
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
  say "Installing ${packages[*]}"
  "${as_root[@]}" apt-get -qq update \
    && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "${packages[@]}" >/dev/null
}

# ---- Steps and suites

# A step counts as one test.
step() {
  local name=$1
  shift
  say "$name"
  if "$@"; then
    passed=$((passed + 1))
  else
    echo "FAILED: $name" | tee -a "$failures"
    failed=$((failed + 1))
  fi
}

# A suite counts as its tests. One that ran none, or ended without its summary, counts as one failure.
suite() {
  local name=$1 program=$2 output summary
  shift 2
  say "$name"
  output=$(mktemp)
  timeout "$longest_suite" "$program" -noColor -noLogo "$@" | tee "$output"
  summary=$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+, Not Run: [0-9]+' "$output" | tail -n 1 | tr -dc '0-9,' | tr ',' ' ')
  grep -F --after-context 12 '[FAIL]' "$output" | grep -v '^{' | cut --characters=-300 >>"$failures"
  rm -f "$output"
  local total errors bad skips not_run
  read -r total errors bad skips not_run <<<"${summary:-0 0 0 0 0}"
  local good=$((total - bad - skips - not_run))
  if [ $((good + bad + errors)) -eq 0 ]; then
    echo "FAILED: $name ran no tests" | tee -a "$failures"
    errors=1
  fi
  passed=$((passed + good)) failed=$((failed + bad + errors)) skipped=$((skipped + skips))
}

of_project() { echo "tests/$1/bin/Debug/net10.0/$1"; }

check_compose() {
  local compose
  read -ra compose <<<"$(docker_compose)"
  # It has no passwords of its own, and refuses to be read without any.
  env MSSQL_SA_PASSWORD=- REDIS_PASSWORD=- SITE_URL=http://localhost "${compose[@]}" --file docker-compose.yml config --quiet
}

install_packages || echo "Not everything could be installed; what needs it will fail."
step "Node packages of the browser tests" npm ci --prefix "$browser_tests" --ignore-scripts --no-progress
step "Build" dotnet build --nologo --verbosity quiet
step "Format" dotnet format --verify-no-changes --no-restore
step "docker-compose.yml" check_compose

suite "Tests" "$(of_project NewsPortal.Tests)"
for culture in tr-TR ar-SA; do
  suite "Fast tests, culture $culture" "$(of_project NewsPortal.Tests)" -culture "$culture" -trait- Category=Slow
done
suite "Browser tests" "$(of_project NewsPortal.BrowserTests)"

say "All suites"
# Once more at the end, where whoever keeps only the last of a long output finds it.
cat "$failures"
if [ "$skipped" -gt 0 ]; then echo "$skipped skipped: each says why above"; fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
