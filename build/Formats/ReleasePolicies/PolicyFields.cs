using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.ReleasePolicies;

/// <summary>A field of a policy.</summary>
/// <param name="Form">What it holds.</param>
/// <param name="Meaning">A sentence for documents.</param>
internal sealed record PolicyField(string Name, string Form, string Meaning);

/// <summary>Every field of a policy: what readers know, the schema allows, and docs/policy.md explains.</summary>
internal static class PolicyFields
{
    public static readonly ImmutableArray<PolicyField> Policy =
    [
        new("repository", "path", "The folder of the repository, relative to the policy's own; `.` without it."),
        new("bases", "list of globs", "Images that a stage may start from, without tag and digest. `scratch` and earlier stages always may."),
        new("packages", "list of names", "Packages that Dockerfiles and devcontainers install; exactly these."),
        new("image", "mapping", "What the released image is."),
        new("devcontainer", "mapping", "What a devcontainer adds to its base besides packages."),
        new("claims", "mapping of ids", "The measures of SECURITY.md, each with the checks that prove it."),
    ];

    public static readonly ImmutableArray<PolicyField> Image =
    [
        new("ports", "list of `PORT/PROTOCOL`", "Exactly the exposed ports; none without it."),
        new("base", "`scratch`, or a mapping", "What the image is built on."),
        new("files", "list of globs", "Exactly the files: each of the image is named by one of them, and each of them names one."),
        new("packages", "list of globs", "Exactly the packages, besides those of the base and what the named ones depend on."),
        new("labels", "list of names", "Exactly the labels, each with a value."),
        new("environment", "list of names", "Exactly the variables."),
        new("size", "`16 MiB`", "Most bytes of all layers, unpacked. Units are B (none written), kB, MB, GB, KiB, MiB and GiB."),
        new("entries", "number", "Most files, folders and links of all layers."),
        new("certificates", "mapping", "How current the trusted certificates are."),
    ];

    public static readonly ImmutableArray<PolicyField> Base =
    [
        new("image", "`NAME@sha256:DIGEST`", "Which image it is."),
        new("layers", "list of digests", "The diff ids of its layers, from the bottom up."),
    ];

    public static readonly ImmutableArray<PolicyField> Certificates =
    [
        new("expired", "number", "Most that may have expired; 0 without it."),
        new("days", "number", "Most days since the newest of them became valid; any number without it."),
    ];

    public static readonly ImmutableArray<PolicyField> DevContainer = [new("copies", "list of mappings", "Files that its stage may copy.")];

    public static readonly ImmutableArray<PolicyField> Copy =
    [
        new("source", "path", "As COPY names it."),
        new("from", "name", "The stage of `--from`; the build context without it."),
        new("tool", "name", "The entry of tools.lock.json that pins it; a file of the repository without it."),
    ];

    public static readonly ImmutableArray<PolicyField> Claim =
    [
        new("name", "text", "The bold name of the measure, so that an id cannot be moved to another promise."),
        new("checks", "list of ids", "The checks that prove it, of docs/rules.md."),
    ];

    /// <summary>Where each list of fields stands in a policy, <c>*</c> for names that the project chooses.</summary>
    public static readonly ImmutableArray<(string Path, ImmutableArray<PolicyField> Fields)> All =
    [
        ("", Policy), ("image", Image), ("image.base", Base), ("image.certificates", Certificates), ("devcontainer", DevContainer),
        ("devcontainer.copies[]", Copy), ("claims.*", Claim),
    ];

    public static InputException Unknown(Setting field, string owner, ImmutableArray<PolicyField> known) => field.WrongKey(
        $"is no field of {owner}; known {(known.Length == 1 ? "is" : "are")} "
        + string.Join(" and ", new[] { string.Join(", ", known[..^1].Select(one => one.Name)), known[^1].Name }.Where(part => part.Length > 0)));
}
