using System.Xml.Linq;

namespace ContainerSecurity.Tools.Dotnet;

/// <summary>What no test fails for and a person should read: lines of a test's output that begin with <c>warning: </c>.</summary>
internal static class TestWarnings
{
    private const string Mark = "warning: ";

    /// <summary>Reads a TRX file; each line once, however many tests wrote it, and without the mark.</summary>
    public static IEnumerable<string> Read(string path) => XDocument.Load(path).Descendants()
        .Where(element => element.Name.LocalName == "StdOut")
        .SelectMany(output => output.Value.Split('\n', StringSplitOptions.TrimEntries))
        .Where(line => line.StartsWith(Mark, StringComparison.Ordinal))
        .Select(line => line[Mark.Length..])
        .Distinct();
}
