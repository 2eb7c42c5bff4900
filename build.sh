#!/usr/bin/env bash
# Runs the container security suite: ./build.sh --target=Scan [--name=value …]. All arguments but --no-install are the suite's own; see --help.
#
# Missing prerequisites are installed first: system packages by apt (as root on Debian or Ubuntu), the .NET SDK as Microsoft's own archive,
# pinned in build/Bootstrap, in the user's cache. --no-install prevents both; then, and where neither is possible, the exact commands are printed and the
# exit code is 2. Nothing that was downloaded is run before its digest is checked, and nothing is piped into a shell.
#
# Environment
#   XDG_CACHE_HOME    where the cache is (default ~/.cache)
#   DOTNET_SDK_FEED   another place with the same archives, such as a company's mirror; the pinned digests hold for it too
#   CakeHost          Frosting: build against the package Cake.Frosting instead of build/Frosting.Host
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
cache="${XDG_CACHE_HOME:-${HOME:-}/.cache}/claude-code-proxy"
readonly root cache
may_install=yes
scratch=() # temporary paths, deleted at the end

say() { printf 'build.sh: %s\n' "$*" >&2; }

die() {
  say "$@"
  exit 2
}

sweep() { ((${#scratch[@]} == 0)) || rm -rf -- "${scratch[@]}"; }

# An unexpected failure of the preparations means that the suite could not run.
leave() {
  local status=$?
  sweep
  case $status in
    2 | 130 | 143) exit "$status" ;;
    *) die "the preparations stopped with status $status." ;;
  esac
}

have() { command -v "$1" >/dev/null 2>&1; }

any_exists() {
  local path
  for path in "$@"; do
    [[ -e $path ]] && return 0
  done
  return 1
}

# Moves a finished folder to its destination; of two concurrent runs, the first one's folder is kept.
publish() {
  local from=$1 to=$2
  [[ -e $to ]] || mv -- "$from" "$to" 2>/dev/null || [[ -e $to ]] || die "$to could not be written."
  rm -rf -- "$from" "${to:?}/${from##*/}"
}

# One number for all sources of the suite; any added, changed, renamed or deleted file changes it.
fingerprint() {
  (
    cd -- "$root"
    {
      echo "${CakeHost:-}"
      find build \( -name bin -o -name obj \) -prune -o -type f -print | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum -- \
        Directory.Build.props Directory.Packages.props global.json
    } | cksum | tr ' ' '-'
  )
}

# Built in a temporary folder and moved into one named by the fingerprint, so that the files of a running suite never change.
build_suite() {
  local to=$1 work log quick
  quick=(-p:RunAnalyzers=false -p:GenerateDocumentationFile=false -p:UseAppHost=false -p:UseSharedCompilation=false)
  work=$(mktemp -d "$root/build/bin/.suite.XXXXXX")
  scratch+=("$work")
  log="$work/build.log"
  say "building the suite"
  if ! MSBUILDDISABLENODEREUSE=1 "$dotnet" build "$root/build/Build.csproj" -c Release --artifacts-path "$work" "${quick[@]}" --nologo -v quiet \
    >"$log" 2>&1 </dev/null; then
    cat -- "$log" >&2
    die "the suite could not be built."
  fi
  publish "$work/bin/Build/release" "$to"
  rm -rf -- "$work"
  find "$root/build/bin" -mindepth 1 -maxdepth 1 -name 'suite-*' ! -path "$to" -mtime +1 -exec rm -rf -- {} +
}

# One bootstrap at a time where the system has flock; elsewhere two concurrent runs do the same work twice.
one_at_a_time() {
  have flock || return 0
  exec 9>"$cache/bootstrap.lock"
  flock -n 9 || { say "waiting for another run to finish its preparations" && flock 9; }
}

main() {
  local argument arguments=() suite
  for argument in "$@"; do
    if [[ $argument == --no-install ]]; then may_install=no; else arguments+=("$argument"); fi
  done

  trap leave EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  [[ $cache == /* && $cache != /.cache/* ]] || die "the cache lies in XDG_CACHE_HOME or in HOME: set one of them to an absolute path."
  # The suite does not use a cache that others can write to.
  (umask 022 && mkdir -p -- "$cache" "$root/build/bin") || die "$cache and $root/build/bin must be writable."
  suite="$root/build/bin/suite-$(fingerprint)"
  # The targets that read files only fetch nothing; what comes from elsewhere is not compiled.
  if asks_beyond 'Clean clean Lint lint' ${arguments[@]+"${arguments[@]}"}; then fetches=yes; fi
  if [[ -n $fetches ]] && ! judges_another ${arguments[@]+"${arguments[@]}"}; then links_proxy=yes; fi
  if asks_beyond 'Clean clean' ${arguments[@]+"${arguments[@]}"}; then lints=yes; fi
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
  spare_icu
  one_at_a_time
  choose_dotnet || true
  provide_packages
  [[ -n $dotnet ]] || provide_sdk
  # The suite starts dotnet itself, by name.
  if [[ $dotnet == "$sdk/dotnet" ]]; then export DOTNET_ROOT="$sdk" PATH="$sdk:$PATH"; fi
  [[ -f $suite/build.dll ]] || build_suite "$suite"
  sweep
  exec 9>&-
  trap - EXIT INT TERM
  exec "$dotnet" "$suite/build.dll" ${arguments[@]+"${arguments[@]}"}
}

# shellcheck source=build/Bootstrap/packages.sh
source "$root/build/Bootstrap/packages.sh"
# shellcheck source=build/Bootstrap/sdk.sh
source "$root/build/Bootstrap/sdk.sh"
main "$@"
