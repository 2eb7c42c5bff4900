#!/usr/bin/env bash
# Runs the container security suite: ./build.sh --target=Scan [--name=value …]. All arguments but --no-install are the suite's; --help lists them.
#
# What the machine lacks is put there first: system packages by apt (as root on Debian or Ubuntu), the .NET SDK as Microsoft's own archive,
# pinned below, in the user's cache. --no-install forbids both; then, and where neither is possible, the exact commands are printed and the
# exit code is 2. Nothing that was downloaded is run before its digest is checked, and nothing is piped into a shell.
#
# Environment
#   XDG_CACHE_HOME    where the cache is (default ~/.cache)
#   DOTNET_SDK_FEED   another place with the same archives, such as a company's mirror; the digests below hold for it too
#   CakeHost          Frosting: build against the package Cake.Frosting instead of build/Frosting
set -euo pipefail

readonly sdk_version=10.0.302
readonly sdk_feed="${DOTNET_SDK_FEED:-https://builds.dotnet.microsoft.com/dotnet/Sdk}"
readonly sdk_limit_kib=524288 # twice the size of the largest archive
readonly sdk_seconds=1800

# SHA-512 of dotnet-sdk-<version>-<platform>.tar.gz, from Microsoft's releases.json.
sdk_digest() {
  case "$1" in
    linux-x64) echo 10069bec8783596484a610332f090d562802a41b9b40e3327a5a5688b572e10c296ae300f940d40461f23c157ed1b0843c2f8e6b3f20d8d8d9d83432d8143bac ;;
    linux-arm64) echo 9e409c14e00686d661c78fa4dd9ad0e4dcf695c328bd5ff777d05b4a9c34b42cf89b12573b92e9fb2f565dbe12016b4835f77c7d9a42b55a7494df21634cd5d6 ;;
    osx-x64) echo 48d5861dc0d6c9c782c6d163d6b334ecac2ebd65a1ae59e9ce5b93dd080a31d7ecfc4e4d47e0e35b201ce63661218d641e154022266294a3a8b84593a019cfbc ;;
    osx-arm64) echo b2286dec9177e8b5543ff2fe95c84db358b87ec2a36a0d34a29033d70279940fd1134af56c4299648f8950db2d6ce35237698cf2818d9abc670c2c1664c92ac0 ;;
    *) return 1 ;;
  esac
}

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
cache="${XDG_CACHE_HOME:-${HOME:-}/.cache}/claude-code-proxy"
readonly root cache
readonly sdk="$cache/dotnet/$sdk_version"
may_install=yes
dotnet=      # the SDK in use
links_proxy= # whether the targets asked for need the native toolchain
needed=()    # missing packages without which the run cannot be done
wanted=()    # missing packages without which some gates see less
scratch=()   # what a run that ends early must not leave behind

say() { printf 'build.sh: %s\n' "$*" >&2; }

die() {
  say "$@"
  exit 2
}

sweep() { ((${#scratch[@]} == 0)) || rm -rf -- "${scratch[@]}"; }

# Whatever stops the preparations unforeseen is a run that could not be done.
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

# --- what is there ---------------------------------------------------------------------------------------------------------------------

platform() {
  local system machine
  case "$(uname -s)" in
    Linux) system=linux ;;
    Darwin) system=osx ;;
    *) system=other ;;
  esac
  case "$(uname -m)" in
    x86_64 | amd64) machine=x64 ;;
    aarch64 | arm64) machine=arm64 ;;
    *) machine=$(uname -m) ;;
  esac
  if any_exists /lib/ld-musl-* && ! any_exists /lib/ld-linux* /lib64/ld-linux*; then system=linux-musl; fi
  echo "$system-$machine"
}

# The SDK that global.json accepts: the system's, or the one that an earlier run unpacked.
choose_dotnet() {
  local candidate
  for candidate in "$(command -v dotnet || true)" "$sdk/dotnet"; do
    if [[ -x $candidate ]] && (cd -- "$root" && "$candidate" --version) >/dev/null 2>&1; then
      dotnet=$candidate
      return 0
    fi
  done
  return 1
}

# The targets that read files only need no compiler; neither do help and the lists.
needs_toolchain() {
  local argument take_next='' target targets=()
  for argument in "$@"; do
    case "$take_next$argument" in
      --help | -h | '-?' | --tree | --description | --dryrun | --version | --info) return 1 ;;
      --target | -t) take_next=target: ;;
      --target=* | target:*)
        targets+=("${argument#--target=}")
        take_next=
        ;;
    esac
  done
  for target in "${targets[@]:-Default}"; do
    case "$target" in
      [Cc]lean | [Ll]int) ;;
      *) return 0 ;;
    esac
  done
  return 1
}

list_missing() {
  needed=() wanted=()
  [[ $(uname -s) == Linux ]] || return 0
  if uses_apt && [[ ! -e /etc/ssl/certs/ca-certificates.crt ]]; then needed+=(ca-certificates); fi
  [[ -n $dotnet ]] || have curl || have wget || needed+=(curl)
  [[ -n $links_proxy ]] || return 0
  have clang || needed+=(clang)
  have ld.lld || needed+=(lld)
  have cmake || needed+=(cmake)
  have make || needed+=(make) # cmake only recommends it
  any_exists /usr/lib/*/libssl.a /usr/lib/libssl.a /usr/lib64/libssl.a /usr/local/lib*/libssl.a || needed+=(libssl-dev)
  have shellcheck || wanted+=(shellcheck)
  have npm || wanted+=(npm nodejs)
}

# --- system packages -------------------------------------------------------------------------------------------------------------------

uses_apt() { have apt-get && [[ -e /etc/debian_version ]]; }

can_install() { [[ $may_install == yes ]] && uses_apt && ((EUID == 0)); }

apt_command() { echo "apt-get update && apt-get install -y --no-install-recommends $*"; }

install_hint() {
  if uses_apt; then
    echo "run as root: $(apt_command "$@")"
  else
    echo "install with your package manager (named as in Debian): $*"
  fi
}

apt_install() {
  local log="$cache/apt.log"
  say "installing with apt: $* (log: $log)"
  export DEBIAN_FRONTEND=noninteractive
  if ! { apt-get update -q && apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=600 "$@"; } >"$log" 2>&1 </dev/null; then
    tail -n 5 -- "$log" >&2
    return 1
  fi
}

provide_packages() {
  list_missing
  ((${#needed[@]} + ${#wanted[@]} > 0)) || return 0
  if can_install && apt_install ${needed[@]+"${needed[@]}"} ${wanted[@]+"${wanted[@]}"}; then
    hash -r
    list_missing
  fi
  ((${#needed[@]} == 0)) || die "missing: ${needed[*]}; $(install_hint "${needed[@]}" ${wanted[@]+"${wanted[@]}"})"
  ((${#wanted[@]} == 0)) || say "without ${wanted[*]} some gates are incomplete; $(install_hint "${wanted[@]}")"
}

# --- the SDK ---------------------------------------------------------------------------------------------------------------------------

sha512_of() {
  local sum
  if have sha512sum; then
    sum=$(sha512sum <"$1")
  elif have shasum; then
    sum=$(shasum -a 512 <"$1")
  else
    sum=$(openssl dgst -sha512 -r <"$1")
  fi
  echo "${sum%% *}"
}

# The file size limit holds where a server does not say how much it will send.
download() {
  local url=$1 file=$2
  (
    ulimit -f "$sdk_limit_kib"
    if have curl; then
      exec curl --fail --silent --show-error --location --proto "=${url%%:*}" --connect-timeout 30 --max-time "$sdk_seconds" --output "$file" -- "$url"
    fi
    # shellcheck disable=SC2046 # both words or none
    exec $(have timeout && echo timeout "$sdk_seconds") wget -q -T 30 -O "$file" "$url"
  )
}

# Ends with what the user can do by hand.
no_sdk() {
  local name=$1 digest=$2
  say "$3"
  cat >&2 <<END
build.sh: this repository needs the .NET SDK $sdk_version or a newer 10.0. Install it, or put the archive into the cache by hand:
  curl -fLO $sdk_feed/$sdk_version/$name
  echo "$digest  $name" | sha512sum -c
  mkdir -p "$sdk" && tar -xzf $name -C "$sdk"
END
  exit 2
}

provide_sdk() {
  local platform digest name archive unpacked actual
  platform=$(platform)
  digest=$(sdk_digest "$platform") || die "there is no .NET SDK 10.0 on this machine, and no archive of $sdk_version is pinned for $platform: install one and run again."
  name="dotnet-sdk-$sdk_version-$platform.tar.gz"
  [[ $may_install == yes ]] || no_sdk "$name" "$digest" "no .NET SDK 10.0 found, and --no-install forbids fetching it."

  mkdir -p -- "$cache/dotnet"
  archive=$(mktemp "$cache/dotnet/.archive.XXXXXX")
  unpacked=$(mktemp -d "$cache/dotnet/.unpacked.XXXXXX")
  scratch+=("$archive" "$unpacked")
  say "fetching the .NET SDK $sdk_version into $sdk"
  download "$sdk_feed/$sdk_version/$name" "$archive" || no_sdk "$name" "$digest" "$sdk_feed/$sdk_version/$name could not be fetched."
  actual=$(sha512_of "$archive")
  [[ $actual == "$digest" ]] || no_sdk "$name" "$digest" "what came from $sdk_feed is not the pinned archive (SHA-512 $actual): refused."
  tar -xzf "$archive" -C "$unpacked" || no_sdk "$name" "$digest" "$name could not be unpacked."
  publish "$unpacked" "$sdk"
  choose_dotnet || die "the .NET SDK in $sdk does not run here: $("$sdk/dotnet" --version 2>&1 | tail -n 3 || true)"
}

# Moves a finished folder to its place; whoever comes second leaves the first one's there.
publish() {
  local from=$1 to=$2
  [[ -e $to ]] || mv -- "$from" "$to" 2>/dev/null || [[ -e $to ]] || die "$to could not be written."
  rm -rf -- "$from" "${to:?}/${from##*/}"
}

# A .NET program ends at once without ICU unless it is told to do without.
spare_icu() {
  [[ $(uname -s) == Linux ]] || return 0
  any_exists /usr/lib/*/libicuuc.so.* /usr/lib/libicuuc.so.* /usr/lib64/libicuuc.so.* || export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
}

# --- the suite -------------------------------------------------------------------------------------------------------------------------

# One number for all that the suite is made of; what is added, changed, renamed or deleted changes it.
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

# Built aside and moved into a folder named by the fingerprint: a run never sees the files of another one change.
build_suite() {
  local to=$1 work log
  work=$(mktemp -d "$root/build/bin/.suite.XXXXXX")
  scratch+=("$work")
  log="$work/build.log"
  say "building the suite"
  if ! MSBUILDDISABLENODEREUSE=1 "$dotnet" build "$root/build/Build.csproj" -c Release --artifacts-path "$work" --nologo -v quiet \
    -p:RunAnalyzers=false -p:GenerateDocumentationFile=false -p:UseAppHost=false -p:UseSharedCompilation=false >"$log" 2>&1 </dev/null; then
    cat -- "$log" >&2
    die "the suite could not be built."
  fi
  publish "$work/bin/Build/release" "$to"
  rm -rf -- "$work"
  find "$root/build/bin" -mindepth 1 -maxdepth 1 -name 'suite-*' ! -path "$to" -mtime +1 -exec rm -rf -- {} +
}

# One bootstrap at a time where the system can lock; elsewhere two at once do the same work twice.
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
  mkdir -p -- "$cache" "$root/build/bin" || die "$cache and $root/build/bin must be writable."
  suite="$root/build/bin/suite-$(fingerprint)"
  if needs_toolchain ${arguments[@]+"${arguments[@]}"}; then links_proxy=yes; fi
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

main "$@"
