using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Vex;

namespace Build.Tests.Formats.Vex;

public class VexFileTests
{
    [Fact]
    public void OpenVEX_is_read_with_all_names_and_both_ways_to_name_a_product()
    {
        var statement = Assert.Single<VexStatement>(Parse("""
            {"@context":"https://openvex.dev/ns/v0.2.0","timestamp":"2026-11-01T00:00:00Z","statements":[
             {"vulnerability":{"name":"CVE-1","aliases":["GHSA-1"]},"status":"not_affected","justification":"vulnerable_code_not_present","impact_statement":"not linked",
              "products":[{"@id":"pkg:oci/proxy","identifiers":{"purl":"pkg:oci/other"},"subcomponents":[{"@id":"pkg:deb/debian/curl@7"}]}]}]}
            """));

        Assert.Equal(["CVE-1", "GHSA-1"], statement.Vulnerabilities.AsEnumerable());
        Assert.Equal(["pkg:oci/proxy", "pkg:oci/other"], statement.Products.Select(product => product.Name));
        Assert.All(statement.Products, product => Assert.Equal(["pkg:deb/debian/curl@7"], product.Subcomponents.AsEnumerable()));
        Assert.Equal((VexStatus.NotAffected, "vulnerable_code_not_present: not linked", 1), (statement.Status, statement.Reason, statement.Number));
    }

    [Fact]
    public void The_plain_form_of_OpenVEX_is_read() =>
        Assert.Equal("pkg:deb/debian/curl", Assert.Single<VexProduct>(Assert.Single<VexStatement>(
            Parse(Open("""{"vulnerability":"CVE-1","status":"fixed","products":["pkg:deb/debian/curl"]}"""))).Products).Name);

    [Theory]
    [InlineData("not_affected", VexStatus.NotAffected)]
    [InlineData("false_positive", VexStatus.NotAffected)]
    [InlineData("resolved", VexStatus.Fixed)]
    [InlineData("resolved_with_pedigree", VexStatus.Fixed)]
    [InlineData("exploitable", VexStatus.Affected)]
    [InlineData("in_triage", VexStatus.UnderInvestigation)]
    public void CycloneDX_is_read(string state, VexStatus status)
    {
        var statements = Parse("""
            {"bomFormat":"CycloneDX","components":[{"bom-ref":"c1","purl":"pkg:deb/debian/curl@7"}],"vulnerabilities":[{"id":"CVE-0"},
             {"id":"CVE-1","analysis":{"state":"STATE","justification":"code_not_reachable"},
              "affects":[{"ref":"c1"},{"ref":"urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg:nuget/A%401"},{"ref":"c1","versions":[{"version":"1"}]}]}]}
            """.Replace("STATE", state, StringComparison.Ordinal));

        var statement = Assert.Single<VexStatement>(statements);
        Assert.Equal((status, "code_not_reachable", 2), (statement.Status, statement.Reason, statement.Number));
        Assert.Equal(["pkg:deb/debian/curl@7", "pkg:nuget/A@1"], statement.Products.Select(product => product.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"bomFormat\":\"CycloneDX\"")]
    [InlineData("{\"bomFormat\":\"CycloneDX\"}")]
    [InlineData("{\"bomFormat\":\"CycloneDX\",\"vulnerabilities\":{}}")]
    [InlineData("{\"bomFormat\":\"CycloneDX\",\"vulnerabilities\":[{\"id\":\"CVE-1\",\"analysis\":{\"state\":\"fine\"}}]}")]
    [InlineData("{\"bomFormat\":\"CycloneDX\",\"vulnerabilities\":[{\"id\":\"CVE-1\",\"analysis\":{\"state\":\"not_affected\"}}]}")]
    [InlineData("{\"@context\":\"https://openvex.dev/ns\",\"statements\":[]}")]
    [InlineData("{\"@context\":\"https://example.com\",\"statements\":[]}")]
    [InlineData("{\"document\":{\"category\":\"csaf_vex\"}}")]
    public void What_is_not_wholly_understood_is_refused_by_name(string text) =>
        Assert.StartsWith("--vex=a.json: ", Assert.Throws<InputException>(() => Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"vulnerability":"CVE-1","status":"not_affected","products":["pkg:oci/proxy"]}""", "not why")]
    [InlineData("""{"vulnerability":"CVE-1","status":"harmless","products":["pkg:oci/proxy"]}""", "'harmless'")]
    [InlineData("""{"vulnerability":"CVE-1","status":"fixed"}""", "names no product")]
    [InlineData("""{"status":"fixed","products":["pkg:oci/proxy"]}""", "names no vulnerability")]
    [InlineData("""{"vulnerability":"CVE-1","status":"fixed","status":"affected","products":["pkg:oci/proxy"]}""", "no whole JSON")]
    [InlineData("""{"vulnerability":"CVE-1","status":"fixed","products":["pkg:oci/proxy"],"timestamp":"yesterday"}""", "no whole JSON")]
    public void A_bad_statement_is_refused_and_told_why(string statement, string why) =>
        Assert.Contains(why, Assert.Throws<InputException>(() => Parse(Open(statement))).Message, StringComparison.Ordinal);

    private static string Open(string statement) => $$"""{"@context":"https://openvex.dev/ns/v0.2.0","statements":[{{statement}}]}""";

    private static ImmutableArray<VexStatement> Parse(string text) => VexFile.Parse("a.json", Encoding.UTF8.GetBytes(text));
}
