using System.Globalization;
using System.Text;
using System.Xml;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Pipelines;

/// <summary>
/// <c>junit.xml</c>, which viewers of pipelines read: a suite for each gate, a test for its verdict and one for each finding. A finding that fails
/// its gate is a failure, one that an exception covers is skipped, any other passes and says what it is.
/// </summary>
internal static class JUnitReport
{
    private static readonly XmlWriterSettings Layout = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };

    public static byte[] Write(ScanReport report)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Layout))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", $"container security: {DisplayNames.Get(report.Verdict)}");
            var gates = report.Gates.IsEmpty ? [GateResult.CouldNotRun("run", report.Error ?? "No gate judged.")] : report.Gates;
            WriteCounts(xml, [.. gates.SelectMany(gate => Outcomes(gate, report.Strict))]);
            foreach (var gate in gates)
                WriteGate(xml, gate, report.Strict);
            xml.WriteEndElement();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private enum Outcome
    {
        Passed,
        Skipped,
        Failure,
        Error,
    }

    /// <summary>Of the verdict, then of the findings.</summary>
    private static IEnumerable<Outcome> Outcomes(GateResult gate, bool strict) => gate.Findings.Select(OutcomeOf).Prepend(gate.Verdict switch
    {
        Verdict.Pass => Outcome.Passed,
        Verdict.Incomplete => strict ? Outcome.Failure : Outcome.Skipped,
        Verdict.Fail => Outcome.Failure,
        _ => Outcome.Error,
    });

    private static Outcome OutcomeOf(Finding finding) =>
        finding.Suppressed is not null ? Outcome.Skipped : finding.Blocks == true ? Outcome.Failure : Outcome.Passed;

    private static void WriteGate(XmlWriter xml, GateResult gate, bool strict)
    {
        Outcome[] outcomes = [.. Outcomes(gate, strict)];
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", gate.Name);
        WriteCounts(xml, outcomes);
        if (gate.Duration is { } duration)
            xml.WriteAttributeString("time", duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
        xml.WriteStartElement("properties");
        WriteProperty(xml, "verdict", DisplayNames.Get(gate.Verdict));
        WriteProperty(xml, "engine", ScanWords.Engine(gate));
        WriteProperty(xml, "coverage", gate.Coverage.Summary);
        xml.WriteEndElement();
        WriteCase(xml, gate, "verdict", outcomes[0], $"{DisplayNames.Get(gate.Verdict)}: {Reason(gate)}", Next(gate));
        foreach (var (index, finding) in gate.Findings.Index())
        {
            var name = $"{finding.RuleId} {DisplayNames.FormatPlace(finding)}";
            var message = finding.Suppressed is { } suppression ? ScanWords.Reason(suppression) : finding.Message;
            var text = $"{DisplayNames.Get(finding.Severity)}: {finding.Message}\n{finding.Help}";
            WriteCase(xml, gate, name, outcomes[index + 1], message, text, finding);
        }

        xml.WriteEndElement();
    }

    private static string Reason(GateResult gate) => gate.Notes.FirstOrDefault() ?? ScanWords.Count(ScanWords.Open(gate), "finding");

    private static string Next(GateResult gate) => string.Join("\n", gate.Next is { } next ? gate.Notes.Add($"Next: {next}") : gate.Notes);

    private static void WriteCounts(XmlWriter xml, Outcome[] outcomes)
    {
        xml.WriteAttributeString("tests", Number(outcomes.Length));
        xml.WriteAttributeString("failures", Number(outcomes.Count(outcome => outcome == Outcome.Failure)));
        xml.WriteAttributeString("errors", Number(outcomes.Count(outcome => outcome == Outcome.Error)));
        xml.WriteAttributeString("skipped", Number(outcomes.Count(outcome => outcome == Outcome.Skipped)));
    }

    private static void WriteCase(
        XmlWriter xml, GateResult gate, string name, Outcome outcome, string message, string text, Finding? finding = null)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", $"container-security.{gate.Name}");
        xml.WriteAttributeString("name", VisibleText.Line(name));
        if (finding is { File: { } file, Layer: null })
            xml.WriteAttributeString("file", VisibleText.Line(file));
        if (finding is { File: not null, Layer: null, Line: { } line })
            xml.WriteAttributeString("line", Number(line));
        if (outcome == Outcome.Passed)
        {
            if (finding is not null)
                xml.WriteElementString("system-out", VisibleText.Of(text));
        }
        else
        {
            xml.WriteStartElement(outcome.ToString().ToLowerInvariant());
            xml.WriteAttributeString("message", VisibleText.Line(message));
            if (finding is not null)
                xml.WriteAttributeString("type", DisplayNames.Get(finding.Severity));
            xml.WriteString(VisibleText.Of(text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteProperty(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("value", VisibleText.Line(value));
        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
