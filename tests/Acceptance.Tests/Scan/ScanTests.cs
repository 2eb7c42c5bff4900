using System.Text;

namespace Acceptance.Tests.Scan;

/// <summary>The main job on the repository as it is.</summary>
public sealed class ScanTests
{
    [SkippableFact]
    public async Task The_repository_passes_and_every_gate_says_who_judged_and_what_it_saw()
    {
        using var copy = new RepositoryCopy();

        var outcome = await copy.RunAsync("--target=Scan");

        Assert.True(outcome.ExitCode == 0, outcome.Said);
        Assert.Equal(["lint", "misconfig", "secrets", "vulnerabilities", "sbom", "licenses", "policy"], outcome.Gates);
        foreach (var gate in outcome.Gates)
        {
            Assert.NotEqual("", outcome.Gate(gate).GetProperty("engine").GetString());
            Assert.Contains(gate, outcome.Said);
        }
    }

    [SkippableFact]
    public async Task Under_strict_what_could_not_be_checked_fails_with_exit_code_3_and_the_reason()
    {
        using var copy = new RepositoryCopy();

        var outcome = await copy.RunAsync("--target=Scan", "--strict", "--offline");

        Assert.True(outcome.ExitCode == 3, outcome.Said);
        Assert.Equal("incomplete", outcome.Gate("vulnerabilities").GetProperty("verdict").GetString());
        Assert.NotEqual(0, outcome.Gate("vulnerabilities").GetProperty("notes").GetArrayLength());
    }

    [SkippableFact]
    public void The_binary_names_no_folder_of_the_machine_that_built_it()
    {
        Requirement.ProxyBinary();
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(Repository.ProxyBinary));

        Assert.DoesNotContain(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/", text);
        Assert.DoesNotContain(Repository.Paths.Root, text);
        Assert.DoesNotContain("/.nuget/", text);
    }

    [SkippableFact]
    public async Task Two_folders_give_the_same_image_and_bill_of_materials_even_when_one_compiles_anew()
    {
        using var first = new RepositoryCopy();
        using var second = new RepositoryCopy();
        Directory.Delete(second.PathOf("artifacts"), recursive: true);
        Assert.Equal(0, (await first.RunAsync("--target=Sbom")).ExitCode);
        Assert.Equal(0, (await second.RunAsync("--target=Sbom")).ExitCode);

        foreach (var file in new[] { "artifacts/image/index.json", "artifacts/image.tar", "artifacts/sbom/claude-code-proxy.cdx.json" })
            Assert.Equal(await File.ReadAllBytesAsync(first.PathOf(file)), await File.ReadAllBytesAsync(second.PathOf(file)));
    }
}
