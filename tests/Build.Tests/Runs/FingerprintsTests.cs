using Build.Tests.Images;
using ContainerSecurity.Findings;
using ContainerSecurity.Tasks.Runs;

namespace Build.Tests.Runs;

/// <summary>A finding is recognised in the next run, whatever moved around it.</summary>
public sealed class FingerprintsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_line_that_moved_or_was_indented_keeps_it()
    {
        var before = Of("FROM a\nUSER root\n", At(2));

        Assert.Equal(before, Of("# new\n\nFROM a\n    USER root\r\n", At(4)));
    }

    [Fact]
    public void Another_line_rule_or_file_has_another()
    {
        const string Text = "FROM a\nUSER root\nUSER 0\n";
        var one = Of(Text, At(2));

        Assert.NotEqual(one, Of(Text, At(3)));
        Assert.NotEqual(one, Of(Text, At(2) with { RuleId = "other" }));
        Assert.NotEqual(one, Of(Text, At(2) with { File = "elsewhere" }));
    }

    [Fact]
    public void Equal_lines_are_numbered()
    {
        var found = Add("USER root\nUSER root\n", At(1), At(2));

        Assert.Equal(found[0][..^1] + "2", found[1]);
    }

    [Fact]
    public void A_package_keeps_it_in_another_version_and_layer() => Assert.Equal(
        Of("", Package("1.0", "sha256:a")), Of("", Package("1.1", "sha256:b")));

    [Fact]
    public void A_file_that_is_gone_or_a_line_that_is_not_there_is_no_error()
    {
        Assert.Matches("^[0-9a-f]{16}:1$", Of("x", At(99)));
        Assert.Matches("^[0-9a-f]{16}:1$", Of("x", At(1) with { File = "../../etc/passwd" }));
    }

    private string Of(string text, Finding finding) => Add(text, finding)[0];

    private string[] Add(string text, params Finding[] findings)
    {
        File.WriteAllText(_folder["Dockerfile"], text);
        var gate = new GateResult { Name = "lint", Engine = "x", Verdict = Verdict.Fail, Findings = [.. findings] };
        return [.. new Fingerprints(_folder.Path).Add([gate])[0].Findings.Select(finding => finding.Fingerprint!)];
    }

    private static Finding At(int line) => new() { RuleId = "DL3002", Severity = Severity.High, Message = "m", File = "Dockerfile", Line = line };

    private static Finding Package(string version, string layer) => new()
    {
        RuleId = "CVE-2026-1",
        Severity = Severity.High,
        Message = $"curl {version}: x",
        Package = "curl",
        InstalledVersion = version,
        Layer = layer,
    };
}
