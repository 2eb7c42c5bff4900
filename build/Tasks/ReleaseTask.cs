using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Evidence;
using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Packaging;
using ContainerSecurity.Releasing.Signing;
using ContainerSecurity.Releasing.Writing;
using ContainerSecurity.Tasks.Runs;

namespace ContainerSecurity.Tasks;

/// <summary>Judges everything of Scan and Verify, strictly, and writes a release that proves itself; anything less than a pass leaves none.</summary>
[TaskName("Release")]
[TaskDescription("Judge all that Scan and Verify judge, strictly, and write binaries, images and signed statements to artifacts/release")]
[IsDependentOn(typeof(StartReleaseTask))]
[IsDependentOn(typeof(ImageTask))]
public sealed class ReleaseTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        if (context.State.Release is not { } source || context.State.Images.Length != context.Options.Rids.Length)
            throw new InputException($"There is nothing to release: {context.State.ImageMissing ?? "--exclusive builds no image"}");
        using var key = context.Options.SigningKey is { } file
            ? SigningKey.Read(file, Environment.GetEnvironmentVariable(SigningKey.PasswordVariable))
            : null;
        var suite = TrivySuite.Create(context.Run.Tools, context.Run.Runner);
        var report = await GateRun.RunAsync(
            context, AllGates.Create(suite, PolicyDepth.Released), input => BuiltAndStarted.AddAsync(context, input, withDevContainer: false));
        var time = await ProxyImageBuild.TimeAsync(context.Paths, context.Run.Runner, context.Cancellation);
        new ReleaseWriter(context.Paths, key).Write(ReleasedRecord.Of(report), context.State.Images, source, time, context.Cancellation);
        context.Information("released {0} of commit {1}: {2}", ProxyImageBuild.Version, source.Commit, context.Paths.Release);
        if (key is not null)
            context.Information("signed by the key {0}", key.Id);
        else
            context.Warning("THIS RELEASE IS NOT SIGNED, so nobody vouches for it. Use --signing-key=FILE, or attest it where it is published.");
    }
}
