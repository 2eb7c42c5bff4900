using System.Text;

namespace ContainerSecurity.Images.Known;

/// <summary>Files of accounts: lines of fields with a colon between them (passwd(5), group(5), shadow(5)).</summary>
internal static class AccountFiles
{
    public static KnownFile Read(AccountFileKind kind, byte[] content) => new KnownFile.Accounts(
        kind,
        [
            .. from line in Encoding.UTF8.GetString(content).Split('\n').Index()
               let fields = line.Item.TrimEnd('\r').Split(':')
               where fields.Length > 1 && fields[0].Length > 0 && fields[0][0] is not ('#' or '+' or '-')
               select new Account(
                   fields[0], fields[1], kind == AccountFileKind.Passwords ? null : fields.ElementAtOrDefault(2), line.Index + 1),
        ]);
}
