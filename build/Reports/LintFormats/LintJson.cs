using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContainerSecurity.Formats.Hadolint;

namespace ContainerSecurity.Reports.LintFormats;

/// <summary>The JSON formats. Keys are in alphabetical order, because GitLab's fingerprints are digests of the text.</summary>
internal static class LintJson
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Plain(IEnumerable<PrintedFinding> findings) => Text(Array(findings.Select(finding => new JsonObject
    {
        ["code"] = finding.Code,
        ["column"] = finding.Column,
        ["file"] = finding.File,
        ["level"] = finding.Level,
        ["line"] = finding.Line,
        ["message"] = finding.Message,
    })));

    public static string Codeclimate(IEnumerable<PrintedFinding> findings) => string.Concat(findings.Select(finding => Text(Issue(finding)) + '\0'));

    public static string GitlabCodeclimate(IEnumerable<PrintedFinding> findings) => Text(Array(findings.Select(Issue).Select(WithFingerprint)));

    public static string Sonarqube(IEnumerable<PrintedFinding> findings) => Text(new JsonObject { ["issues"] = Array(findings.Select(SonarIssue)) });

    public static string Sarif(IEnumerable<PrintedFinding> findings) => Text(new JsonObject
    {
        ["$schema"] = "http://json.schemastore.org/sarif-2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["defaultSourceLanguage"] = "dockerfile",
            ["results"] = Array(findings.Select(SarifResult)),
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["downloadUri"] = "https://github.com/hadolint/hadolint",
                    ["fullName"] = "Haskell Dockerfile Linter",
                    ["name"] = "Hadolint",
                    ["shortDescription"] = new JsonObject { ["text"] = "Dockerfile linter, validate inline bash, written in Haskell" },
                    ["version"] = HadolintCode.Release,
                },
            },
        }),
        ["version"] = "2.1.0",
    });

    private static JsonObject Issue(PrintedFinding finding)
    {
        var (key, begin, end) = finding.IsSyntaxError
            ? ("positions", (JsonNode)Position(finding), (JsonNode)Position(finding))
            : ("lines", finding.Line, finding.Line);
        return new JsonObject
        {
            ["categories"] = new JsonArray("Bug Risk"),
            ["check_name"] = finding.Code,
            ["description"] = finding.Message,
            ["location"] = finding.IsSyntaxError
                ? new JsonObject { ["path"] = finding.File, [key] = new JsonObject { ["begin"] = begin, ["end"] = end } }
                : new JsonObject { [key] = new JsonObject { ["begin"] = begin, ["end"] = end }, ["path"] = finding.File },
            ["severity"] = finding.Level switch { "error" => "blocker", "warning" => "major", "info" => "info", _ => "minor" },
            ["type"] = "issue",
        };
    }

    private static JsonObject Position(PrintedFinding finding) => new() { ["column"] = finding.Column, ["line"] = finding.Line };

    private static JsonObject WithFingerprint(JsonObject issue)
    {
        // Not used for security: GitLab only compares it.
#pragma warning disable CA5350
        var fingerprint = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(Text(issue))));
#pragma warning restore CA5350
        issue.Insert(3, "fingerprint", fingerprint);
        return issue;
    }

    private static JsonObject SonarIssue(PrintedFinding finding) => new()
    {
        ["engineId"] = "Hadolint",
        ["primaryLocation"] = new JsonObject
        {
            ["filePath"] = finding.File,
            ["message"] = finding.Message,
            ["textRange"] = new JsonObject
            {
                ["endColumn"] = finding.IsSyntaxError ? finding.Column : 1,
                ["endLine"] = finding.Line,
                ["startColumn"] = finding.IsSyntaxError ? finding.Column : 0,
                ["startLine"] = finding.Line,
            },
        },
        ["ruleId"] = finding.Code,
        ["severity"] = finding.Level switch
        {
            _ when finding.IsSyntaxError => "BLOCKER",
            "error" => "CRITICAL",
            "warning" => "MAJOR",
            "info" => "MINOR",
            _ => "INFO",
        },
        ["type"] = finding.Level == "error" ? "BUG" : "CODE_SMELL",
    };

    private static JsonObject SarifResult(PrintedFinding finding) => new()
    {
        ["level"] = finding.Level switch { "error" => "error", "warning" => "warning", _ => "note" },
        ["locations"] = new JsonArray(new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = finding.File },
                ["region"] = new JsonObject
                {
                    ["endColumn"] = finding.Column,
                    ["endLine"] = finding.Line,
                    ["sourceLanguage"] = finding.Code.StartsWith("DL", StringComparison.Ordinal) ? "dockerfile" : "sh",
                    ["startColumn"] = finding.Column,
                    ["startLine"] = finding.Line,
                },
            },
        }),
        ["message"] = new JsonObject { ["text"] = finding.Message },
        ["ruleId"] = finding.Code,
    };

    private static JsonArray Array(IEnumerable<JsonObject> items) => new([.. items]);

    private static string Text(JsonNode node) => node.ToJsonString(Compact);
}
