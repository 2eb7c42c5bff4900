#!/bin/sh
# The devcontainer's own command, process 1, as root: keeps the proxy running under a user of its own, with keys that neither the agent nor any of
# its programs can read, in a log that they cannot read either (docker logs).
set -eu

if [ "$(id -u)" -ne 0 ]; then
  echo "keep-proxy: must run as root, so that the agent cannot read the keys; start the container with --user root" >&2
  exit 1
fi

PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH
user=claude-code-proxy
agent=vscode
run=/run/claude-code-proxy
keys=/root/.claude/proxy.env

# On the host the keys may belong to the agent's own user number: this folder is what keeps it out.
chmod 0700 /root
# devcontainer.json puts memory here, so that no copy of the keys is written to disk.
mkdir -p "$run"
chmod 0755 "$run"
# The proxy reads ./.env too; the root folder has none, the workspace may.
cd /

# What the agent shows to the proxy: another one at each start, worth nothing outside of this container.
key=$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')
rm -f "$run/client-key"
(umask 0377 && printf %s "$key" >"$run/client-key")
chgrp "$(id -g "$agent")" "$run/client-key"
chmod 0440 "$run/client-key"

serve() {
  # Anew for each start of the proxy: the file may have been edited.
  install -d -m 0700 -o "$user" "$run/home" "$run/home/.claude"
  if [ -f "$keys" ]; then
    install -m 0400 -o "$user" "$keys" "$run/home/.claude/proxy.env"
  fi
  HOME="$run/home" ANTHROPIC_API_KEY="$key" exec setpriv --reuid="$user" --regid="$user" --clear-groups \
    --inh-caps=-all --bounding-set=-all --no-new-privs /usr/local/bin/claude-code-proxy serve
}

child=
trap 'kill "$child" 2>/dev/null || true; wait "$child" 2>/dev/null || true; exit 0' INT TERM

while :; do
  serve &
  child=$!
  wait "$child" || echo "keep-proxy: the proxy ended with exit code $?; next try in 5 s" >&2
  sleep 5 &
  child=$!
  wait "$child" || true
done
