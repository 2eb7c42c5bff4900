using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Tasks.Runs;

/// <summary>
/// Gives each finding what it is recognised by in the next run: the text of its line and not its number, the package and not its version, the path
/// and not the layer.
/// </summary>
internal sealed class Fingerprints(string root)
{
    private const int Digits = 16;

    private readonly RepositoryText _texts = new(root);
    private readonly Dictionary<string, string[]> _lines = [];
    private readonly Dictionary<string, int> _seen = [];

    public ImmutableArray<GateResult> Add(ImmutableArray<GateResult> gates) =>
    [
        .. gates.Select(gate => gate with
        {
            Findings = [.. gate.Findings.Select(finding => finding with { Fingerprint = Of(gate.Name, finding) })],
        }),
    ];

    private string Of(string gate, Finding finding)
    {
        string?[] parts = [gate, finding.RuleId, finding.File, finding.Package, finding.Platform, LineOf(finding) ?? finding.Message];
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..Digits];
        var number = _seen[digest] = _seen.GetValueOrDefault(digest) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{digest}:{number}");
    }

    /// <returns>Without what only indents; null where the finding is not in a text of the checkout. A package is named apart.</returns>
    private string? LineOf(Finding finding)
    {
        if (finding.Package is not null)
            return "";
        if (finding is not { File: { } file, Line: { } line, Layer: null })
            return null;
        if (!_lines.TryGetValue(file, out var lines))
            _lines[file] = lines = Read(file);
        return lines.ElementAtOrDefault(line - 1)?.Trim();
    }

    private string[] Read(string file)
    {
        try
        {
            return _texts.Read(file).Split('\n');
        }
        catch (Exception unread) when (unread is InputException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
