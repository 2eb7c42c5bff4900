using System.Collections.Immutable;
using Acceptance.Tests.Probing;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Formats.SecurityPolicy;
using ContainerSecurity.Probing;
using ContainerSecurity.Probing.Isolation;
using ContainerSecurity.Rules.Claims;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Tools.Engines;

namespace Acceptance.Tests.DevContainers;

/// <summary>
/// Every way out of the isolated agent's container as Verify tries it, each beside an ordinary container on the same engine that gets there; before
/// and after tampering; and the same form made wrong, which the right check must see.
/// </summary>
[Collection(DevContainerMachines.Collection)]
public sealed class WaysOutTests(DevContainerMachines machines)
{
    [SkippableTheory]
    [InlineData(EngineVersion.Debian12)]
    [InlineData(EngineVersion.Sid)]
    public async Task None_leads_out_and_all_of_them_do_in_an_ordinary_container(EngineVersion engine)
    {
        var scene = await machines.OnAsync(engine);
        var before = await LeftAsync(scene);

        var (seen, whyNot) = await ProbeOn(scene).RunAsync(
            scene.Workspace.Path,
            FilesOf(scene.Workspace),
            $"claude-code-proxy:{ContainerSecurity.Packaging.ProxyImageBuild.Version}",
            [IsolatedVariant.Documented, .. IsolatedVariant.Wrong],
            CancellationToken.None);

        Assert.True(whyNot.Length == 0, whyNot);
        var others = seen[0].Where(observation => observation.Holds != true).Select(observation => $"{observation.Name}: {observation.Evidence}");
        Assert.True(!others.Any(), string.Join('\n', others));
        Assert.Equal(IsolationTopics.All.Order(), seen[0].Select(observation => observation.Topic).Distinct().Order());
        foreach (var (variant, wrong) in IsolatedVariant.Wrong.Zip(seen.Skip(1)))
            AssertSeen(variant.What, seen[0], wrong);
        Assert.Equal(before, await LeftAsync(scene));
    }

    [SkippableFact]
    public async Task An_interrupt_leaves_nothing_behind()
    {
        var scene = await machines.OnAsync(EngineVersion.Sid);
        var before = await LeftAsync(scene);
        using var interrupt = new CancellationTokenSource(TimeSpan.FromSeconds(8));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ProbeOn(scene).RunAsync(
            scene.Workspace.Path,
            FilesOf(scene.Workspace),
            $"claude-code-proxy:{ContainerSecurity.Packaging.ProxyImageBuild.Version}",
            [IsolatedVariant.Documented, .. IsolatedVariant.Wrong],
            interrupt.Token));

        Assert.Equal(before, await LeftAsync(scene));
        Assert.Empty(Directory.EnumerateDirectories(scene.Workspace.Folder, "isolated-*"));
    }

    private static IsolatedFormProbe ProbeOn(DevContainerScene scene) => new(
        new ContainerEngine(scene.Engine.Client), new EngineRunner($"unix://{scene.Workspace.Folder}/docker.sock"), scene.Workspace.Folder);

    private static IEnumerable<string> FilesOf(Workspace workspace) => new[] { "Dockerfile", ".dockerignore" }.Concat(
        Directory.EnumerateFiles(workspace.File(".devcontainer"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(workspace.Path, file)));

    /// <summary>By each check for which it is planted, and by no other that has no reason to.</summary>
    private static void AssertSeen(string what, ImmutableArray<RunTimeObservation> documented, ImmutableArray<RunTimeObservation> wrong)
    {
        var saw = RunningDevContainer.Checks
            .Where(check => BrokenIn(check, wrong).Except(BrokenIn(check, documented)).Any()).Select(check => check.Id).ToHashSet();
        foreach (var check in RunningDevContainer.Checks.Where(check => check.Defects.Any(defect => defect.What == what)))
        {
            var known = check.Defects.Single(defect => defect.What == what).SeenToo.Add(check.Id);
            Assert.True(saw.Contains(check.Id) && saw.IsSubsetOf(known), $"{what}, for {check.Id}: seen by {string.Join(", ", saw)}");
        }
    }

    private static IEnumerable<string> BrokenIn(Check check, ImmutableArray<RunTimeObservation> seen)
    {
        var facts = new PolicyFacts
        {
            Document = SecurityPolicyParser.Parse(File.ReadAllText(Repository.Paths.SecurityPolicy)),
            Policy = ReleasePolicyFile.Read(Repository.Paths),
            DevContainer = new ContainerFacts(seen, ImmutableDictionary<string, ImmutableArray<RunTimeObservation>>.Empty),
        };
        return check.Look(facts).OfType<Observation.Broken>().Select(broken => broken.Message);
    }

    /// <summary>Containers, networks, volumes and images of the engine.</summary>
    private static async Task<string> LeftAsync(DevContainerScene scene)
    {
        var left = "";
        foreach (var list in new[] { "ps --all", "network ls", "volume ls", "images" })
            left += (await scene.Engine.DockerAsync([.. list.Split(' '), "--quiet"])).Output;
        return left;
    }
}
