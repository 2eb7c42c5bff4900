using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Containers;

/// <summary>Reads the mount forms of devcontainer.json and of the engine's command line.</summary>
internal static partial class MountParser
{
    private static readonly string[] ObjectKeys = ["type", "source", "target"];
    private static readonly string[] SourceKeys = ["source", "src"];
    private static readonly string[] TargetKeys = ["target", "destination", "dst"];
    private static readonly string[] ReadOnlyKeys = ["readonly", "ro"];
    private const string Device = "device=";

    /// <summary>An item of <c>mounts</c>, or <c>workspaceMount</c>.</summary>
    /// <remarks>An object becomes a text as the tools make one of it, so that a comma in a value is what it is to the engine.</remarks>
    public static ContainerMount Parse(LocatedValue value) => value.Kind == JsonValueKind.Object
        ? ParseOptions(string.Join(',', ObjectKeys.Where(key => value[key]?.Text is not null).Select(key => $"{key}={value[key]!.Text}")), value.Line)
        : ParseOptions(value.Text ?? "", value.Line);

    /// <summary><c>type=bind,source=…,target=…,readonly</c>, as <c>--mount</c> and the string form have it.</summary>
    /// <remarks>It is a line of CSV, of which the engine takes the last of each key.</remarks>
    public static ContainerMount ParseOptions(string text, int line)
    {
        var options = text.Split(',', StringSplitOptions.TrimEntries)
            .Select(option => option.Trim('"').Split('=', 2))
            .Select(pair => (Key: pair[0].ToLowerInvariant(), Value: pair.Length == 2 ? pair[1] : null))
            .ToList();
        // Every mention must ask for it: engines take the last one, and a reader the first.
        var readOnly = options.Where(option => ReadOnlyKeys.Contains(option.Key)).ToList() is { Count: > 0 } mentions
            && mentions.All(option => option.Value is null or "true" or "1");
        // A volume that is a folder of the host: `volume-opt=o=bind,volume-opt=device=/etc`.
        var device = options
            .LastOrDefault(option => option.Key == "volume-opt" && option.Value?.StartsWith(Device, StringComparison.OrdinalIgnoreCase) == true)
            .Value?[Device.Length..];
        return new(device is null ? Last("type") ?? "volume" : "bind", device ?? Last(SourceKeys), Last(TargetKeys) ?? "", readOnly, text, line);

        string? Last(params string[] keys) => options.LastOrDefault(option => keys.Contains(option.Key)).Value;
    }

    /// <summary><c>source:target[:options]</c>, as <c>-v</c> has it.</summary>
    public static ContainerMount ParseVolume(string text, int line)
    {
        var parts = SplitVolume(text);
        var options = parts.Length > 2 ? parts[2].Split(',') : [];
        var source = parts.Length > 1 ? parts[0] : null;
        var isPath = source is not null && (source.AsSpan().ContainsAny('/', '\\') || source.StartsWith('~') || source.Contains('$'));
        var isReadOnly = options.Contains("ro") && !options.Contains("rw");
        return new(isPath ? "bind" : "volume", source, parts.Length > 1 ? parts[1] : parts[0], isReadOnly, text, line);
    }

    /// <summary>Those of <c>-v</c> and <c>--mount</c>.</summary>
    public static IEnumerable<ContainerMount> ParseRunOptions(ImmutableArray<RunOption> options) => options
        .Where(option => option is { Name: "volume" or "mount", Value: not null })
        .Select(option => option.Name == "mount" ? ParseOptions(option.Value!, option.Line) : ParseVolume(option.Value!, option.Line));

    /// <summary>Splits at colons, but not inside <c>${localEnv:HOME}</c> nor behind the letter of a drive.</summary>
    private static string[] SplitVolume(string text)
    {
        var depth = 0;
        var hasDrive = Drive().IsMatch(text);
        var marked = text.Select((c, at) =>
        {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            return c == ':' && depth == 0 && !(at == 1 && hasDrive) ? '\0' : c;
        });
        return string.Concat(marked).Split('\0');
    }

    /// <summary><c>C:\x:/y</c>, but not <c>c:/y:ro</c>, which is a volume with a short name.</summary>
    [GeneratedRegex(@"^[A-Za-z]:[/\\][^:]*:/")]
    private static partial Regex Drive();
}
