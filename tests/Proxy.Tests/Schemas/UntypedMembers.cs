using System.Text.RegularExpressions;

namespace Proxy.Tests.Schemas;

/// <summary>What Anthropic's API says and the types of its clients do not know.</summary>
internal static partial class UntypedMembers
{
    /// <summary>A message or an event as the types know it.</summary>
    public static string TakeOut(string json) => SafeguardResults().Replace(json, "");

    [GeneratedRegex(
        """(?<="stop_sequence":(null|"[^"]*")),"safeguard_results":\[(\{"type":"([^"\\]|\\.)*","status":\{"type":("unsupported"|"available","tool_uses":"""
            + """\{("([^"\\]|\\.)*":\{("[a-z_]+":"([^"\\]|\\.)*",?)*\},?)*\})\}\},?)*\]""")]
    private static partial Regex SafeguardResults();
}
