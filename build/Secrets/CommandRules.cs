using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>Passwords on command lines: everybody sees them in the list of processes, in the history and in the image.</summary>
internal static class CommandRules
{
    /// <summary>Words of the same command, over continued lines too.</summary>
    private const string Words = @"(?:\\\r?\n|`\r?\n|[^\n|;&]){0,600}?";

    private const string Value = """[^\s"'|;&<>\\)]{2,300}""";

    private const string Given = """(?:(?:=|\s+)["']?|["'],\s*["']|,\s+)""";

    private const string Word = """(?!-)[^\s"'|;&<>\\)]{2,300}""";

    private const string HtpasswdOptions = """(?=[^\n|;&]{0,200}\s-[A-Za-z]*b)(?:\s+-[A-Za-z0-9]+){1,6}""";

    public static ImmutableArray<SecretRule> All { get; } =
    [
        // After it comes a colon, or there is no password.
        Rule("curl", "curl", """[^\s"'|;&<>\\@]{2,300}(?=["'\s\\]|\z)""",
            Words + """\s(?:-[A-Za-z]*[uU]|--(?:proxy-|ftp-)?user)(?:=|\s*)["']?[^\s:"'|;&/=-][^\s:"'|;&/]{0,100}:"""),
        Rule(
            "password option",
            "--password|--http-password|--ftp-password|--proxy-password|--passphrase|--passwd"
            + "|requirepass|masterauth|-storepass|-keypass|-srcstorepass|-deststorepass"
            + "|--client-secret|--secret-key|--secret-access-key|--ClearTextPassword",
            """(?!-)[^\s"'|;&<>\\)\],]{2,300}""",
            Given),
        Rule(
            "token option",
            "--token|--api-key|--apikey|--auth-token|--access-token|--registration-token|--authtoken|npmAuthToken",
            """(?!-)[^\s"'|;&<>\\)\],]{10,300}""",
            Given),
        Rule("login", "login", Word,
            @"(?<=(?:docker|podman|nerdctl|buildah|skopeo|oras|registry|auth|crane|regctl|az|oc|helm|cf|heroku)\s+login)" + Words
                + """\s-p(?:=|\s*)["']?"""),
        Rule("mysql", "mysql|mariadb|mysqldump|mysqladmin|mysqlimport", """[^\s"'|;&<>\\)-][^\s"'|;&<>\\)]{1,300}""",
            @"(?:-?(?:dump|admin|import|show|check|sh))?(?=\s)" + Words + """\s-p["']?"""),
        Rule("account", "useradd|usermod", """(?=[^\s0-9]{0,80}[0-9])(?=[^\sA-Z]{0,80}[A-Z])""" + Word,
            @"(?=\s)" + Words + """\s(?:-p|--password)(?:=|\s+)["']?"""),
        Rule("account", "add_user |change_password ", Word, """[a-z][a-z0-9_.-]{0,40}\s+["']?"""),
        Rule("package registry", "nuget add source|nuget update source|nuget sources|twine upload", Word, Words + """\s-(?:p|Password)\s+["']?"""),
        Rule("token", "cargo login |snyk auth |vault login |auth token ", """(?!-)[A-Za-z0-9._~+/=-]{20,300}""", """["']?"""),
        Rule("smbclient", "smbclient", Value, Words + """\s-U\s*["']?[^\s%]{1,100}%"""),
        Rule("SQL", "identified by|with password|with encrypted password", """[^\s"'\\]{2,200}(?=\\?["'])""", """\s+(?:password\s+)?\\?["']"""),
        Rule("sshpass", "sshpass", Value, """\s+-p\s*["']?"""),
        Rule("openssl", "pass:", Value, """(?<=\s-(?:passin|passout|pass|password)[ \t]+["']?pass:)"""),
        Rule("htpasswd", "htpasswd", Word, HtpasswdOptions + """(?:\s+[^\s|;&<>-][^\s|;&<>]*){2}\s+["']?"""),
        Rule("htpasswd", "htpasswd", Word, """(?=[^\n|;&]{0,200}\s-[A-Za-z]*n)""" + HtpasswdOptions + """\s+[^\s|;&<>-][^\s|;&<>]*\s+["']?"""),
        Rule(
            "standard input",
            "echo |printf ",
            """[^\s"'|;&<>\\)%][^\s"'|;&<>\\)]{1,300}"""
                + """(?=(?:\\n)?["']?\s*\|[^\n]{0,300}(?:--password-stdin|chpasswd|passwd\s+--stdin|sudo\s+-S|--passphrase-fd))""",
            """(?:-[ne]+\s+)?(?:["']%s(?:\\n)?["']\s+)?["']?(?:[a-z_][a-z0-9_-]{0,31}:)?"""),
        Rule("redis-cli", "redis-cli", Value, Words + """\s(?:-a|--pass)\s+["']?"""),
        Rule("mongo", "mongosh|mongodump|mongorestore|mongo", Word, @"(?=\s)" + Words + """\s-p\s+["']?"""),
        Rule("archive", "unzip |zip |7z ", Word,
            """(?=[^\n|;&]{0,200}\s-[pP])[^\n|;&]{0,200}?(?:(?<=zip\s[^\n]{0,200})-P\s+|(?<=7z\s[^\n]{0,200})\s-p)["']?"""),
        Rule("sqlcmd", "sqlcmd", Value, Words + """\s-P\s*["']?"""),
        Rule("composer", "http-basic.", Value, """\S+\s+\S+\s+["']?"""),
        Rule("Java property", "-Dpassword|-Dsonar.login|-Dsonar.token|-Djavax.net.ssl.keyStorePassword|-Djavax.net.ssl.trustStorePassword", Value,
            """=["']?"""),
        Rule("variable",
            "PGPASSWORD|MYSQL_PWD|SSHPASS|REDISCLI_AUTH|BORG_PASSPHRASE|RESTIC_PASSWORD|VAULT_TOKEN|TWINE_PASSWORD|COSIGN_PASSWORD", Value,
            """\s?[=:]\s?["']?"""),
    ];

    private static SecretRule Rule(string program, string keywords, string value, string lead) =>
        new("password-on-command-line", $"Password on a command line ({program})", keywords, value)
        {
            Lead = lead,
            Start = program is "variable" or "password option" or "token option" ? SecretStart.NamePart : SecretStart.Word,
            Severity = Severity.High,
        };
}
