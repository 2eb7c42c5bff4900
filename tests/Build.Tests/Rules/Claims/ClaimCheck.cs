using Build.Tests.Gates.Policy;
using ContainerSecurity.Findings;

namespace Build.Tests.Rules.Claims;

/// <summary>Spoils a copy of this repository and asks what the claims say.</summary>
public abstract class ClaimCheck : IDisposable
{
    private const string DevContainer = ".devcontainer/devcontainer.json";

    private protected SampleRepository Repository { get; } = new();

    public void Dispose()
    {
        Repository.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The claim is broken at the line that holds the text, and the gate fails.</summary>
    private protected void Breaks(string claim, string file, string text)
    {
        var result = Repository.Judge();

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Contains(
            (claim, file, Repository.LineOf(file, text)), result.Findings.Select(finding => (finding.Claim, finding.File, finding.Line ?? 0)));
    }

    private protected void BreaksInContainer(string claim, string text) => Breaks(claim, DevContainer, text);

    private protected void BreaksInImage(string claim, SampleImage image, string message)
    {
        var result = Repository.Judge(image);

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Contains(result.Findings, finding =>
            finding is { File: not null, Layer: not null } && finding.Claim == claim && finding.Message.Contains(message, StringComparison.Ordinal));
    }

    private protected void Holds(string claim) => Assert.DoesNotContain(Repository.Judge().Findings, finding => finding.Claim == claim);

    /// <summary>Adds properties to devcontainer.json, on one line.</summary>
    private protected void AddToContainer(string properties) =>
        Repository.Replace(DevContainer, "\"overrideCommand\": false,", $"\"overrideCommand\": false,\n  {properties},");

    private protected void ReplaceInContainer(string old, string by) => Repository.Replace(DevContainer, old, by);

    /// <summary>Adds an instruction to the stage devcontainer.</summary>
    private protected void AddToStage(string instruction) => Repository.Replace("Dockerfile", "USER 1000:1000", $"{instruction}\nUSER 1000:1000");
}
