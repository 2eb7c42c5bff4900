using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.InToto;
using ContainerSecurity.Releasing.Statements;

namespace ContainerSecurity.Releasing.Checking;

/// <summary>Decides again, from the record of the run, what the statements say was decided.</summary>
internal static class VerdictReplay
{
    /// <summary>The lowest severity that no release has open; a run may have been stricter.</summary>
    private const Severity Limit = Severity.High;

    /// <summary>The gates that judge every release.</summary>
    private static readonly ImmutableArray<string> Gates = ["lint", "misconfig", "secrets", "vulnerabilities", "sbom", "licenses", "policy"];

    /// <param name="day">Exceptions that have ended by then count no more.</param>
    /// <exception cref="InputException">The record does not say what the statements say, or another run judged.</exception>
    public static string Look(ReleaseFolder release, StatementSet statements, ReleasedIndex index, ScanReport record, DateOnly day)
    {
        var provenance = ProvenanceFacts.Read(statements.Provenance.Predicate);
        if (provenance.Record is var digest && digest != release.DigestOf(ReleaseNames.Record))
            throw new InputException($"{ReleaseNames.Provenance} speaks of another {ReleaseNames.Record}: {digest ?? "of none"}.");
        if (record.Source is not { Modified: false, Revision: var revision } || revision != provenance.Commit)
            throw new InputException($"{ReleaseNames.Record} is not of the commit {provenance.Commit} as it was committed.");
        var judged = record.Images.Select(image => image.Digest).Order();
        if (!judged.SequenceEqual(index.Images.Select(image => image.Digest).Order()))
            throw new InputException($"{ReleaseNames.Record} is about other images: {string.Join(", ", judged)}.");
        if (Gates.FirstOrDefault(name => record.Gates.All(gate => gate.Name != name)) is { } missing)
            throw new InputException($"{ReleaseNames.Record}: the gate {missing} did not judge.");
        if (!record.Strict)
            throw new InputException($"{ReleaseNames.Record} is of a run that was not strict.");
        foreach (var gate in record.Gates)
            RequirePassed(gate, day);
        if (record.Claims.IsEmpty)
            throw new InputException($"{ReleaseNames.Record} proves no claim.");
        if (record.Claims.FirstOrDefault(claim => claim.Verdict != Verdict.Pass) is { } unproven)
            throw new InputException($"The claim {unproven.Id} {unproven.Name} is not proven.");
        RequireSaid(statements, record);
        return $"pass, decided again from {record.Gates.Length} gates, {record.Claims.Length} claims and "
            + $"{record.Gates.Sum(gate => gate.Findings.Length)} findings as of {day:yyyy-MM-dd}; all statements say so";
    }

    private static void RequirePassed(GateResult gate, DateOnly day)
    {
        if (gate.Findings.FirstOrDefault(finding => finding.Suppressed?.ExpiresAt < day) is { } ended)
        {
            throw new InputException(
                $"{gate.Name}: the exception for {ended.RuleId} ended on {ended.Suppressed!.ExpiresAt:yyyy-MM-dd}: {ended.Message}");
        }

        if (gate.Findings.FirstOrDefault(finding => finding.Suppressed is null && finding.Severity >= Limit) is { } open)
            throw new InputException($"{gate.Name} has a finding that no release may have: {open.RuleId}: {open.Message}");
        if (gate.Verdict != Verdict.Pass)
            throw new InputException($"The gate {gate.Name} did not pass: {gate.Verdict.ToString().ToLowerInvariant()}.");
    }

    private static void RequireSaid(StatementSet statements, ScanReport record)
    {
        if (statements.Summary.Predicate["verificationResult"]?.GetValue<string>() is var result && result != ReleaseStatements.Passed)
            throw new InputException($"{ReleaseNames.VerificationSummary} says {result ?? "nothing"}, not {ReleaseStatements.Passed}.");
        var said = (statements.Result.Predicate["properties"]?.AsArray() ?? []).Select(property => property!.GetValue<string>());
        if (!said.Order(StringComparer.Ordinal).SequenceEqual(ReleaseStatements.PropertiesOf(record).Order(StringComparer.Ordinal)))
            throw new InputException($"{ReleaseNames.SimpleVerificationResult} names other properties than {ReleaseNames.Record} proves.");
        var tests = TestResult.Read(statements.Tests.Predicate);
        if (!tests.Failed.IsEmpty)
            throw new InputException($"{ReleaseNames.TestResult} says that a test failed: {tests.Failed[0]}.");
        if (tests.Passed.Length != record.Gates.Length + record.Claims.Length)
            throw new InputException($"{ReleaseNames.TestResult} names {tests.Passed.Length} tests, {ReleaseNames.Record} has others.");
    }
}
