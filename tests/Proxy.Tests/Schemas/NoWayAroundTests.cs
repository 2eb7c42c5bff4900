using System.Text.RegularExpressions;

namespace Proxy.Tests.Schemas;

/// <summary>Whatever a test has the proxy say passes the schemas, because there is one way to make it say anything.</summary>
public sealed partial class NoWayAroundTests
{
    [Fact]
    public void Tests_translate_and_ask_only_where_the_result_is_held_against_the_schemas()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "claude-code-proxy.slnx")))
            root = root.Parent;
        var tests = Directory.EnumerateFiles(Path.Combine(root.FullName, "tests", "Proxy.Tests"), "*.cs", SearchOption.AllDirectories);

        Assert.Empty(tests.Where(file => !Path.GetFileName(file).StartsWith("Checked", StringComparison.Ordinal)
            && Way().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));
    }

    [GeneratedRegex(@"(Request|Response)Translator\.Translate\(|new \w*StreamTranslator\(|ErrorEnvelope\.Write|new\s+EventWriter|new\s+HttpClient\b")]
    private static partial Regex Way();
}
