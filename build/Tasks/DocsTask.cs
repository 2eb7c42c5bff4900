using Cake.Common.Diagnostics;
using Cake.Frosting;
using ContainerSecurity.Tools.Dotnet;

namespace ContainerSecurity.Tasks;

/// <summary>Writes what the documents show of the code. The tests that compare them do it: they see both programs.</summary>
[TaskName("Docs")]
[TaskDescription("Write the generated sections of the documents from the code")]
public sealed class DocsTask : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        foreach (var project in new[] { "Build.Tests", "Proxy.Tests" })
        {
            context.Information("writing what {0} compares", project);
            var write = DotnetCommands.WriteDocuments(Path.Combine(context.Paths.Root, "tests", project, $"{project}.csproj"));
            await context.Run.Runner.RunAsync(write with { OnLine = line => context.Information("{0}", line) }, context.Cancellation);
        }

        context.Information("the documents are up to date; git diff shows what changed");
    }
}
