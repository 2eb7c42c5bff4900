using System.Collections.Immutable;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>CT-1.7: in the single container the proxy runs under a user of its own.</summary>
internal static class ProxyUser
{
    private const string StartScript = ".devcontainer/keep-proxy.sh";
    private const string Program = "claude-code-proxy";
    private const string Help = "Start it by setpriv with --reuid, --bounding-set=-all and --no-new-privs.";

    private static readonly string[] Needed = ["--bounding-set=-all", "--inh-caps=-all", "--no-new-privs"];

    public static readonly ImmutableArray<Check> Checks =
    [
        new("proxy-user", CheckSubject.Tree, "The start script runs the proxy as a user of its own, without capabilities.", Look)
        {
            Defects =
            [
                new Defect.InTree("the proxy is started as root", _ =>
                    new FileEdit(StartScript, text => text.Replace("exec setpriv", "exec env", StringComparison.Ordinal))),
                new Defect.InTree("the proxy keeps its capabilities", _ =>
                    new FileEdit(StartScript, text => text.Replace("--bounding-set=-all", "", StringComparison.Ordinal))),
            ],
        },
    ];

    private static IEnumerable<Observation> Look(PolicyFacts facts) => facts.Scripts.FirstOrDefault(IsStart) is { } start
        ? Subjects.HeldUnless(FindFaults(start), () => $"{StartScript}: starts {Program} by setpriv, with a user of its own and no capability")
        : [new Observation.Unseen($"{StartScript} is missing or cannot be read")];

    private static IEnumerable<Observation> FindFaults(Script script)
    {
        var starts = script.Shell.Commands.Where(command => command.Arguments.Any(IsProxy) || IsProxy(command.Name ?? "")).ToList();
        if (starts.Count == 0)
            yield return new Observation.Broken($"the script does not start {Program}", script.Place, Help);
        foreach (var command in starts)
        {
            var sets = command.Name == "setpriv"
                && command.Arguments.Any(argument => argument.StartsWith("--reuid=", StringComparison.Ordinal))
                && Needed.All(command.Arguments.Contains);
            if (!sets)
                yield return new Observation.Broken($"{Program} is started with more rights than it needs", script.PlaceOf(command.Line), Help);
        }
    }

    private static bool IsStart(Script script) => script.Place.File == StartScript;

    private static bool IsProxy(string word) => word == $"/usr/local/bin/{Program}";
}
