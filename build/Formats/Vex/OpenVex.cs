using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ContainerSecurity.Formats.Vex;

/// <summary>Reads OpenVEX documents (openvex/spec 0.2.0, and the plainer form of 0.0.1).</summary>
internal static class OpenVex
{
    public static ImmutableArray<VexStatement> Read(string name, JsonElement root)
    {
        var time = Time(root) ?? DateTimeOffset.MinValue;
        ImmutableArray<VexStatement> statements =
            [.. VexFile.List(root, "statements").Select((statement, index) => Statement(name, index + 1, statement, time))];
        return statements.IsEmpty ? throw VexFile.Bad(name, "it has no statements") : statements;
    }

    private static VexStatement Statement(string name, int number, JsonElement json, DateTimeOffset time)
    {
        var status = VexFile.Text(json, "status") switch
        {
            "not_affected" => VexStatus.NotAffected,
            "fixed" => VexStatus.Fixed,
            "affected" => VexStatus.Affected,
            "under_investigation" => VexStatus.UnderInvestigation,
            var other => throw VexFile.Bad(name, $"statement {number} has the status '{other}', which OpenVEX does not know"),
        };
        ImmutableArray<VexProduct> products = [.. VexFile.List(json, "products").SelectMany(Products)];
        ImmutableArray<string> vulnerabilities = json.TryGetProperty("vulnerability", out var vulnerability) ? [.. Names(vulnerability)] : [];
        if (vulnerabilities.IsEmpty || products.IsEmpty)
            throw VexFile.Bad(name, $"statement {number} names no {(products.IsEmpty ? "product" : "vulnerability")}");

        return new VexStatement(name, number)
        {
            Vulnerabilities = vulnerabilities,
            Products = products,
            Status = status,
            Reason = VexFile.Reason(name, number, status, VexFile.Text(json, "justification"), VexFile.Text(json, "impact_statement")),
            Time = Time(json) ?? time,
        };
    }

    private static IEnumerable<string> Names(JsonElement vulnerability) => vulnerability.ValueKind == JsonValueKind.String
        ? [vulnerability.GetString()!]
        : VexFile.List(vulnerability, "aliases").Select(alias => alias.GetString())
            .Prepend(VexFile.Text(vulnerability, "name") ?? VexFile.Text(vulnerability, "@id"))
            .OfType<string>();

    /// <summary>A product may be named in two ways; each is a name of its own.</summary>
    private static IEnumerable<VexProduct> Products(JsonElement product)
    {
        ImmutableArray<string> inside = [.. VexFile.List(product, "subcomponents").SelectMany(Identifiers)];
        return Identifiers(product).Select(name => new VexProduct(name, inside));
    }

    private static IEnumerable<string> Identifiers(JsonElement component) => component.ValueKind == JsonValueKind.String
        ? [component.GetString()!]
        : new[]
        {
            VexFile.Text(component, "@id"),
            component.TryGetProperty("identifiers", out var identifiers) ? VexFile.Text(identifiers, "purl") : null,
        }.OfType<string>().Distinct();

    private static DateTimeOffset? Time(JsonElement json) => (VexFile.Text(json, "last_updated") ?? VexFile.Text(json, "timestamp")) is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : null;
}
