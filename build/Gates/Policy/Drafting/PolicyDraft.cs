using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ContainerSecurity.Formats.ReleasePolicies;
using ContainerSecurity.Formats.SecurityPolicy;
using ContainerSecurity.Gates.Policy.Proving;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Images.Known;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Gates.Policy.Drafting;

/// <summary>A first policy for an image: what it has becomes what it may have, and the checks that hold of it become claims.</summary>
internal static class PolicyDraft
{
    private const string File = "policy.yaml";
    private const int MostFiles = 60;
    private const int GlobDepth = 2;
    private const long MiB = 1024 * 1024;

    /// <summary>The claims that a draft makes, with the checks that prove each.</summary>
    private static readonly ImmutableArray<(string Id, string Name, string Statement, Func<Check, bool> Has)> Claims =
    [
        ("IM-1.1", "Image as Declared", "The image has what the policy lists, and no more", IsList),
        ("IM-1.2", "Hardened Image", "What attackers look for in an image is not in it", check => !IsList(check)),
    ];

    /// <returns>The text of a policy file.</returns>
    public static string Write(ImageFacts image)
    {
        var lists = WriteImage(image);
        var facts = new PolicyFacts
        {
            Document = SecurityPolicyParser.Parse(""),
            Policy = ReleasePolicyReader.Read(File, lists),
            Image = image,
        };
        ImmutableArray<CheckJudgement> judged =
            [.. CheckRegistry.All.Where(check => check.Subject == CheckSubject.Image).Select(check => CheckJudgement.Create(check, facts))];
        var held = judged.Where(Holds).Select(one => one.Check);
        return WriteHead(image) + lists + WriteClaims([.. held]) + WriteRest(judged.Where(one => !Holds(one)));
    }

    private static bool IsList(Check check) => check.SeesAllAdditions || check.Id == "image-ports";

    private static bool Holds(CheckJudgement judged) => !judged.Broken.Any() && !judged.Unseen.Any();

    private static string WriteHead(ImageFacts image)
    {
        var text = new StringBuilder();
        var digest = image.Identity.Digest ?? image.Identity.Id;
        text.Append(CultureInfo.InvariantCulture, $"# A first policy, written from {image.Identity.Name} ({digest}).\n");
        text.Append("# What is listed here is promised from now on, so read it, and take out what the image should not have.\n");
        text.Append("# The claims belong into the repository's SECURITY.md:\n#\n# ## Security Measures\n#\n# ### 1. Image\n#\n");
        foreach (var (id, name, statement, _) in Claims)
            text.Append(CultureInfo.InvariantCulture, $"# - {id} **{name}**: {statement}\n");
        return text.Append('\n').ToString();
    }

    private static string WriteImage(ImageFacts image)
    {
        var config = image.Config;
        var text = new StringBuilder("image:\n");
        Append(text, "ports", config.ExposedPorts);
        Append(text, "files", FilesOf(image));
        Append(text, "packages", PackagesOf(image));
        Append(text, "labels", config.Labels.Keys);
        Append(text, "environment", config.Environment.Select(variable => variable.Split('=')[0]));
        text.Append(CultureInfo.InvariantCulture, $"  size: {(image.Bytes * 11 / 10 / MiB) + 1} MiB\n");
        text.Append(CultureInfo.InvariantCulture, $"  entries: {(image.Files.Count() * 11 / 10) + 1}\n");
        return text.ToString();
    }

    /// <summary>JSON's texts are YAML's too.</summary>
    private static void Append(StringBuilder text, string field, IEnumerable<string> values)
    {
        ImmutableArray<string> sorted = [.. values.Distinct().Order(StringComparer.Ordinal)];
        if (sorted.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {field}: []\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"  {field}:\n");
        foreach (var value in sorted)
            text.Append(CultureInfo.InvariantCulture, $"    - {JsonSerializer.Serialize(value)}\n");
    }

    /// <summary>Each file, or the folders that hold them where there are many.</summary>
    private static IEnumerable<string> FilesOf(ImageFacts image)
    {
        ImmutableArray<string> files = [.. image.Files.Where(IsContent).Select(file => file.Path).Distinct()];
        return files.Length <= MostFiles ? files : files.Select(FolderGlob);
    }

    private static string FolderGlob(string path)
    {
        var names = path.Split('/');
        return names.Length <= GlobDepth + 1 ? path : $"{string.Join('/', names[..(GlobDepth + 1)])}/**";
    }

    private static bool IsContent(ImageFile file) =>
        file.Kind is not (LayerEntryKind.Directory or LayerEntryKind.Whiteout or LayerEntryKind.OpaqueWhiteout);

    private static IEnumerable<string> PackagesOf(ImageFacts image) => image.View.Files
        .Select(file => file.Known)
        .OfType<KnownFile.Packages>()
        .SelectMany(known => known.Installed)
        .Select(package => package.Name);

    private static string WriteClaims(ImmutableArray<Check> held)
    {
        var text = new StringBuilder("\nclaims:\n");
        foreach (var (id, name, _, has) in Claims)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {id}:\n    name: {name}\n    checks:\n");
            foreach (var check in held.Where(has))
                text.Append(CultureInfo.InvariantCulture, $"      - {check.Id}\n");
        }

        return text.ToString();
    }

    private static string WriteRest(IEnumerable<CheckJudgement> rest)
    {
        var text = new StringBuilder();
        foreach (var judged in rest)
        {
            var why = judged.Broken.Select(broken => broken.Message).Concat(judged.Unseen.Select(unseen => unseen.Why)).First();
            text.Append(text.Length == 0 ? "\n# These do not hold of this image, or cannot be judged yet:\n" : "");
            text.Append(CultureInfo.InvariantCulture, $"#   {judged.Check.Id}: {why.ReplaceLineEndings(" ")}\n");
        }

        return text.ToString();
    }
}
