using System.Globalization;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Images.Building;

/// <summary>Reads what EXPOSE takes: <c>8082</c>, <c>8082/udp</c>, <c>8000-8010</c>.</summary>
internal static partial class ExposedPort
{
    private const int Highest = 65535;

    /// <returns>Each port in the form of the image configuration, <c>8082/tcp</c>.</returns>
    public static IEnumerable<string> Parse(string word)
    {
        var match = Form().Match(word);
        var first = match.Success ? Number(match.Groups["first"]) : 0;
        var last = match.Groups["last"].Success ? Number(match.Groups["last"]) : first;
        if (first < 1 || last < first || last > Highest)
        {
            throw new RefusedInstructionException(
                BuildRule.CS3, $"`{word}` is no port", $"Write a port from 1 to {Highest}, or a range of them, with /tcp, /udp or /sctp where needed.");
        }

        var protocol = match.Groups["protocol"].Success ? match.Groups["protocol"].Value.ToLowerInvariant() : "tcp";
        return Enumerable.Range(first, last - first + 1).Select(port => $"{port}/{protocol}");
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("\\A(?<first>[0-9]{1,5})(-(?<last>[0-9]{1,5}))?(/(?<protocol>tcp|udp|sctp))?\\z", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
