using System.Text;
using Build.Tests.Gates.Lint;

namespace Acceptance.Tests.Lint;

/// <summary>Made-up Dockerfiles that mix what the rules are about; the same ones in every run.</summary>
internal static class Corpus
{
    private const int Files = 200;

    private static readonly string[] Bases =
        [
            "debian:12", "debian", "alpine:latest", "scratch", "ubuntu:24.04 AS build", "--platform=linux/amd64 fedora:41", "$BASE",
            "registry.example.com/a/b:1", "node:22 as Node",
        ];

    private static readonly string[] Commands =
    [
        "apt-get update && apt-get install -y curl", "apt-get install --no-install-recommends -y curl=8.9 && rm -rf /var/lib/apt/lists/*",
        "apt install git", "sudo id",
        "apk add --no-cache curl", "apk add curl=8.9.0-r0", "cd /srv && make", "cd /srv; make", "curl https://example.com/x | tar xz",
        "wget https://example.com/x",
        "pip install flask", "pip install --no-cache-dir flask==3.0.0", "npm install left-pad", "npm ci", "gem install rake",
        "gem install rake:13.0.0", "yum install -y httpd",
        "dnf install -y httpd && dnf clean all", "zypper install httpd", "useradd -u 1000000 app", "ln -sf /bin/bash /bin/sh",
        "go install example.com/x@latest", "yarn add x",
        "echo $HOME", "echo '$HOME'", "rm -rf $A/b", "for f in *.txt; do cat $f; done", "[ -f a ] && echo b || echo c",
        "set -o pipefail && cat a | wc -l", "chmod 777 /srv", "ssh a b",
    ];

    private static readonly string[] Others =
    [
        "ENV A=1", "ENV A=1 B=$A", "ENV API_TOKEN=x", "ARG V", "ARG V=1", "COPY a b", "COPY a b /c", "COPY --from=build /a /b", "COPY --from=0 / /",
        "ADD a.txt /a", "ADD a.tar.gz /a",
        "WORKDIR /srv", "WORKDIR srv", "USER root", "USER 1000", "EXPOSE 80", "EXPOSE 70000", "CMD a", "CMD [\"a\"]", "ENTRYPOINT [\"a\"]",
        "HEALTHCHECK NONE", "HEALTHCHECK CMD a",
        "LABEL a=b", "LABEL Bad_Key=b", "MAINTAINER a", "SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]", "ONBUILD RUN cd /a",
        "# hadolint ignore=DL3008,DL3059", "STOPSIGNAL 9",
        "# hadolint stage ignore=DL3004", "# hadolint global ignore=DL3003", "VOLUME /a",
    ];

    private const string Config = "override: {style: [DL1001, DL3057]}\ntrustedRegistries: [docker.io]\n";

    public static IReadOnlyList<RecordedLint> Dockerfiles { get; } = Write(new Random(2151));

    private static IReadOnlyList<RecordedLint> Write(Random random) =>
        [.. Enumerable.Range(0, Files).Select(index => new RecordedLint($"corpus-{index:000}", Text(random), Config, default, default))];

    private static string Text(Random random)
    {
        var text = new StringBuilder(random.Next(4) == 0 ? "ARG BASE=debian:12\n" : "");
        foreach (var _ in Enumerable.Range(0, random.Next(1, 4)))
        {
            text.Append($"FROM {Pick(random, Bases)}\n");
            foreach (var __ in Enumerable.Range(0, random.Next(1, 8)))
                text.Append(random.Next(2) == 0 ? Run(random) : Pick(random, Others)).Append('\n');
        }

        return text.ToString();
    }

    private static string Run(Random random)
    {
        var separator = new[] { " && ", "; ", " || ", " && \\\n    ", "; \\\n# a comment\n  " }[random.Next(5)];
        return "RUN " + string.Join(separator, Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random, Commands)));
    }

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
