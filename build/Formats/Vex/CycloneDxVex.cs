using System.Collections.Immutable;
using System.Text.Json;

namespace ContainerSecurity.Formats.Vex;

/// <summary>Reads the analyses of vulnerabilities in CycloneDX documents (CycloneDX 1.4 and later, <c>vulnerabilities[].analysis</c>).</summary>
internal static class CycloneDxVex
{
    public static ImmutableArray<VexStatement> Read(string name, JsonElement root)
    {
        var purls = VexFile.List(root, "components")
            .Select(component => (Ref: VexFile.Text(component, "bom-ref"), Purl: VexFile.Text(component, "purl")))
            .Where(component => component is { Ref: not null, Purl: not null })
            .DistinctBy(component => component.Ref)
            .ToDictionary(component => component.Ref!, component => component.Purl!);
        var time = root.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("timestamp", out var stamp)
            ? stamp.GetDateTimeOffset()
            : DateTimeOffset.MinValue;
        ImmutableArray<VexStatement> statements =
        [
            .. VexFile.List(root, "vulnerabilities")
                .Select((vulnerability, index) => Statement(name, index + 1, vulnerability, purls, time))
                .OfType<VexStatement>(),
        ];
        return statements.IsEmpty ? throw VexFile.Bad(name, "it has no vulnerability with an analysis") : statements;
    }

    /// <returns>Null for a vulnerability that is listed without an analysis.</returns>
    private static VexStatement? Statement(string name, int number, JsonElement json, Dictionary<string, string> purls, DateTimeOffset time)
    {
        if (!json.TryGetProperty("analysis", out var analysis))
            return null;

        var status = VexFile.Text(analysis, "state") switch
        {
            "not_affected" or "false_positive" => VexStatus.NotAffected,
            "resolved" or "resolved_with_pedigree" => VexStatus.Fixed,
            "exploitable" => VexStatus.Affected,
            "in_triage" => VexStatus.UnderInvestigation,
            var other => throw VexFile.Bad(name, $"vulnerability {number} has the state '{other}', which CycloneDX does not know"),
        };
        // An entry that tells versions apart speaks of a range, and of one package in one version nothing certain.
        ImmutableArray<VexProduct> products =
        [
            .. VexFile.List(json, "affects")
                .Where(affected => !affected.TryGetProperty("versions", out _))
                .Select(affected => new VexProduct(Target(VexFile.Text(affected, "ref") ?? "", purls), [])),
        ];
        return new VexStatement(name, number)
        {
            Vulnerabilities = [VexFile.Text(json, "id") ?? throw VexFile.Bad(name, $"vulnerability {number} has no id")],
            Products = products,
            Status = status,
            Reason = VexFile.Reason(name, number, status, VexFile.Text(analysis, "justification"), VexFile.Text(analysis, "detail")),
            Time = analysis.TryGetProperty("lastUpdated", out var updated) ? updated.GetDateTimeOffset() : time,
        };
    }

    /// <summary>A reference within the document, or a link into another one (<c>urn:cdx:serial/version#reference</c>).</summary>
    private static string Target(string reference, Dictionary<string, string> purls)
    {
        if (purls.TryGetValue(reference, out var purl))
            return purl;

        return reference.StartsWith("urn:cdx:", StringComparison.Ordinal) && reference.Split('#', 2) is [_, var inside]
            ? Uri.UnescapeDataString(inside)
            : reference;
    }
}
