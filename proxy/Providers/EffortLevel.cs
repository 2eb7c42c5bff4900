using System.Text;

namespace ClaudeCodeProxy.Providers;

/// <summary>How much reasoning effort a model should spend, from none upwards.</summary>
internal enum EffortLevel
{
    None,
    Minimal,
    Low,
    Medium,
    High,
    XHigh,
    Max,
}

/// <summary>Finds and names levels.</summary>
internal static class EffortLevels
{
    /// <summary>What nearly all models take that take any.</summary>
    public static readonly EffortLevel[] Common = [EffortLevel.Low, EffortLevel.Medium, EffortLevel.High];

    public static ReadOnlySpan<byte> Name(this EffortLevel level) => level switch
    {
        EffortLevel.None => "none"u8,
        EffortLevel.Minimal => "minimal"u8,
        EffortLevel.Low => "low"u8,
        EffortLevel.Medium => "medium"u8,
        EffortLevel.High => "high"u8,
        EffortLevel.XHigh => "xhigh"u8,
        _ => "max"u8,
    };

    public static EffortLevel? Find(string name)
    {
        for (var level = EffortLevel.None; level <= EffortLevel.Max; level++)
        {
            if (level.IsNamed(name))
                return level;
        }

        return null;
    }

    /// <returns>In order.</returns>
    public static EffortLevel[] FindAll(string[] names)
    {
        var found = new List<EffortLevel>();
        for (var level = EffortLevel.None; level <= EffortLevel.Max; level++)
        {
            if (Array.Exists(names, name => level.IsNamed(name)))
                found.Add(level);
        }

        return found.ToArray();
    }

    private static bool IsNamed(this EffortLevel level, string name) => Ascii.EqualsIgnoreCase(level.Name(), name);

    /// <summary>The known level that is next to the wanted one, rather below than above; none only when it is wanted.</summary>
    /// <param name="known">In order; null comes out when it is empty.</param>
    public static EffortLevel? Nearest(this EffortLevel wanted, ReadOnlySpan<EffortLevel> known)
    {
        EffortLevel? nearest = null;
        foreach (var level in known)
        {
            if (level == EffortLevel.None && wanted != EffortLevel.None)
                continue;
            if (nearest is null || level <= wanted)
                nearest = level;
        }

        return nearest;
    }
}
