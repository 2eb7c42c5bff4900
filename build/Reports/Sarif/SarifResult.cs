using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Sarif;

/// <summary>One finding as a result.</summary>
internal static class SarifResult
{
    /// <summary>What paths in the checkout are relative to.</summary>
    public const string Sources = "SRCROOT";

    /// <summary>What paths in the image are relative to.</summary>
    public const string Image = "IMAGEROOT";

    public static JsonNode Create(ScanReport report, GateResult gate, Finding finding, int rule)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.RuleId,
            ["ruleIndex"] = rule,
            ["level"] = SarifRules.Level(finding.Severity),
            ["message"] = new JsonObject { ["text"] = Message(finding) },
            ["locations"] = new JsonArray(Location(report, gate, finding)),
            ["partialFingerprints"] = Fingerprints(gate, finding),
            ["properties"] = Properties(finding),
        };
        if (finding.Suppressed is { } suppression)
        {
            result["suppressions"] = new JsonArray(new JsonObject
            {
                ["kind"] = "external",
                ["status"] = "accepted",
                ["justification"] = ScanWords.Reason(suppression),
            });
        }

        return result;
    }

    private static string Message(Finding finding)
    {
        var message = finding.Message.Trim() is { Length: > 0 } words ? words : finding.RuleId;
        return string.IsNullOrWhiteSpace(finding.Help) ? message : $"{message}\n{finding.Help}";
    }

    /// <summary>
    /// GitHub shows no result without a file: a package or setting without one is shown in what bears the image's name, as by Trivy.
    /// </summary>
    private static JsonObject Location(ScanReport report, GateResult gate, Finding finding)
    {
        var (path, root) = finding switch
        {
            { File: { } file, Layer: null } => (file, Sources),
            { File: { } file } => (file, Image),
            _ => (report.Images.FirstOrDefault()?.Name.Split('/')[^1].Split(':', '@')[0] is { Length: > 0 } name ? name : gate.Name, Image),
        };
        return new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = Relative(path), ["uriBaseId"] = root },
                ["region"] = Region(finding),
            },
            ["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = DisplayNames.FormatPlace(finding) }),
        };
    }

    /// <summary>Without a line GitHub shows nothing either.</summary>
    private static JsonObject Region(Finding finding)
    {
        var region = new JsonObject { ["startLine"] = finding.Line ?? 1 };
        if (finding is { Line: not null, Column: { } column })
            region["startColumn"] = column;
        return region;
    }

    /// <summary>A reference below the root (RFC 3986): every character that means something in one is escaped, and nothing leads out.</summary>
    private static string Relative(string path)
    {
        var steps = path.Split('/').Where(step => step is not ("" or "." or "..")).Select(Uri.EscapeDataString);
        return string.Join('/', steps) is { Length: > 0 } relative ? relative : "-";
    }

    private static JsonObject Fingerprints(GateResult gate, Finding finding)
    {
        var place = string.Join('\n', gate.Name, finding.RuleId, finding.File, finding.Package, finding.Platform);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)))[..16];
        return new JsonObject { ["primaryLocationLineHash"] = finding.Fingerprint ?? $"{digest}:1", ["ruleAndPlace/v1"] = digest };
    }

    private static JsonObject Properties(Finding finding)
    {
        var properties = new JsonObject { ["severity"] = DisplayNames.Get(finding.Severity), ["blocks"] = finding.Blocks == true };
        Add("layer", finding.Layer);
        Add("platform", finding.Platform);
        Add("purl", finding.Purl);
        Add("fixedVersion", finding.FixedVersion);
        Add("claim", finding.Claim);
        if (finding.KnownExploited == true)
            properties["knownExploited"] = true;
        if (finding.Epss is { } epss)
            properties["epss"] = epss;
        return properties;

        void Add(string name, string? value)
        {
            if (value is not null)
                properties[name] = value;
        }
    }
}
