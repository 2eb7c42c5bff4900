using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Rules.Facts;

/// <summary>What a FROM can use: the ARGs before the first one, and the platforms, which the builder sets (Dockerfile reference, "Automatic platform ARGs").</summary>
internal static class GlobalArguments
{
    /// <summary>Stands for the platform of the machine; only that it is one matters.</summary>
    public const string Platform = "linux/amd64";

    private static readonly ImmutableDictionary<string, string> OfTheBuilder = new[] { "BUILD", "TARGET" }
        .SelectMany(side => new[]
        {
            KeyValuePair.Create($"{side}PLATFORM", Platform),
            KeyValuePair.Create($"{side}OS", "linux"),
            KeyValuePair.Create($"{side}OSVERSION", ""),
            KeyValuePair.Create($"{side}ARCH", "amd64"),
            KeyValuePair.Create($"{side}VARIANT", ""),
        })
        .Append(KeyValuePair.Create("TARGETSTAGE", "default"))
        .ToImmutableDictionary();

    public static ImmutableDictionary<string, string> Of(Dockerfile dockerfile)
    {
        var values = OfTheBuilder;
        foreach (var word in Declarations(dockerfile).Where(word => word.Contains('=')))
        {
            var pair = NameValue.Parse(word);
            values = values.SetItem(pair.Name, VariableExpansion.Of(pair.Value, dockerfile.Escape, name => values.GetValueOrDefault(name)).Text ?? "");
        }

        return values;
    }

    /// <summary><c>name</c> or <c>name=value</c>, in order.</summary>
    public static IEnumerable<string> Declarations(Dockerfile dockerfile) => dockerfile.Instructions
        .TakeWhile(instruction => instruction.Keyword != "FROM")
        .Where(instruction => instruction.Keyword == "ARG")
        .SelectMany(argument => argument.RawArguments);
}
