#!/bin/sh
# The devcontainer's own command, as root: keeps the proxy running with keys that only root can read, in a log that the agent cannot (docker logs).
set -eu

if [ "$(id -u)" -ne 0 ]; then
  echo "keep-proxy: must run as root, so that the agent cannot read the keys; start the container with --user root" >&2
  exit 1
fi

# The keys lie in root's ~/.claude/proxy.env, on the host perhaps under the agent's own user number: this folder is what keeps it out.
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH HOME=/root
chmod 0700 /root
# The proxy reads ./.env too; the root folder has none, the workspace may.
cd /

child=
trap 'kill "$child" 2>/dev/null || true; wait "$child" 2>/dev/null || true; exit 0' INT TERM

while :; do
  /usr/local/bin/claude-code-proxy serve &
  child=$!
  wait "$child" || echo "keep-proxy: the proxy ended with exit code $?; next try in 5 s" >&2
  sleep 5 &
  child=$!
  wait "$child" || true
done
