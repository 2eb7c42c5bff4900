using System.Xml;
using System.Xml.Linq;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Dotnet;

/// <summary>How many tests passed, failed and were skipped.</summary>
internal sealed record TestTotals(int Passed, int Failed, int Skipped)
{
    public static readonly TestTotals None = new(0, 0, 0);

    public static TestTotals operator +(TestTotals left, TestTotals right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    /// <summary>Reads the counters of a TRX file (Visual Studio test results).</summary>
    /// <exception cref="ToolFailedException">There is no readable result, so the test run failed to complete.</exception>
    public static TestTotals Read(string path)
    {
        try
        {
            var counters = XDocument.Load(path).Descendants().Single(element => element.Name.LocalName == "Counters");
            var (total, passed, executed) = (Count(counters, "total"), Count(counters, "passed"), Count(counters, "executed"));
            return new TestTotals(passed, executed - passed, total - executed);
        }
        catch (Exception broken) when (broken is IOException or XmlException or InvalidOperationException
            or FormatException or NullReferenceException)
        {
            throw new ToolFailedException($"{path}: no readable test results, so the test run broke. Its output above says why.", broken);
        }
    }

    private static int Count(XElement counters, string name) => int.Parse(counters.Attribute(name)!.Value);

    /// <summary>The line that continuous integration reads.</summary>
    public override string ToString() => Skipped == 0 ? $"{Passed} passed, {Failed} failed" : $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
