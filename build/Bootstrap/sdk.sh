# shellcheck shell=bash
# The .NET SDK: the installed one that global.json accepts, or Microsoft's archive, verified and unpacked into the cache. Part of build.sh.
# shellcheck disable=SC2034,SC2154 # variables shared with build.sh

readonly sdk_version=10.0.302
readonly sdk_feed="${DOTNET_SDK_FEED:-https://builds.dotnet.microsoft.com/dotnet/Sdk}"
readonly sdk_limit_kib=524288 # twice the size of the largest archive
readonly sdk_seconds=1800
readonly sdk="${cache:?}/dotnet/$sdk_version"
dotnet= # the SDK in use

# SHA-512 of dotnet-sdk-<version>-<platform>.tar.gz, from Microsoft's releases.json.
sdk_digest() {
  case "$1" in
    linux-x64)
      echo 10069bec8783596484a610332f090d562802a41b9b40e3327a5a5688b572e10c296ae300f940d40461f23c157ed1b0843c2f8e6b3f20d8d8d9d83432d8143bac
      ;;
    linux-arm64)
      echo 9e409c14e00686d661c78fa4dd9ad0e4dcf695c328bd5ff777d05b4a9c34b42cf89b12573b92e9fb2f565dbe12016b4835f77c7d9a42b55a7494df21634cd5d6
      ;;
    osx-x64)
      echo 48d5861dc0d6c9c782c6d163d6b334ecac2ebd65a1ae59e9ce5b93dd080a31d7ecfc4e4d47e0e35b201ce63661218d641e154022266294a3a8b84593a019cfbc
      ;;
    osx-arm64)
      echo b2286dec9177e8b5543ff2fe95c84db358b87ec2a36a0d34a29033d70279940fd1134af56c4299648f8950db2d6ce35237698cf2818d9abc670c2c1664c92ac0
      ;;
    *) return 1 ;;
  esac
}

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

# Without ICU a .NET program exits at once, unless globalization is invariant.
spare_icu() {
  [[ $(uname -s) == Linux ]] || return 0
  any_exists /usr/lib/*/libicuuc.so.* /usr/lib/libicuuc.so.* /usr/lib64/libicuuc.so.* || export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
}

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

# The file size limit applies where a server does not announce the size.
download() {
  local url=$1 file=$2 limits
  limits=(--proto "=${url%%:*}" --connect-timeout 30 --max-time "$sdk_seconds")
  (
    ulimit -f "$sdk_limit_kib"
    if have curl; then exec curl --fail --silent --show-error --location "${limits[@]}" --output "$file" -- "$url"; fi
    # shellcheck disable=SC2046 # both words or none
    exec $(have timeout && echo timeout "$sdk_seconds") wget -q -T 30 -O "$file" "$url"
  )
}

# Prints what the user can do by hand and exits.
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
  digest=$(sdk_digest "$platform") || die "no .NET SDK 10.0 was found, and no archive is pinned for $platform: install one and run again."
  name="dotnet-sdk-$sdk_version-$platform.tar.gz"
  [[ $may_install == yes ]] || no_sdk "$name" "$digest" "no .NET SDK 10.0 found, and --no-install prevents downloading it."

  mkdir -p -- "$cache/dotnet"
  archive=$(mktemp "$cache/dotnet/.archive.XXXXXX")
  unpacked=$(mktemp -d "$cache/dotnet/.unpacked.XXXXXX")
  scratch+=("$archive" "$unpacked")
  say "fetching the .NET SDK $sdk_version into $sdk"
  download "$sdk_feed/$sdk_version/$name" "$archive" || no_sdk "$name" "$digest" "$sdk_feed/$sdk_version/$name could not be fetched."
  actual=$(sha512_of "$archive")
  [[ $actual == "$digest" ]] || no_sdk "$name" "$digest" "the download from $sdk_feed does not match the pinned digest (SHA-512 $actual)."
  tar -xzf "$archive" -C "$unpacked" || no_sdk "$name" "$digest" "$name could not be unpacked."
  publish "$unpacked" "$sdk"
  choose_dotnet || die "the .NET SDK in $sdk does not run here: $("$sdk/dotnet" --version 2>&1 | tail -n 3 || true)"
}
