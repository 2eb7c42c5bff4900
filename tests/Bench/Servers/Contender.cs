namespace Bench.Servers;

/// <summary>A server that is measured, under its name in the results.</summary>
/// <param name="Command">Of the shell, behind <c>exec</c>.</param>
internal sealed record Contender(
    string Name, int Core, int Port, string Command, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    public MeasuredProcess Start() => MeasuredProcess.Start(Core, Port, Command, Arguments, Environment);
}
