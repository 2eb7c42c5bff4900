using System.Collections.Immutable;

namespace ContainerSecurity.Formats.ReleasePolicies;

/// <summary>Reads a policy file; a field that is not known is an error, so that a misspelt one is never a promise that nobody checks.</summary>
internal static class ReleasePolicyReader
{
    /// <param name="file">As messages call it.</param>
    /// <exception cref="Findings.InputException">Not YAML, or of another form; the message names file and line.</exception>
    public static ReleasePolicy Read(string file, string text)
    {
        var root = Setting.WholeFile(file, LocatedYaml.Parse(file, text));
        return root.Entries().Aggregate(new ReleasePolicy { File = file }, (policy, field) => field.Key switch
        {
            "repository" => policy with { Repository = field.Text() },
            "bases" => policy with { Bases = [.. field.Texts()] },
            "packages" => policy with { Packages = [.. field.Texts()] },
            "image" => policy with { Image = ImagePolicyReader.Read(field) },
            "devcontainer" => policy with { DevContainer = ReadDevContainer(field) },
            "claims" => policy with { Claims = [.. field.Entries().Select(ReadClaim)] },
            _ => throw Unknown(field, "a policy", PolicyFields.Policy),
        });
    }

    private static DevContainerPolicy ReadDevContainer(Setting container) =>
        container.Entries().Aggregate(new DevContainerPolicy(), (policy, field) => field.Key switch
        {
            "copies" => policy with { Copies = [.. field.Items().Select(ReadCopy)] },
            _ => throw Unknown(field, "a devcontainer", PolicyFields.DevContainer),
        });

    private static DeclaredCopy ReadCopy(Setting item) => item.Entries().Aggregate(new DeclaredCopy("", null, null), (copy, field) => field.Key switch
    {
        "source" => copy with { Source = field.Text() },
        "from" => copy with { From = field.Text() },
        "tool" => copy with { Tool = field.Text() },
        _ => throw Unknown(field, "a copy", PolicyFields.Copy),
    });

    private static PolicyClaim ReadClaim(Setting claim)
    {
        var read = claim.Entries().Aggregate(new PolicyClaim(claim.Key, "", [], claim.KeyLine), (known, field) => field.Key switch
        {
            "name" => known with { Name = field.Text() },
            "checks" => known with { Checks = [.. field.Texts()] },
            _ => throw Unknown(field, "a claim", PolicyFields.Claim),
        });
        return read.Name.Length == 0 ? throw claim.WrongKey("has no name; give it the bold name of the measure")
            : read.Checks.IsEmpty ? throw claim.WrongKey("has no checks, so nothing proves it")
            : read;
    }

    private static Findings.InputException Unknown(Setting field, string owner, ImmutableArray<PolicyField> known) =>
        PolicyFields.Unknown(field, owner, known);
}
