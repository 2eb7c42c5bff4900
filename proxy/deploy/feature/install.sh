#!/bin/sh
# Installs the released proxy for this machine's processor. It is downloaded to a file and kept only when its digest is the one in SHA256SUMS beside this
# script, which a release writes together with the place to download from.
set -eu

die() {
  echo "claude-code-proxy: $*" >&2
  exit 1
}

folder=$(cd "$(dirname "$0")" && pwd)
[ -s "$folder/SHA256SUMS" ] || die "this is the feature's source, not a release of it: take devcontainer-feature-claude-code-proxy.tgz of a release"

case $(uname -m) in
  x86_64 | amd64) rid=linux-x64 ;;
  aarch64 | arm64) rid=linux-arm64 ;;
  *) die "there is no binary for $(uname -m); linux/amd64 and linux/arm64 have one" ;;
esac
name=$(sed -n "s/^[0-9a-f]\{64\}  \(claude-code-proxy-[0-9A-Za-z.+-]*-$rid\)\$/\1/p" "$folder/SHA256SUMS")
[ -n "$name" ] || die "SHA256SUMS names no binary for $rid"

source=${SOURCE:-$(cat "$folder/source" 2>/dev/null || true)}
[ -n "$source" ] || die "nobody said where this release was published: set the option source to the address of a folder that holds $name"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
if command -v curl >/dev/null; then
  curl --fail --silent --show-error --location --retry 3 --output "$name" "${source%/}/$name"
elif command -v wget >/dev/null; then
  wget --quiet --tries=3 --output-document="$name" "${source%/}/$name"
else
  die "neither curl nor wget is in the image: add one of them before this feature"
fi
digest=$(grep "  $name\$" "$folder/SHA256SUMS" | cut -c1-64)
echo "$digest  $name" | sha256sum -c - >/dev/null || die "${source%/}/$name is not what was released; nothing was installed"
install -m 0755 -o root -g root "$name" /usr/local/bin/claude-code-proxy
echo "claude-code-proxy: $name installed, verified by its digest"
