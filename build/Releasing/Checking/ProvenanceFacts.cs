using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.InToto;
using ContainerSecurity.Releasing.Statements;

namespace ContainerSecurity.Releasing.Checking;

/// <summary>What the provenance says that the rest must agree with.</summary>
/// <param name="Source">The commit as a URI, with which those of its files begin.</param>
/// <param name="Ref">The tag; null without one.</param>
/// <param name="Record">SHA-256 of the record of the run that judged, hexadecimal.</param>
internal sealed record ProvenanceFacts(
    string Version, string Source, string? Ref, ImmutableArray<string> Rids, string Commit, string Builder, string? Record)
{
    private static readonly string[] Parameters = ["platforms", "ref", "source", "version"];

    /// <exception cref="InputException">It says less, or has parameters that nobody knows (slsa.dev/spec/v1.2/verifying-artifacts).</exception>
    public static ProvenanceFacts Read(JsonObject predicate)
    {
        try
        {
            var definition = predicate["buildDefinition"]!.AsObject();
            if (definition["buildType"]!.GetValue<string>() is var type && type != ReleaseStatements.BuildType)
                throw new InputException($"it was built as {type}, not as {ReleaseStatements.BuildType}");
            var parameters = definition["externalParameters"]!.AsObject();
            if (parameters.Select(parameter => parameter.Key).Except(Parameters).FirstOrDefault() is { } unknown)
                throw new InputException($"it was built with the parameter `{unknown}`, which no build here knows");
            var source = parameters["source"]!.GetValue<string>();
            return new ProvenanceFacts(
                parameters["version"]!.GetValue<string>(),
                source,
                parameters["ref"]?.GetValue<string>(),
                [.. parameters["platforms"]!.AsArray().Select(rid => rid!.GetValue<string>())],
                CommitOf(definition, source),
                predicate["runDetails"]!["builder"]!["id"]!.GetValue<string>(),
                RecordOf(predicate));
        }
        catch (Exception broken) when (broken is InputException or InvalidOperationException or NullReferenceException)
        {
            var what = broken is NullReferenceException ? "something that it must say is missing" : broken.Message.TrimEnd('.');
            throw new InputException($"{ReleaseNames.Provenance}: {what}.", broken);
        }
    }

    private static string CommitOf(JsonObject definition, string source) => definition["resolvedDependencies"]!.AsArray()
        .Select(each => ResourceDescriptor.Read(each!.AsObject()))
        .Where(each => each.Uri == source)
        .Select(each => each.Digest.GetValueOrDefault("gitCommit"))
        .FirstOrDefault() ?? throw new InputException("its source is not among what it was built from");

    private static string? RecordOf(JsonObject predicate) => (predicate["runDetails"]!["byproducts"]?.AsArray() ?? [])
        .Select(each => ResourceDescriptor.Read(each!.AsObject()))
        .FirstOrDefault(each => each.Name == ReleaseNames.Record)?.Sha256;
}
