using Build.Tests.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Evidence;

namespace Build.Tests.Rules;

/// <summary>A checkout in a temporary folder, judged by the own rules.</summary>
internal sealed class Bench : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("misconfig-");

    public string Root => _root.FullName;

    public OwnMisconfigurations Read() => MisconfigurationReader.Read(Listed.Files(Root), CancellationToken.None);

    public Bench Write(string path, string text)
    {
        var file = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <param name="target">As the link has it: relative to its folder, or absolute.</param>
    public Bench Link(string path, string target)
    {
        var link = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, target);
        return this;
    }

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>Where a rule is broken in the one service of a compose file: lines after <c>services:</c> and <c>  app:</c>, from 3.</summary>
    public static string[] Compose(string code, string service) =>
        Of(code, "compose.yaml", "services:\n  app:\n    " + service.Replace("\n", "\n    ", StringComparison.Ordinal));

    public static string[] DevContainer(string code, string text) => Of(code, ".devcontainer/devcontainer.json", text);

    /// <summary>Lines of a job's mapping, from 5.</summary>
    public static string[] Job(string code, string job) =>
        Workflow(code, "on: push\npermissions: {}\njobs:\n  a:\n    " + job.Replace("\n", "\n    ", StringComparison.Ordinal));

    public static string[] Workflow(string code, string text) => Of(code, ".github/workflows/ci.yml", text);

    /// <summary><c>file:line severity</c> of each finding in a workflow.</summary>
    public static string[] Severities(string code, string text) => SeveritiesOf(code, ".github/workflows/ci.yml", text);

    /// <summary><c>line severity</c> of each finding in a workflow, separated by commas.</summary>
    public static string Places(string code, string text) =>
        string.Join(", ", Severities(code, text).Select(found => found[(found.IndexOf(':', StringComparison.Ordinal) + 1)..]));

    public static string[] SeveritiesOf(string code, string path, string text) =>
        [.. Find(code, path, text).Select(finding => $"{finding.File}:{finding.Line} {finding.Severity.ToString().ToLowerInvariant()}")];

    /// <summary><c>file:line</c> of each finding of a rule.</summary>
    public static string[] Of(string code, string path, string text) =>
        [.. Find(code, path, text).Select(finding => $"{finding.File}:{finding.Line}")];

    private static IEnumerable<Finding> Find(string code, string path, string text)
    {
        using var bench = new Bench().Write(path, text);
        var findings = bench.Read().Findings;
        Assert.DoesNotContain(
            findings, finding => finding.RuleId == MisconfigurationReader.UnreadableCode && code != MisconfigurationReader.UnreadableCode);
        return findings.Where(finding => finding.RuleId == code);
    }
}
