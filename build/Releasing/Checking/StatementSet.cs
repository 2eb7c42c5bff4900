using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.InToto;

namespace ContainerSecurity.Releasing.Checking;

/// <summary>The statements of a release, each of its kind.</summary>
/// <param name="Tests">The record of gates and claims as a test result.</param>
internal sealed record StatementSet(InTotoStatement Provenance, InTotoStatement Summary, InTotoStatement Result, InTotoStatement Tests)
{
    private static readonly ImmutableArray<string> Types =
    [
        PredicateTypes.Provenance, PredicateTypes.VerificationSummary, PredicateTypes.SimpleVerificationResult, PredicateTypes.TestResult,
    ];

    public IEnumerable<(string Name, InTotoStatement Statement)> All => ReleaseNames.Statements.Zip([Provenance, Summary, Result, Tests]);

    /// <exception cref="InputException">An envelope that is none.</exception>
    public static IReadOnlyList<(string Name, DsseEnvelope Envelope)> ReadEnvelopes(ReleaseFolder release) =>
        [.. ReleaseNames.Statements.Select(name => (name, DsseEnvelope.Read(name, release.ReadAll(name))))];

    /// <exception cref="InputException">A statement of another kind than its file's name says, or none.</exception>
    public static StatementSet Read(IReadOnlyList<(string Name, DsseEnvelope Envelope)> envelopes)
    {
        ImmutableArray<InTotoStatement> statements = [.. envelopes.Zip(Types, (one, type) => Read(one.Name, one.Envelope, type))];
        return new StatementSet(statements[0], statements[1], statements[2], statements[3]);
    }

    private static InTotoStatement Read(string name, DsseEnvelope envelope, string type)
    {
        if (envelope.PayloadType != DsseEnvelope.InToto)
            throw new InputException($"{name} holds `{envelope.PayloadType}`, not `{DsseEnvelope.InToto}`.");
        var statement = InTotoStatement.Read(name, envelope.Payload.AsSpan());
        return statement.PredicateType == type
            ? statement
            : throw new InputException($"{name} is a statement of {statement.PredicateType}, not of {type}.");
    }
}
