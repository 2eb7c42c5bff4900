using ClaudeCodeProxy.Providers.Schemas;

namespace Proxy.Tests.Providers.Schemas;

/// <summary>Python's verdicts were taken from Python 3.11.</summary>
public sealed class PatternScannerTests
{
    [Theory]
    [InlineData("")]
    [InlineData("^[a-z-]+$")]
    [InlineData(@"^\d{4}-\d\d\b[^\s,]*$")]
    [InlineData(@"\\p{L}")]
    [InlineData(@"[\\p{L}]")]
    [InlineData(@"\x41\u0041[\x41-\u0042]\t\0")]
    [InlineData(@"(a|b)(?:c)(?i:d)\1")]
    [InlineData(@"[\w-]+[-\w][a-z-9][+--]")]
    [InlineData(@"a{2,}\{\}\/\-")]
    public void Most_are_known_everywhere(string pattern) => Assert.Equal(SchemaFeature.None, new PatternScanner(pattern).Scan());

    [Theory]
    [InlineData(@"^[^\p{Cc}]+$")]
    [InlineData(@"\P{L}")]
    [InlineData(@"\u{1F600}")]
    [InlineData(@"\cA")]
    [InlineData(@"[\b\B]")]
    [InlineData(@"(?<year>\d{4})")]
    [InlineData(@"\k<year>")]
    [InlineData(@"\x4")]
    [InlineData(@"[\w-.]")]
    [InlineData(@"[a-\d]")]
    [InlineData("[]")]
    [InlineData("[^]")]
    [InlineData("a\\")]
    public void Some_python_cannot_compile(string pattern) =>
        Assert.Equal(SchemaFeature.EcmaScriptPatterns, new PatternScanner(pattern).Scan());

    [Theory]
    [InlineData("^(?!__)a", false)]
    [InlineData("(?=a)", false)]
    [InlineData("(?<!ab)c", false)]
    [InlineData("(?<=a+)c", true)]
    [InlineData(@"[(?=]\(?=", null)]
    public void Lookaround_is_found_where_it_is_none_of_text(string pattern, bool? isEcmaScriptToo) => Assert.Equal(
        isEcmaScriptToo switch
        {
            true => SchemaFeature.Lookaround | SchemaFeature.EcmaScriptPatterns,
            false => SchemaFeature.Lookaround,
            null => SchemaFeature.None,
        },
        new PatternScanner(pattern).Scan());
}
