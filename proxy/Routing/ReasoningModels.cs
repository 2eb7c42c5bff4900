namespace ClaudeCodeProxy.Routing;

/// <summary>Knows by name which models think before they answer; nobody is asked over the network.</summary>
internal static class ReasoningModels
{
    private static readonly string[] Vendors = ["azure/", "openai/"];
    private static readonly string[] Families = ["o1", "o2", "o3", "o4", "gpt-5"];

    public static bool Includes(string model)
    {
        var name = model.AsSpan();
        foreach (var vendor in Vendors)
        {
            if (name.StartsWith(vendor, StringComparison.OrdinalIgnoreCase)) name = name[vendor.Length..];
        }

        foreach (var family in Families)
        {
            if (name.StartsWith(family, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
