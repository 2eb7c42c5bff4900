using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Gates;
using ContainerSecurity.Gates.Policy;
using ContainerSecurity.Options;
using ContainerSecurity.Processes;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Tasks.Runs;

/// <summary>What a policy may also ask for: what running containers do, and whether a second build gives the same.</summary>
internal static class BuiltAndStarted
{
    public static async Task<GateInput> AddAsync(BuildContext context, GateInput input, bool withDevContainer) =>
        await WithRebuildsAsync(context, await WithContainersAsync(context, input, withDevContainer));

    /// <summary>Containers are started for policies that ask for it; another repository's need none.</summary>
    private static async Task<GateInput> WithContainersAsync(BuildContext context, GateInput input, bool withDevContainer)
    {
        var checks = ClaimReader.Read(ReleasePolicyFile.Read(input.Paths)).SelectMany(claim => claim.Checks).ToList();
        var why = context.Options.ImageEngine == ImageEngine.BuiltIn ? "--image-engine=built-in starts no container" : null;
        var archive = why is null ? ArchiveOf(context) : null;
        why ??= archive is null ? "no docker-archive of the image is at hand" : null;
        input = input with { ContainerMissing = why, DevContainerMissing = why };
        if (archive is null)
            return input;
        if (checks.Any(check => check.Subject == CheckSubject.Container))
            input = With(input, await ContainerRuns.ObserveAsync(context, archive));
        return withDevContainer && checks.Any(check => check.Subject == CheckSubject.DevContainer)
            ? await WithDevContainerAsync(context, input, archive)
            : input;
    }

    private static async Task<GateInput> WithDevContainerAsync(BuildContext context, GateInput input, string archive)
    {
        var why = context.Options.Quick ? "--quick starts no devcontainer"
            : context.Options.Offline ? "--offline fetches no base image for the devcontainer"
            : input.Container is null ? input.ContainerMissing
            : null;
        if (why is not null)
            return input with { DevContainerMissing = why };
        var (facts, whyNot) = await ContainerRuns.ObserveDevContainerAsync(context, input.Files, archive);
        return input with { DevContainer = facts, DevContainerMissing = whyNot };
    }

    /// <summary>An engine that is not there is one reason, not one for each thing that was to be seen.</summary>
    private static GateInput With(GateInput input, ContainerFacts facts) => facts.Seen.All(seen => seen.Holds is null)
        ? input with { ContainerMissing = facts.Seen[0].Evidence }
        : input with { Container = facts };

    private static string? ArchiveOf(BuildContext context) =>
        context.State.Image is null ? null
        : context.Run.BuildsImage ? context.Paths.ImageArchive
        : File.Exists(context.State.ImagePath) ? context.State.ImagePath
        : null;

    private static async Task<GateInput> WithRebuildsAsync(BuildContext context, GateInput input)
    {
        if (!context.Run.BuildsImage)
            return input with { BuildMissing = "the image comes from elsewhere; whoever has its sources runs --target=Rebuild" };
        if (context.State.Image is null)
            return input with { BuildMissing = context.State.ImageMissing };
        if (context.Options.Quick)
            return input with { BuildMissing = "--quick builds nothing twice" };
        try
        {
            return input with { Build = await Rebuilds.ReadAsync(context, input.Files) };
        }
        catch (ToolFailedException failed)
        {
            return input with { BuildMissing = $"it could not be built a second time: {failed.Message}" };
        }
    }
}
