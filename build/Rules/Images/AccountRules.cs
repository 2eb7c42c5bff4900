using System.Collections.Immutable;
using ContainerSecurity.Images.Contents;
using ContainerSecurity.Images.Known;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Rules.Images.Facts;

namespace ContainerSecurity.Rules.Images;

/// <summary>The users and groups that the image names: each once, and none without a password that it could be entered by.</summary>
internal static class AccountRules
{
    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            "image-accounts",
            CheckSubject.Image,
            "No two users or groups of the image share a name or number, and none has an empty password.",
            facts => Subjects.Image(facts, CheckImage))
        {
            Defects =
            [
                new Defect.InImage("a second user with the number 0", PlantedFile.Plain(
                    "/etc/passwd", "root:x:0:0::/root:/sbin/nologin\nplanted:x:0:0::/:/sbin/nologin\n")),
                new Defect.InImage("a user with an empty password", PlantedFile.Plain("/etc/shadow", "planted::19000:0:99999:7:::\n")),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckImage(ImageFacts image)
    {
        var files = image.View.Files.Where(file => file.Known is KnownFile.Accounts).ToList();
        return Subjects.HeldUnless(
            [
                .. UnreadFiles.Of(image, KnownFileKind.Accounts),
                .. ShortList.Of(files.SelectMany(file => FaultsOf(file, (KnownFile.Accounts)file.Known!))),
            ],
            () => files.Count == 0
                ? $"image {image.Identity.Name}: it names no users and groups"
                : $"image {image.Identity.Name}: {string.Join(", ", files.Select(file => file.Path))}");
    }

    private static IEnumerable<Observation.Broken> FaultsOf(ImageFile file, KnownFile.Accounts accounts)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var account in accounts.Entries)
        {
            if (!names.Add(account.Name))
                yield return Broken(file, account, $"names {account.Name} a second time");
            else if (account.Id is { } id && !ids.TryAdd(id, account.Name))
                yield return Broken(file, account, $"gives {account.Name} the number {id} of {ids[id]}");
            if (account.Password.Length == 0 && accounts.Kind != AccountFileKind.Groups)
                yield return Broken(file, account, $"lets {account.Name} in without a password");
        }
    }

    private static Observation.Broken Broken(ImageFile file, Account account, string what) =>
        new($"{file.Path}:{account.Line} {what}", file.Place, "Give each account its own name and number, and lock its password with !.");
}
