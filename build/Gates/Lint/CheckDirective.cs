using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules;

namespace ContainerSecurity.Gates.Lint;

/// <summary>What <c># check=skip=…;error=true;experimental=…</c> says; <c>all</c> stands for every check.</summary>
/// <param name="Errors">A finding fails the build.</param>
internal sealed record CheckDirective(ImmutableArray<string> Skipped, ImmutableArray<string> Experimental, bool Errors)
{
    private const string Everything = "all";

    public static CheckDirective None { get; } = new([], [], false);

    /// <summary>Docker reads it up to the first blank.</summary>
    /// <returns>The directive, or why no builder accepts it.</returns>
    public static (CheckDirective? Directive, string? Wrong) Read(Dockerfile dockerfile) =>
        dockerfile.Directives.FirstOrDefault(directive => directive.Name == "check") is { } found ? Parse(found.Value.Split(' ')[0]) : (None, null);

    public bool Runs(Rule<DockerBuild> rule) => rule.IsOptIn
        ? Holds(Experimental, rule.Id)
        : !Skips(rule.Id);

    public bool Skips(string check) => Holds(Skipped, check);

    public static (CheckDirective? Directive, string? Wrong) Parse(string text)
    {
        var directive = None;
        foreach (var part in text.Split(';', 3))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (part.Trim(), null) : (part[..equals].Trim(), part[(equals + 1)..].Trim());
            switch (name, value)
            {
                case ("skip", { } names):
                    directive = directive with { Skipped = List(names) };
                    break;
                case ("experimental", { } names):
                    directive = directive with { Experimental = List(names) };
                    break;
                case ("error", "1" or "t" or "T" or "true" or "TRUE" or "True"):
                    directive = directive with { Errors = true };
                    break;
                case ("error", "0" or "f" or "F" or "false" or "FALSE" or "False"):
                    directive = directive with { Errors = false };
                    break;
                default:
                    return (null, $"the directive `check` has `{part.Trim()}`; it takes skip=NAMES, experimental=NAMES and error=true, separated by "
                        + "`;`");
            }
        }

        return (directive, null);
    }

    private static bool Holds(ImmutableArray<string> names, string name) => names is [Everything] || names.Contains(name);

    private static ImmutableArray<string> List(string names) => [.. names.Split(',').Select(name => name.Trim())];
}
