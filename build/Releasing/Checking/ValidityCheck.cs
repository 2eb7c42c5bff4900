using System.Globalization;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.InToto;
using ContainerSecurity.Releasing.Statements;

namespace ContainerSecurity.Releasing.Checking;

/// <summary>The verdict holds at the time that the user asks for.</summary>
internal static class ValidityCheck
{
    /// <exception cref="InputException">Not yet, no longer, or the statements contradict each other.</exception>
    public static string Look(StatementSet statements, ScanReport record, DateTimeOffset asOf)
    {
        var from = Time(ReleaseNames.VerificationSummary, statements.Summary, "timeVerified");
        var until = Time(ReleaseNames.VerificationSummary, statements.Summary, ReleaseStatements.ValidUntil);
        if (Time(ReleaseNames.SimpleVerificationResult, statements.Result, "timeCreated") is var other && other != from)
        {
            throw new InputException(
                $"{ReleaseNames.SimpleVerificationResult} is of {Validity.Format(other)}, the summary of {Validity.Format(from)}.");
        }

        if (Validity.Of(record, from) is var own && own != new Validity(from, until))
        {
            throw new InputException(
                $"{ReleaseNames.VerificationSummary} says that it holds from {Validity.Format(from)} until {Validity.Format(until)}; by "
                + $"{ReleaseNames.Record} it holds from {Validity.Format(own.From)} until {Validity.Format(own.Until)}.");
        }

        return asOf < from ? throw new InputException($"It was judged by what was known on {Validity.Format(from)}, after {Validity.Format(asOf)}.")
            : asOf >= until ? throw new InputException($"It was valid until {Validity.Format(until)}, not {Validity.Format(asOf)}. Get a newer one.")
            : $"from {Validity.Format(from)} until {Validity.Format(until)}; asked for {Validity.Format(asOf)}";
    }

    private static DateTimeOffset Time(string name, InTotoStatement statement, string member) =>
        DateTimeOffset.TryParseExact(
            statement.Predicate[member]?.GetValue<string>(),
            "yyyy-MM-ddTHH:mm:ssZ",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time)
            ? time
            : throw new InputException($"{name}: `{member}` is no time.");
}
