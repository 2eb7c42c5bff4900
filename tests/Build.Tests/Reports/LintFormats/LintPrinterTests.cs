using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.LintFormats;
using ContainerSecurity.Tools.Hadolint;

namespace Build.Tests.Reports.LintFormats;

public sealed partial class LintPrinterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 30, 40, TimeSpan.Zero);

    private static readonly Finding Warning = new()
    {
        RuleId = "DL3008",
        Severity = Severity.Medium,
        Message = "Pin `<package>` & \"all\"",
        File = "a/Dockerfile",
        Line = 3,
        Column = 1,
    };

    private static readonly Finding Shell = Warning with { RuleId = "SC2086", Severity = Severity.Low, Message = "Quote.", Line = 4 };

    private static readonly Finding Syntax = Warning with { RuleId = "DL1000", Severity = Severity.High, Message = "unknown", Line = 2, Column = 5 };

    [Theory]
    [InlineData(
        LintFormat.Tty, "a/Dockerfile:3 DL3008 \e[1m\e[93mwarning\e[0m: Pin `<package>` & \"all\"\na/Dockerfile:4 SC2086 \e[92minfo\e[0m: Quote.\n")]
    [InlineData(LintFormat.Gnu, "hadolint:a/Dockerfile:3: DL3008 warning: Pin `<package>` & \"all\"\nhadolint:a/Dockerfile:4: SC2086 info: Quote.\n")]
    [InlineData(
        LintFormat.Checkstyle,
        """<?xml version="1.0" encoding="UTF-8"?><checkstyle version="4.3"><file name="a/Dockerfile"><error column="1" line="3" message="Pin `&lt;package>` &amp; &quot;all&quot;" severity="warning" source="DL3008"/><error column="1" line="4" message="Quote." severity="info" source="SC2086"/></file><file name="b.Dockerfile"/></checkstyle>""")]
    public void Findings_are_printed_as_Hadolint_prints_them(object format, string expected) =>
        Assert.Equal(expected, Print((LintFormat)format, Warning, Shell));

    [Theory]
    [InlineData(LintFormat.Tty, "a/Dockerfile:2:5 unknown\n")]
    [InlineData(LintFormat.Gnu, "hadolint:a/Dockerfile:2:5: unknown\n")]
    [InlineData(
        LintFormat.Codeclimate,
        """{"categories":["Bug Risk"],"check_name":"DL1000","description":"unknown","location":{"path":"a/Dockerfile","positions":{"begin":{"column":5,"line":2},"end":{"column":5,"line":2}}},"severity":"blocker","type":"issue"}"""
            + "\0")]
    [InlineData(
        LintFormat.Sonarqube,
        """{"issues":[{"engineId":"Hadolint","primaryLocation":{"filePath":"a/Dockerfile","message":"unknown","textRange":{"endColumn":5,"endLine":2,"startColumn":5,"startLine":2}},"ruleId":"DL1000","severity":"BLOCKER","type":"BUG"}]}""")]
    [InlineData(
        LintFormat.Junit,
        """<?xml version="1.0" encoding="UTF-8"?><testsuites id="20261124_103040" name="Hadolint run at 2026-11-24 10:30:40" time="0.001"><testsuite errors="1" failures="1" id="hadolint" name="Hadolint 2.15.1" time="0.001"><testcase id="hadolint.error" name="DL1000" time="0.001"><failure message="parse error at line 2, column 5" type="error">"""
            + "Parse Error in a/Dockerfile\nLine: 2\nColumn: 5\nParse Error: unknown\n"
            + """</failure></testcase></testsuite><testsuite errors="0" failures="0" id="hadolint" name="Hadolint 2.15.1" time="0.001"/></testsuites>""")]
    public void A_syntax_error_is_printed_with_its_place(object format, string expected) => Assert.Equal(expected, Print((LintFormat)format, Syntax));

    [Theory]
    [InlineData(LintFormat.Tty, "")]
    [InlineData(LintFormat.Json, "[]")]
    [InlineData(LintFormat.GitlabCodeclimate, "[]")]
    [InlineData(LintFormat.Codeclimate, "")]
    [InlineData(LintFormat.Sonarqube, """{"issues":[]}""")]
    public void What_Hadolint_does_not_know_is_left_out(object format, string expected) =>
        Assert.Equal(expected, Print((LintFormat)format, Warning with { RuleId = "UndefinedVar" }, Warning with { RuleId = "CS1000" }));

    [Fact]
    public void Colours_can_be_left_out() =>
        Assert.Equal("a/Dockerfile:4 SC2086 info: Quote.\n", LintPrinter.Print(LintFormat.Tty, Gate(["a/Dockerfile"], Shell), Now, colours: false));

    [Theory]
    [MemberData(nameof(RecordedOutputs.Cases), MemberType = typeof(RecordedOutputs))]
    public void The_recorded_findings_give_the_recorded_output(string file, object format, string name)
    {
        var recorded = RecordedOutputs.Read(file);
        var findings = HadolintJson.Read(recorded["format-json"]).ToArray();

        Assert.Equal(WithoutTime(recorded[name]), PrintedWithoutTime(Gate(["sample.Dockerfile"], findings)));
        if (recorded.TryGetValue($"{name}-clean", out var clean))
            Assert.Equal(WithoutTime(clean), PrintedWithoutTime(Gate(["clean.Dockerfile"])));

        string PrintedWithoutTime(GateResult gate) => WithoutTime(LintPrinter.Print((LintFormat)format, gate, Now, colours: true));
    }

    private static string WithoutTime(string text) => RunTime().Replace(text, "<testsuites");

    private static string Print(LintFormat format, params Finding[] findings) =>
        LintPrinter.Print(format, Gate(["a/Dockerfile", "b.Dockerfile"], findings), Now, colours: true);

    internal static GateResult Gate(ImmutableArray<string> files, params Finding[] findings) => new()
    {
        Name = "lint",
        Engine = "built-in",
        Verdict = Verdict.Fail,
        Coverage = Coverage.None.List("files", files),
        Findings = [.. findings],
    };

    [GeneratedRegex("<testsuites id=\"[^\"]*\" name=\"[^\"]*\"")]
    private static partial Regex RunTime();
}
