namespace Acceptance.Tests.Scan;

/// <summary>Settings that Trivy would read by itself, and a program with its name on PATH: neither may change a verdict.</summary>
public sealed class HostileEnvironmentTests
{
    [SkippableFact]
    public async Task Variables_and_files_that_Trivy_would_obey_and_a_false_Trivy_change_nothing()
    {
        using var copy = new RepositoryCopy();
        var ran = copy.PathOf("artifacts/ran");
        copy.Write("deploy/Dockerfile", "FROM debian:12\nUSER root\n");
        copy.Write("artifacts/evil.yaml", "scan:\n  skip-dirs: [deploy]\nmisconfiguration:\n  scanners: [helm]\n");
        copy.Write("artifacts/bin/trivy", $"#!/bin/sh\ntouch {ran}\necho '{{\"SchemaVersion\":2,\"ArtifactName\":\"x\"}}'\n");
        File.SetUnixFileMode(copy.PathOf("artifacts/bin/trivy"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        copy.Variables["PATH"] = $"{copy.PathOf("artifacts/bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        copy.Variables["TRIVY_CONFIG"] = copy.PathOf("artifacts/evil.yaml");
        copy.Variables["TRIVY_SKIP_DIRS"] = "deploy";
        copy.Variables["TRIVY_SKIP_FILES"] = "deploy/Dockerfile";
        copy.Variables["TRIVY_SEVERITY"] = "LOW";
        copy.Variables["TRIVY_FORMAT"] = "table";
        copy.Variables["TRIVY_CACHE_DIR"] = copy.PathOf("artifacts");

        var outcome = await copy.RunAsync("--target=Scan", "--offline");

        Assert.True(outcome.ExitCode == 1, outcome.Said);
        Assert.Contains(outcome.Findings, finding => finding is { Gate: "misconfig", Rule: "DS-0002", File: "deploy/Dockerfile" });
        Assert.False(File.Exists(ran));
    }
}
