using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Packaging;

namespace ContainerSecurity.Tasks;

/// <summary>Compiles the proxy, unless a different image is checked.</summary>
[TaskName("Compile")]
[TaskDescription("Compile the proxy to a static Linux binary (Native AOT)")]
public sealed class CompileTask : AsyncFrostingTask<BuildContext>
{
    public override bool ShouldRun(BuildContext context) => context.Run.BuildsImage;

    public override async Task RunAsync(BuildContext context)
    {
        var compilation = new ProxyCompilation(context.Paths, context.Run.Runner, context.Options.Offline);
        foreach (var rid in context.Options.Rids)
        {
            context.Information("compiling for {0}, about a minute when something changed", rid);
            var compiled = await compilation.RunAsync(rid, context.Cancellation);
            var binary = context.Paths.Binary(rid);
            context.Information("{0} {1}, {2:0.0} MiB", compiled ? "compiled" : "unchanged", binary, new FileInfo(binary).Length / 1048576.0);
        }
    }
}
