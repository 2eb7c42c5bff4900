using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Packaging;
using ContainerSecurity.Releasing;
using ContainerSecurity.Releasing.Signing;

namespace ContainerSecurity.Tasks;

/// <summary>
/// Before anything is built for a release: the sources must be a commit and the key must be one, and no earlier release must be taken for this one.
/// </summary>
[TaskName("StartRelease")]
[TaskDescription("The beginning of Release: the sources are one commit, the key can be used, no earlier release is left")]
public sealed class StartReleaseTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        foreach (var earlier in ((string[])[context.Paths.Release, context.Paths.Attest]).Where(Directory.Exists))
            Directory.Delete(earlier, recursive: true);
        context.State.Release = await ReleaseSource.ReadAsync(
            context.Paths.Root, ProxyImageBuild.Version, context.Run.Runner, Environment.GetEnvironmentVariable, context.Cancellation);
        if (context.Options.SigningKey is { } file)
            SigningKey.Read(file, Environment.GetEnvironmentVariable(SigningKey.PasswordVariable)).Dispose();
        context.Information("releasing {0} of commit {1}", ProxyImageBuild.Version, context.State.Release.Commit);
        if (context.State.Release.Tag is null)
            context.Warning("the commit has no tag v{0}: the provenance will name the commit alone", ProxyImageBuild.Version);
    }
}
