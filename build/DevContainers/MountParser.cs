using System.Text.Json;
using ContainerSecurity.Sources;

namespace ContainerSecurity.DevContainers;

/// <summary>Reads the mount forms of devcontainer.json and of the engine's command line.</summary>
internal static class MountParser
{
    private static readonly string[] SourceKeys = ["source", "src"];
    private static readonly string[] TargetKeys = ["target", "destination", "dst"];
    private static readonly string[] ReadOnlyKeys = ["readonly", "ro"];

    /// <summary>An item of <c>mounts</c>, or <c>workspaceMount</c>.</summary>
    public static ContainerMount Parse(LocatedValue value) => value.Kind == JsonValueKind.Object
        ? new(
            value["type"]?.Text ?? "volume",
            value["source"]?.Text,
            value["target"]?.Text ?? "",
            false,
            string.Join(',', value.Members.Select(member => $"{member.Name}={member.Value.Text}")),
            value.Line)
        : ParseOptions(value.Text ?? "", value.Line);

    /// <summary><c>type=bind,source=…,target=…,readonly</c>, as <c>--mount</c> and the string form have it.</summary>
    public static ContainerMount ParseOptions(string text, int line)
    {
        var options = text.Split(',', StringSplitOptions.TrimEntries)
            .Select(option => option.Split('=', 2))
            .ToLookup(pair => pair[0], pair => pair.Length == 2 ? pair[1] : null, StringComparer.OrdinalIgnoreCase);
        return new(
            First(options, ["type"]) ?? "volume",
            First(options, SourceKeys),
            First(options, TargetKeys) ?? "",
            // Every mention must ask for it: engines take the last one, and a reader the first.
            ReadOnlyKeys.SelectMany(key => options[key]) is var said && said.Any() && said.All(value => value is null or "true" or "1"),
            text,
            line);
    }

    /// <summary><c>source:target[:options]</c>, as <c>-v</c> has it.</summary>
    public static ContainerMount ParseVolume(string text, int line)
    {
        var parts = SplitVolume(text);
        var options = parts.Length > 2 ? parts[2].Split(',') : [];
        var source = parts.Length > 1 ? parts[0] : null;
        var isPath = source is not null && (source.Contains('/') || source.StartsWith('~') || source.Contains("${"));
        return new(isPath ? "bind" : "volume", source, parts.Length > 1 ? parts[1] : parts[0], options.Contains("ro") && !options.Contains("rw"), text, line);
    }

    /// <summary>Splits at colons, but not inside <c>${localEnv:HOME}</c>.</summary>
    private static string[] SplitVolume(string text)
    {
        var depth = 0;
        var marked = text.Select(c =>
        {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            return c == ':' && depth == 0 ? '\0' : c;
        });
        return string.Concat(marked).Split('\0');
    }

    private static string? First(ILookup<string, string?> options, string[] keys) =>
        keys.SelectMany(key => options[key]).FirstOrDefault(value => value is not null);
}
