using Cake.Common.Diagnostics;
using Cake.Core;
using Cake.Frosting;

namespace ContainerSecurity;

/// <summary>Logs the options once, so that every log starts with its own input.</summary>
public sealed class BuildLifetime : FrostingLifetime<BuildContext>
{
    public override void Setup(BuildContext context, ISetupContext info)
    {
        var options = context.Options;
        context.Information("{0} {1}, output {2}", info.TargetTask.Name, options.Rid, options.Output);
        if (options.Strict)
            context.Information("strict: an incomplete gate fails");
        if (options.Offline)
            context.Information("offline: nothing is fetched");
    }

    public override void Teardown(BuildContext context, ITeardownContext info)
    {
    }
}
