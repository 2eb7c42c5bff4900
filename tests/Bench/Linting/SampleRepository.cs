using System.Globalization;
using System.Text;

namespace Bench.Linting;

/// <summary>
/// A repository of Dockerfiles as people write them: packages of apt, pip and npm, downloads with their checks, COPY, ENV and the rest. Every file
/// has something to find.
/// </summary>
internal static class SampleRepository
{
    /// <summary>So many different files; more are repeated, as services of one repository resemble each other.</summary>
    private const int Variants = 25;

    private const int Kinds = 6;

    /// <summary>Many services, each with a Dockerfile of its own.</summary>
    /// <returns>The number of lines.</returns>
    public static int WriteServices(string folder, int files) => Enumerable.Range(0, files).Sum(index => Write(
        Path.Combine(folder, $"service-{index.ToString("D4", CultureInfo.InvariantCulture)}"),
        Stage("build", index) + "\n" + Stage("runtime", index + 1) + "COPY --from=build /opt /opt\nUSER 1000\nENTRYPOINT [\"/opt/start\"]\n"));

    /// <summary>One Dockerfile with so many RUN instructions.</summary>
    /// <returns>The number of lines.</returns>
    public static int WriteLongFile(string folder, int runs)
    {
        var text = new StringBuilder("FROM debian:12-slim\nWORKDIR /src\n");
        for (var index = 0; index < runs; index++)
            text.Append(Run(index, index / Kinds % Variants)).Append('\n');
        return Write(folder, text.Append("USER 1000\nCMD [\"/opt/start\"]\n").ToString());
    }

    private static string Stage(string name, int index)
    {
        var number = index % Variants;
        return $"""
            FROM debian:12-slim AS {name}
            ARG VERSION=1.{number}
            ENV APP_HOME=/opt/app PATH=/opt/app/bin:$PATH
            LABEL org.opencontainers.image.title="service {number}"
            WORKDIR /opt/app
            {Run(index, number)}
            COPY package.json requirements.txt ./
            {Run(index + 1, number)}
            {Run(index + 2, number)}
            COPY --chown=1000:1000 src ./src
            EXPOSE {8000 + number}

            """;
    }

    private static string Run(int kind, int number) => (kind % Kinds) switch
    {
        0 => $"""
            RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates=2023.{number} curl \
                && rm -rf /var/lib/apt/lists/*
            """,
        1 => $"""
            RUN curl -fsSLo /tmp/tool.tgz https://downloads.example.com/tool-1.{number}.tgz \
                && echo "{Digest(number)}  /tmp/tool.tgz" | sha256sum -c - \
                && tar -xzf /tmp/tool.tgz -C /opt && rm /tmp/tool.tgz
            """,
        2 => $"RUN pip install --no-cache-dir -r requirements.txt requests==2.{number}",
        3 => $"RUN npm ci --omit=dev && npm install -g serve@14.{number} && npm cache clean --force",
        4 => $"""
            RUN set -eux; arch="$(dpkg --print-architecture)"; \
                case "$arch" in amd64) name=x64 ;; *) name="$arch" ;; esac; \
                if [ ! -d "/opt/data-{number}" ]; then mkdir -p "/opt/data-{number}/$name"; fi
            """,
        _ => $"RUN groupadd -g {1000 + number} app && useradd -u {1000 + number} -g app app && chown -R app /opt",
    };

    private static string Digest(int number) => number.ToString("x64", CultureInfo.InvariantCulture);

    private static int Write(string folder, string text)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Dockerfile"), text);
        return text.AsSpan().Count('\n');
    }
}
