using System.Text;
using System.Text.Json;
using ContainerSecurity.Formats.Hadolint;

namespace ContainerSecurity.Tools.Hadolint;

/// <summary>Writes the configuration for Hadolint: the settings that decide its findings, not those for its exit code or output.</summary>
internal static class HadolintConfiguration
{
    public static string Write(LintConfiguration configuration)
    {
        var text = new StringBuilder();
        text.Append("strict-labels: ").AppendLine(Switch(configuration.StrictLabels));
        text.Append("disable-ignore-pragma: ").AppendLine(Switch(configuration.DisableIgnorePragma));
        List(text, "ignored", "", configuration.Ignored.Where(HadolintCode.Is));
        List(text, "trustedRegistries", "", configuration.TrustedRegistries);
        var overrides = configuration.Overrides.Where(pair => HadolintCode.Is(pair.Key)).ToLookup(pair => pair.Value, pair => pair.Key);
        if (overrides.Count > 0)
            text.AppendLine("override:");
        foreach (var level in overrides)
            List(text, HadolintLevel.NameOf(level.Key), "  ", level);
        if (!configuration.LabelSchema.IsEmpty)
            text.AppendLine("label-schema:");
        foreach (var (label, type) in configuration.LabelSchema)
            text.AppendLine($"  {Quoted(label)}: {type.ToString().ToLowerInvariant()}");
        return text.ToString();
    }

    private static void List(StringBuilder text, string key, string indent, IEnumerable<string> items)
    {
        var lines = items.Select(item => $"{indent}- {Quoted(item)}").ToList();
        if (lines.Count > 0)
            text.AppendLine($"{indent}{key}:").AppendJoin(Environment.NewLine, lines).AppendLine();
    }

    // A JSON string is a YAML string.
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string Switch(bool on) => on ? "true" : "false";
}
