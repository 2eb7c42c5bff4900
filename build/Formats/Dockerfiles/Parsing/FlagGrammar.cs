namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>Which flags an instruction takes and in which form (buildkit: frontend/dockerfile/instructions).</summary>
internal static class FlagGrammar
{
    private static readonly Dictionary<string, Dictionary<string, FlagKind>> Known = new()
    {
        ["ADD"] = Flags("chown chmod checksum link? keep-git-dir? unpack? exclude*"),
        ["COPY"] = Flags("chown chmod from link? parents? exclude*"),
        ["FROM"] = Flags("platform"),
        ["HEALTHCHECK"] = Flags("interval timeout start-period start-interval retries"),
        ["RUN"] = Flags("mount* device* network security"),
    };

    private static readonly Dictionary<string, FlagKind> None = [];

    private enum FlagKind
    {
        Value,
        Switch,
        Repeatable,
    }

    /// <returns>What is wrong with the flags; null when nothing is.</returns>
    public static string? Check(Instruction instruction)
    {
        // These two never look at their flags, and `HEALTHCHECK NONE` has none to look at.
        if (instruction is { Keyword: "ARG" or "STOPSIGNAL" } or { Keyword: "HEALTHCHECK", Arguments: ["NONE", ..] })
            return null;
        var known = Known.GetValueOrDefault(instruction.Keyword, None);
        var seen = new HashSet<string>();
        return instruction.Flags.Select(flag => CheckOne(flag, known, seen, instruction.Keyword)).FirstOrDefault(wrong => wrong is not null);
    }

    private static string? CheckOne(InstructionFlag flag, Dictionary<string, FlagKind> known, HashSet<string> seen, string keyword)
    {
        if (!known.TryGetValue(flag.Name, out var kind))
            return $"{keyword} knows no flag `--{flag.Name}`; it takes {string.Join(", ", known.Keys.Order().Select(Dashed).DefaultIfEmpty("none"))}";
        if (!seen.Add(flag.Name) && kind != FlagKind.Repeatable)
            return $"the flag `--{flag.Name}` is given twice; keep one";
        if (kind != FlagKind.Switch)
            return flag.Value is null ? $"the flag `--{flag.Name}` has no value; write `--{flag.Name}=…`" : null;
        return flag.Value?.ToLowerInvariant() is null or "true" or "false"
            ? null
            : $"the flag `--{flag.Name}` is `{flag.Value}`; it can only be true or false";
    }

    private static string Dashed(string name) => $"--{name}";

    private static Dictionary<string, FlagKind> Flags(string names) => names.Split(' ').ToDictionary(
        name => name.TrimEnd('?', '*'),
        name => name[^1] switch { '?' => FlagKind.Switch, '*' => FlagKind.Repeatable, _ => FlagKind.Value });
}
