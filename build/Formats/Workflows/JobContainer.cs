using System.Collections.Immutable;
using System.Text.Json;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>A container of a job: the one that it runs in (<c>container</c>), or one beside it (<c>services</c>).</summary>
/// <param name="Name">The job's, and the service's behind a slash.</param>
internal sealed record JobContainer(string Name, LocatedValue Value)
{
    /// <summary>Null where none is named.</summary>
    public LocatedValue? Image => (Value.Kind == JsonValueKind.Object ? Value["image"] : Value) is { Text.Length: > 0 } image ? image : null;

    public RequestedContainer Requested
    {
        get
        {
            var options = Value["options"] is { Text: not null } text ? text : null;
            var run = RunRequests.Read(Name, RunOptionParser.Parse(options is null ? null : RunWords.Split(options)));
            return run with
            {
                Privileged = [.. run.Privileged, .. Unknown(options)],
                EngineAccess =
                [
                    .. run.EngineAccess,
                    .. from variable in Value["env"]?.Members ?? []
                       from engine in EngineAddress.Find(variable.Name, variable.Value.Text, variable.Line, [])
                       select engine,
                ],
                Mounts = [.. run.Mounts, .. Texts("volumes").Select(item => MountParser.ParseVolume(item.Text!, item.Line))],
                Ports = [.. run.Ports, .. Texts("ports").Select(item => new Request("ports", item.Text!, item.Line))],
            };
        }
    }

    private IEnumerable<LocatedValue> Texts(string key) => (Value[key]?.Items ?? []).Where(item => item.Text is not null);

    /// <summary>Options that are made when the job starts may be any.</summary>
    private static ImmutableArray<Request> Unknown(LocatedValue? options) =>
        options?.Text?.Contains("${{", StringComparison.Ordinal) == true ? [new Request("options", options.Text, options.Line)] : [];
}
