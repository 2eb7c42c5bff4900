# shellcheck shell=bash
# System packages that are needed to link the proxy and to run the gates. Part of build.sh.
# shellcheck disable=SC2034,SC2154 # variables shared with build.sh

links_proxy= # whether the requested targets need the native toolchain
lints=       # whether they check shell commands
fetches=     # whether they run tools that npm can fetch
needed=()    # missing packages that are required
wanted=()    # missing packages without which some gates are incomplete

# Whether any target other than the given ones is requested; help and lists do not count.
asks_beyond() {
  local argument take_next='' target targets=() named=$1 skip
  shift
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
    skip=
    for argument in $named; do
      [[ $target == "$argument" ]] && skip=yes
    done
    [[ -n $skip ]] || return 0
  done
  return 1
}

# Whether what is judged comes from elsewhere, so that nothing is compiled.
judges_another() {
  local argument
  for argument in "$@"; do
    case "$argument" in --repository | --repository=* | --image | --image=* | --input | --input=*) return 0 ;; esac
  done
  return 1
}

list_missing() {
  needed=() wanted=()
  [[ $(uname -s) == Linux ]] || return 0
  if uses_apt && [[ ! -e /etc/ssl/certs/ca-certificates.crt ]]; then needed+=(ca-certificates); fi
  [[ -n $dotnet ]] || have curl || have wget || needed+=(curl)
  [[ -z $lints ]] || have shellcheck || wanted+=(shellcheck)
  [[ -z $fetches ]] || have npm || wanted+=(npm nodejs)
  [[ -n $links_proxy ]] || return 0
  have clang || needed+=(clang)
  have ld.lld || needed+=(lld)
  have cmake || needed+=(cmake)
  have make || needed+=(make) # cmake only recommends it
  any_exists /usr/lib/*/libssl.a /usr/lib/libssl.a /usr/lib64/libssl.a /usr/local/lib*/libssl.a || needed+=(libssl-dev)
}

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
