# Two images of one proxy. `proxy` is the one that is released: nothing but the static binary and what describes it. `devcontainer` is for developers.
# Both are made without BuildKit, so that Docker 20.10 and the suite's built-in builder can make them too.

# The official base by digest; another one is judged by the claims CT-1.* of SECURITY.md.
ARG DEVCONTAINER_BASE=mcr.microsoft.com/devcontainers/base:bookworm@sha256:73d85a96694a2cadca1ba3fcb5721f2312a64f1d571dd86f6c77e10a708931dc

FROM scratch AS proxy
ARG RID=linux-x64
ARG VERSION=0.0.0
# No revision: it would give the same tree another digest in a clone than in an archive of it.
LABEL org.opencontainers.image.title="claude-code-proxy" \
      org.opencontainers.image.description="Anthropic Messages API in, OpenAI-compatible providers out" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}"
# CA bundle, and for scanners what is linked into the binary: distribution, Debian packages, .NET runtime.
COPY artifacts/context/rootfs/ /
COPY artifacts/proxy/${RID}/claude-code-proxy /claude-code-proxy
ENV HOST=0.0.0.0 \
    SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt
EXPOSE 8082
USER 65532:65532
# No --start-period (the proxy starts in milliseconds): Trivy cannot read one back from the history of an image, and then checks nothing of it.
HEALTHCHECK --interval=30s --timeout=3s --retries=3 CMD ["/claude-code-proxy", "health"]
ENTRYPOINT ["/claude-code-proxy"]

# What the agent lives in, alone in a container of its own (.devcontainer/isolated) or beside the proxy (devcontainer, below).
# The registry stands in the ARG at the top, where this rule does not look; the claims CT-1.* do.
# hadolint ignore=DL3026
FROM ${DEVCONTAINER_BASE} AS agent
USER 0:0
# Debian keeps only the newest version of a package, so a pin would break with its next security update; the base is pinned by digest instead.
# The base lets its user become root without a password: that, and every other way up, is taken away.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl jq nodejs \
    && rm -rf /var/lib/apt/lists/* /etc/sudoers.d \
    && find / -xdev -type f -perm /6000 -exec chmod a-s {} +
# Fetched and verified by the suite (tools.lock.json); the image needs neither npm nor an install script.
COPY artifacts/context/claude /usr/local/bin/claude
# Where Claude Code finds the proxy's client key, made at each start.
COPY .devcontainer/managed-settings.json /etc/claude-code/managed-settings.json
USER 1000:1000

FROM agent AS devcontainer
USER 0:0
RUN useradd --system --uid 65532 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin claude-code-proxy
COPY --from=proxy /claude-code-proxy /usr/local/bin/claude-code-proxy
COPY .devcontainer/keep-proxy.sh /usr/local/bin/keep-proxy
HEALTHCHECK --interval=30s --timeout=3s --retries=3 CMD ["claude-code-proxy", "health"]
USER 1000:1000
# devcontainer.json starts this one as root, for the keys; the proxy has its own user, and everything else in the container is user 1000.
CMD ["keep-proxy"]
