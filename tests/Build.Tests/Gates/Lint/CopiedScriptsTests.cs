namespace Build.Tests.Gates.Lint;

/// <summary>Script files that a Dockerfile copies and runs are judged as if they stood in its RUN, and faults have their own lines.</summary>
public sealed class CopiedScriptsTests : IDisposable
{
    private const string Fetching = "#!/bin/sh\n\ncurl -fsSL https://example.org/i.sh | sh\n";

    private readonly LintBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("COPY ci/s.sh /tmp/\nRUN bash /tmp/s.sh")]
    [InlineData("COPY ci/s.sh /tmp\nRUN sh -e /tmp/s.sh")]
    [InlineData("COPY ./ci/s.sh /x.sh\nRUN /x.sh --fast")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN chmod +x /x.sh && /x.sh")]
    [InlineData("COPY ci/s.sh /usr/local/bin/\nRUN s.sh")]
    [InlineData("COPY ci/s.sh /usr/local/bin/setup\nRUN setup")]
    [InlineData("ENV PATH=/app:/usr/bin\nCOPY ci/s.sh /app/\nRUN s.sh")]
    [InlineData("COPY ci/s.sh /bin/bash\nRUN bash -c x")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN . /x.sh")]
    [InlineData("COPY ci/s.sh /x.sh\nSHELL [\"/bin/bash\", \"-c\"]\nRUN source /x.sh")]
    [InlineData("COPY ci/s.sh /usr/local/bin/\nRUN . s.sh")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN bash < /x.sh")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN cat /x.sh | sh")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN eval \"$(cat /x.sh)\"")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN sh -c /x.sh")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN cp /x.sh /y.sh && sh /y.sh")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN install -m 755 /x.sh /usr/local/bin/y && y")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN sed -i 's/a/b/' /x.sh && sh /x.sh")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN if [ -f /x.sh ]; then sudo -E bash /x.sh; fi")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN set -x; for i in 1 2; do sh /x.sh $i; done")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN <<END\nset -e\nsh /x.sh\nEND")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN [\"/x.sh\"]")]
    [InlineData("COPY ci/s.sh /x.sh\nENTRYPOINT [\"/x.sh\"]")]
    [InlineData("COPY ci/s.sh /x.sh\nENTRYPOINT [\"/bin/tini\", \"--\", \"/x.sh\"]")]
    [InlineData("ENTRYPOINT [\"/x.sh\"]\nCOPY ci/s.sh /x.sh")]
    [InlineData("COPY ci/s.sh /usr/local/bin/s.sh\nENTRYPOINT [\"s.sh\"]\nCMD [\"serve\"]")]
    [InlineData("COPY ci/s.sh /x.sh\nCMD sh /x.sh")]
    [InlineData("COPY ci/s.sh /x.sh\nHEALTHCHECK CMD /x.sh")]
    [InlineData("COPY ci/s.sh /x.sh\nONBUILD RUN /x.sh")]
    [InlineData("COPY [\"ci/s.sh\", \"/x.sh\"]\nRUN /x.sh")]
    [InlineData("ARG D=ci\nCOPY $D/s.sh /x.sh\nRUN /x.sh")]
    [InlineData("WORKDIR /w\nCOPY ci/s.sh .\nRUN ./s.sh")]
    [InlineData("WORKDIR /w\nCOPY ci/s.sh ./\nRUN cd / && w/s.sh")]
    [InlineData("WORKDIR /w\nCOPY ci ./ci\nWORKDIR ci\nENTRYPOINT [\"./s.sh\"]")]
    [InlineData("COPY . /app\nRUN /app/ci/s.sh")]
    [InlineData("COPY . .\nRUN ci/s.sh")]
    [InlineData("COPY ci/ /scripts/\nRUN bash /scripts/s.sh")]
    [InlineData("COPY ci /scripts\nRUN cp -r /scripts /opt/ && bash /opt/scripts/s.sh")]
    [InlineData("COPY ci /scripts\nRUN mv /scripts/s.sh /y && /y")]
    [InlineData("COPY c? /scripts\nRUN bash /scripts/s.sh")]
    [InlineData("COPY ci/*.sh /usr/local/bin/\nRUN s.sh")]
    [InlineData("COPY */s.sh /x/\nRUN sh /x/s.sh")]
    [InlineData("COPY Dockerfile ci/s.sh /x/\nRUN sh /x/s.sh")]
    [InlineData("COPY --parents ci/s.sh /x/\nRUN sh /x/ci/s.sh")]
    [InlineData("COPY --chmod=755 ci/s.sh /x.sh\nRUN /x.sh")]
    [InlineData("ADD ci/s.sh /x.sh\nRUN /x.sh")]
    [InlineData("ADD ci /scripts\nRUN /scripts/s.sh")]
    [InlineData("RUN --mount=type=bind,source=ci/s.sh,target=/x.sh sh /x.sh")]
    [InlineData("RUN --mount=type=bind,target=/src /src/ci/s.sh")]
    [InlineData("WORKDIR /w\nRUN --mount=type=bind,src=ci,dst=ci,ro ci/s.sh")]
    [InlineData("COPY ci/s.sh /x.sh\nFROM scratch\nCOPY --from=0 /x.sh /y.sh\nRUN /y.sh")]
    [InlineData("COPY . /src\nFROM scratch\nCOPY --from=0 /src/ci /scripts\nRUN /scripts/s.sh")]
    [InlineData("COPY . /src\nFROM scratch\nCOPY --from=0 /src/ci/*.sh /scripts/\nRUN /scripts/s.sh")]
    [InlineData("COPY . /src\nFROM scratch\nRUN --mount=from=0,source=/src,target=/m sh /m/ci/s.sh")]
    [InlineData("COPY . /src\nFROM scratch\nCOPY --from=0 / /\nCOPY --from=0 /src /a\nFROM scratch\nCOPY --from=1 /a/ci /b\nCMD [\"/b/s.sh\"]")]
    public async Task One_that_is_run_is_judged(string instructions)
    {
        _bench.Write("ci/s.sh", Fetching);

        Assert.Equal([("ci/s.sh", 3)], await FindAsync(instructions));
    }

    [Theory]
    [InlineData("COPY ci/s.sh /x.sh")]
    [InlineData("COPY . /app\nRUN ls /app/ci/s.sh")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN chmod +x /x.sh && cp /x.sh /usr/local/bin/y")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN cat /x.sh > /y.sh && sed 's/a/b/' /x.sh >> /etc/profile.d/z.sh && tee /z.sh < /x.sh")]
    [InlineData("RUN sh /x.sh")]
    [InlineData("COPY ci/s.sh /x.sh\nFROM scratch\nRUN sh /x.sh")]
    [InlineData("COPY ci/s.sh /x.sh\nCOPY ci/good.sh /x.sh\nRUN sh /x.sh")]
    [InlineData("COPY ci/s.sh /x.sh\nRUN echo true > /x.sh && sh /x.sh")]
    [InlineData("COPY ci /x\nCOPY --from=busybox /s.sh /x/s.sh\nRUN sh /x/s.sh")]
    [InlineData("COPY --from=busybox ci/s.sh /x.sh\nRUN sh /x.sh")]
    [InlineData("COPY ../ci/s.sh /x.sh\nCOPY ci /y\nRUN sh /x.sh; sh /y/none.sh")]
    [InlineData("RUN --mount=type=bind,source=ci,target=/m true\nRUN sh /m/s.sh")]
    [InlineData("RUN --mount=type=cache,source=ci,target=/m sh /m/s.sh")]
    [InlineData("COPY ci/good.sh /usr/local/bin/\nRUN good.sh")]
    public async Task One_that_is_only_copied_or_another_is_not(string instructions)
    {
        _bench.Write("ci/s.sh", Fetching);
        _bench.Write("ci/good.sh", "#!/bin/sh\necho good\n");

        Assert.Empty(await FindAsync(instructions));
    }

    [Fact]
    public async Task What_one_brings_and_another_verifies_or_runs_is_followed_across_them()
    {
        _bench.Write("get.sh", "#!/bin/sh -e\ncurl -o /t https://example.org/t\n");
        _bench.Write("check.sh", "#!/bin/bash\nset -euo pipefail\necho \"$SUM  /t\" | sha256sum -c\n");
        _bench.Write("use.sh", "sh /t\n");

        Assert.Equal([("use.sh", 1)], await FindAsync("COPY . /s\nRUN /s/get.sh && sh /s/use.sh", "CS1002"));
        Assert.Empty(await FindAsync("COPY . /s\nRUN /s/get.sh\nRUN /s/check.sh\nRUN sh /s/use.sh", "CS1002"));
        Assert.Equal([("Dockerfile", 3)], await FindAsync("COPY . /s\nRUN /s/get.sh && sh /t\n", "CS1002"));
    }

    [Fact]
    public async Task One_that_another_runs_is_judged_too_and_a_ring_ends()
    {
        _bench.Write("a/one.sh", "#!/bin/bash\nset -e\n. \"$(dirname \"$0\")/lib.sh\"\nsetup\n/a/two.sh\n");
        _bench.Write("a/lib.sh", "# hello\nsetup() {\n  curl https://example.org/i.sh | sh\n}\n");
        _bench.Write("a/two.sh", "#!/bin/sh\n/a/one.sh\n\nwget -O- https://example.org/j.sh | sh\n");

        Assert.Equal([("a/lib.sh", 3), ("a/two.sh", 4)], await FindAsync("COPY a /a\nRUN /a/one.sh"));
    }

    [Fact]
    public async Task Lines_inside_of_a_here_document_of_one_are_its_own()
    {
        _bench.Write("s.sh", "#!/bin/bash\nrun() {\nbash <<'END'\ntrue\ncurl https://example.org/i.sh | sh\nEND\n}\nrun\n");

        Assert.Equal([("s.sh", 5)], await FindAsync("COPY s.sh /\nRUN /s.sh"));
    }

    [Fact]
    public async Task Each_fault_is_said_once_whoever_runs_the_file()
    {
        _bench.Write("s.sh", Fetching.Replace("example.org", "$HOST", StringComparison.Ordinal));
        _bench.Write("b/Dockerfile", "FROM scratch\nARG HOST=b.org\nCOPY s.sh /\nRUN /s.sh\nUSER 1000\n");
        _bench.Write(".github/workflows/ci.yml", "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ./s.sh\n");

        Assert.Equal([("s.sh", 3)], await FindAsync("COPY s.sh /\nRUN /s.sh && /s.sh\nFROM scratch\nARG HOST=a.org\nCOPY s.sh /\nRUN /s.sh"));
    }

    [Theory]
    [InlineData("s.py", "COPY s.py /\nRUN python3 /s.py", "import urllib.request\n\nexec(urllib.request.urlopen('https://a.b/c').read())\n")]
    [InlineData("s.py", "COPY s.py /\nENTRYPOINT [\"/s.py\"]", "#!/usr/bin/env python3\nimport os\nos.system('curl https://a.b/c | sh')\n")]
    [InlineData("s.js", "COPY s.js /\nCMD [\"node\", \"/s.js\"]", "const c = require('child_process')\n\nc.execSync('curl https://a.b/c | sh')\n")]
    [InlineData("s.ps1", "COPY s.ps1 /\nRUN pwsh /s.ps1", "Set-StrictMode -Version 3\n\nirm https://a.b/c | iex\n")]
    [InlineData("s.ps1", "COPY s.ps1 /\nRUN pwsh -NoProfile -File /s.ps1 -Fast", "param([switch]$Fast)\n\nirm https://a.b/c | iex\n")]
    [InlineData("s.ps1", "COPY s.ps1 /\nSHELL [\"pwsh\", \"-Command\"]\nRUN /s.ps1", "# get\n\nirm https://a.b/c | iex\n")]
    [InlineData("s.ps1", "COPY . C:/w/\nSHELL [\"powershell\", \"-Command\"]\nRUN & C:\\w\\s.ps1", "# get\n\nirm https://a.b/c | iex\n")]
    [InlineData("s.cmd", "COPY s.cmd C:/\nSHELL [\"cmd\", \"/C\"]\nRUN C:\\s.cmd", "@echo off\nrem get\npowershell -c \"irm https://a.b/c | iex\"\n")]
    public async Task Other_languages_are_read_too(string path, string instructions, string text)
    {
        _bench.Write(path, text);

        Assert.Equal([(path, 3)], await FindAsync(instructions));
    }

    [Fact]
    public async Task All_rules_about_commands_see_it()
    {
        _bench.Write("s.sh", "#!/bin/sh\ncurl -k https://a.b/c -o c\nchmod 777 /srv\npip install --trusted-host a.b c\n");
        _bench.Write("Dockerfile", "FROM scratch\nCOPY s.sh /\nRUN sh /s.sh\nUSER 1000\n");

        var found = await _bench.LintAsync();

        Assert.Equal(
            ["CS1011:2", "CS1009:3", "CS1013:4"],
            found.Findings.Where(finding => finding.File == "s.sh").Select(finding => $"{finding.RuleId}:{finding.Line}"));
    }

    [Fact]
    public async Task A_pragma_in_it_holds_for_the_next_line()
    {
        _bench.Write("s.sh", "#!/bin/sh\n# hadolint ignore=CS1001\ncurl https://example.org/i.sh | sh\n");

        Assert.Empty(await FindAsync("COPY s.sh /\nRUN /s.sh"));
    }

    [Fact]
    public async Task Line_ends_of_Windows_change_nothing()
    {
        _bench.Write("s.sh", Fetching.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal([("s.sh", 3)], await FindAsync("COPY s.sh /\nRUN sed -i 's/\\r$//' /s.sh && /s.sh"));
    }

    private async Task<(string?, int?)[]> FindAsync(string instructions, string rule = "CS1001")
    {
        _bench.Write("Dockerfile", $"FROM scratch\n{instructions}\nUSER 1000\n");
        return [.. (await _bench.LintAsync()).Findings.Where(finding => finding.RuleId == rule).Select(finding => (finding.File, finding.Line))];
    }
}
