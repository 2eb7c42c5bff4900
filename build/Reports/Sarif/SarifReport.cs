using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Sarif;

/// <summary>
/// <c>scan.sarif</c> (SARIF 2.1.0): a run for each gate, with a tool and a category of its own, within what GitHub takes
/// (docs.github.com, "SARIF support for code scanning").
/// </summary>
internal static class SarifReport
{
    public const int MostRuns = 20;
    public const int MostResults = 25_000;

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(ScanReport report)
    {
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray([.. Gates(report).Select(gate => SarifRun.Create(report, gate))]),
            ["properties"] = new JsonObject { ["verdict"] = DisplayNames.Get(report.Verdict), ["exitCode"] = report.ExitCode },
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(log, Layout), (byte)'\n'];
    }

    /// <summary>A run that never judged is one of a gate that could not run; what is over the limit becomes one that says so.</summary>
    private static ImmutableArray<GateResult> Gates(ScanReport report) => report.Gates switch
    {
        [] => [GateResult.CouldNotRun("run", report.Error ?? "No gate judged.")],
        { Length: > MostRuns } many =>
        [
            .. many.OrderByDescending(gate => gate.Verdict).Take(MostRuns - 1),
            GateResult.CouldNotRun("other gates", $"{many.Length - MostRuns + 1} gates are not shown here: a file holds {MostRuns}. See scan.json."),
        ],
        var all => all,
    };
}
