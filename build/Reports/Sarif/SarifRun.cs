using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Sarif;

/// <summary>One gate as a run.</summary>
internal static class SarifRun
{
    public static JsonObject Create(ScanReport report, GateResult gate)
    {
        // The gravest stay when there are too many.
        ImmutableArray<Finding> shown = [.. gate.Findings.OrderByDescending(finding => finding.Severity).Take(SarifReport.MostResults)];
        var rules = SarifRules.Of(gate.Name, shown);
        var run = new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = Driver(report, gate, rules.Descriptors), ["extensions"] = Extensions(gate) },
            ["automationDetails"] = new JsonObject { ["id"] = $"container-security/{report.Target ?? "Scan"}/{gate.Name}/" },
            ["invocations"] = new JsonArray(Invocation(report, gate, shown.Length)),
            ["columnKind"] = "utf16CodeUnits",
            ["originalUriBaseIds"] = new JsonObject
            {
                [SarifResult.Sources] = Root("The root of the repository."),
                [SarifResult.Image] = Root("The root of the image."),
            },
            ["results"] = new JsonArray([.. shown.Select(finding => SarifResult.Create(report, gate, finding, rules.IndexOf(finding)))]),
            ["properties"] = new JsonObject
            {
                ["verdict"] = DisplayNames.Get(gate.Verdict),
                ["open"] = ScanWords.Open(gate),
                ["suppressed"] = ScanWords.Suppressed(gate),
                ["coverage"] = gate.Coverage.Summary,
            },
        };
        // It speaks of every result of the run, and what lies in an image lies in no repository (SARIF2007 of the standard's validator).
        if (report.Source is { Repository: { } repository } source && shown.All(finding => finding is { File: not null, Layer: null }))
        {
            run["versionControlProvenance"] = new JsonArray(new JsonObject
            {
                ["repositoryUri"] = repository,
                ["revisionId"] = source.Revision,
                ["mappedTo"] = new JsonObject { ["uriBaseId"] = SarifResult.Sources },
            });
        }

        if (gate.Engine == "none")
            run["tool"]!.AsObject().Remove("extensions");
        return run;
    }

    private static JsonObject Driver(ScanReport report, GateResult gate, JsonArray rules)
    {
        var driver = new JsonObject
        {
            ["name"] = $"container security: {gate.Name}",
            ["semanticVersion"] = report.Tools.FirstOrDefault()?.Version ?? "0.0.0",
            ["rules"] = rules,
        };
        if (report.Source?.Repository is { } repository)
            driver["informationUri"] = repository;
        return driver;
    }

    private static JsonArray Extensions(GateResult gate)
    {
        var engine = new JsonObject { ["name"] = gate.Engine };
        if (gate.EngineVersion is { } version)
            engine["version"] = version;
        return new JsonArray(engine);
    }

    private static JsonObject Root(string what) => new() { ["description"] = new JsonObject { ["text"] = what } };

    private static JsonObject Invocation(ScanReport report, GateResult gate, int shown)
    {
        var notices = gate.Notes.Select(note => Notice(gate.Verdict == Verdict.Error ? "error" : "warning", note)).ToList();
        if (shown < gate.Findings.Length)
        {
            notices.Insert(0, Notice(
                "warning", $"{gate.Findings.Length - shown} of {gate.Findings.Length} findings, the mildest, are not shown here. See scan.json."));
        }

        var invocation = new JsonObject { ["executionSuccessful"] = gate.Verdict != Verdict.Error, ["exitCode"] = report.ExitCode };
        if (report.Command is { } command)
            invocation["commandLine"] = command;
        if (notices.Count > 0)
            invocation["toolExecutionNotifications"] = new JsonArray([.. notices]);
        return invocation;
    }

    private static JsonObject Notice(string level, string text) => new JsonObject
    {
        ["level"] = level,
        ["message"] = new JsonObject { ["text"] = text.Length == 0 ? "-" : text },
    };
}
