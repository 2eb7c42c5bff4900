using ClaudeCodeProxy.Safeguards.Facts;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Programs.Table;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>Texts that programs obey: statements of databases, and code that is decoded before it runs.</summary>
internal sealed class DataFlags(Scene scene)
{
    private static readonly string[] Databases = NameList.Read(
        """
        psql mysql mariadb sqlite3 sqlcmd cockroach clickhouse-client clickhouse mongosh mongo cqlsh snowsql bq duckdb usql
        """u8);

    private static readonly string[] Emptying = NameList.ReadTexts(
        """
        DROP DATABASE|DROP TABLE|DROP SCHEMA|DROP USER|DROP ROLE|TRUNCATE |DROP KEYSPACE|DROPDATABASE|.DROP()|DELETEMANY({})
        DROP COLLECTION
        """u8);

    private static readonly string[] PowerShellFetchers = NameList.Read(
        """
        IWR IRM INVOKE-WEBREQUEST INVOKE-RESTMETHOD DOWNLOADSTRING DOWNLOADFILE WEBCLIENT CURL WGET
        """u8);

    private (string Name, int Line) _decoder = ("", 0);

    public void Look(Call call)
    {
        if (Databases.Holds(call.Name))
        {
            foreach (var word in call.Words)
                LookAtStatement(call, word.Text);
            LookAtStatement(call, call.Input.Text);
        }

        if (_decoder.Name.Length > 0 && _decoder.Line == call.Streams.Line && RunsText(call))
            scene.Flag(FlagRules.HiddenCode, call, $"runs a text that {_decoder.Name} decodes, so that nobody sees what it says");
        if (call.Spec.Act == Act.PowerShell)
            LookAtPowerShell(call);
        if (IsDecoder(call))
            _decoder = (call.Name, call.Streams.Line);
    }

    // Its text is not read here, but what fetches and runs, or hides it, is told by a few names.
    private void LookAtPowerShell(Call call)
    {
        foreach (var word in call.Words)
        {
            var text = word.Text.ToUpperInvariant();
            var runs = text.HasAny("IEX", "INVOKE-EXPRESSION", "SCRIPTBLOCK", "INVOKE-COMMAND", "START-PROCESS");
            if (runs && text.HasAny(PowerShellFetchers))
                scene.Flag(FlagRules.FetchedCode, call);
            if (text is ['-', 'E', ..] && "-ENCODEDCOMMAND".Begins(text) && !"-EXECUTIONPOLICY".Begins(text))
                scene.Flag(FlagRules.HiddenCode, call);
        }
    }

    private void LookAtStatement(Call call, string text)
    {
        var statement = text.ToUpperInvariant();
        if (statement.HasAny(Emptying) || (statement.Has("DELETE FROM") && !statement.Has("WHERE")))
            scene.Flag(FlagRules.Database, call);
    }

    private static bool RunsText(Call call) => call.Name is "eval" or "source" or "."
        || (call.Spec.Act is Act.Shell or Act.Language && (call.Operands.IsEmpty || call.Has(Role.ReadsInput) || call.Has(Role.CodeFirst)));

    private static bool IsDecoder(Call call) => call.Name switch
    {
        "base64" or "base32" or "basenc" => call.Has(Role.Extract),
        "xxd" => call.Words.Any(static word => word.Text is ['-', ..] && word.Text.Contains('r')),
        "openssl" => call.Words is [{ Text: "enc" or "base64" }, ..],
        "rev" or "uudecode" or "b64decode" or "tr" or "rot13" or "gpg" or "age" => true,
        "gunzip" or "zcat" or "bzcat" or "xzcat" or "gzip" => call.Input.Text.Length > 0,
        _ => false,
    };
}
