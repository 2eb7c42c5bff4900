using Cake.Common.Diagnostics;
using Cake.Core;
using Cake.Frosting;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Releasing.Checking;
using ContainerSecurity.Releasing.Signing;
using Spectre.Console;

namespace ContainerSecurity.Tasks;

/// <summary>Checks a downloaded release and shows what was checked. It needs no network, and nothing that was built here.</summary>
[TaskName("CheckRelease")]
[TaskDescription("Check a downloaded release, offline: --input=DIR --public-key=FILE [--as-of=DATE] [--policy=FILE]")]
public sealed class CheckReleaseTask : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        var options = context.Options;
        var folder = options.Input ?? throw new InputException("--target=CheckRelease needs the release: --input=DIR.");
        var key = options.PublicKey is { } file ? VerificationKey.Read(file) : null;
        var policy = options.Policy is { } path ? BoundedFile.Read("--policy", path, BoundedFile.MiB) : null;
        var points = new ReleaseCheck(key, policy, options.AsOf ?? DateTimeOffset.UtcNow, context.Cancellation).Run(folder);
        CheckTable.Write(AnsiConsole.Console, points);
        context.State.ExitCode = ReleaseCheck.ExitCodeOf(points);
        if (points.FirstOrDefault(point => point.Holds == false) is { } refused)
            throw new CakeException($"{folder} is refused: {refused.What}: {refused.Detail}");
        if (points.FirstOrDefault(point => point.Holds is null) is { } open)
            throw new CakeException($"{folder} is not verified: {open.What}: {open.Detail}");
        context.Information("verified: {0}", folder);
    }
}
