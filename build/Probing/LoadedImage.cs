using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Engines;

namespace ContainerSecurity.Probing;

/// <summary>An image of a docker-archive in an engine.</summary>
internal static class LoadedImage
{
    /// <returns>The name under which the engine knows it.</returns>
    /// <exception cref="ToolFailedException">The engine is not there, or does not take it.</exception>
    public static async Task<string> LoadAsync(ContainerEngine engine, IToolRunner runner, string archive, CancellationToken cancellation)
    {
        var said = await runner.RunAsync(engine.Load(archive), cancellation);
        return said.Output.Trim().Split('\n')[^1].Split(' ')[^1];
    }
}
