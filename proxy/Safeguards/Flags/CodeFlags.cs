using ClaudeCodeProxy.Safeguards.Facts;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Flow.Texts;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>
/// What programs of other languages do, by the names that they call and the texts in quotes: what is hidden from these is hidden from this. Commands
/// that they give to a shell are walked by themselves.
/// </summary>
internal sealed class CodeFlags(Scene scene)
{
    private static readonly string[] Deleting = NameList.Read(
        """
        rmtree rmdir remove unlink rmSync rm rimraf remove_tree rm_rf rm_r delete unlinkSync rmdirSync removedirs removeSync
        remove_dir_all remove_entry_secure
        """u8);

    private static readonly string[] Writing = NameList.Read(
        """
        writeFileSync writeFile appendFileSync appendFile file_put_contents write_text write_bytes copyFileSync File.write IO.write
        """u8);

    private static readonly string[] Network = NameList.Read(
        """
        socket requests urllib urlopen http.client httpx fetch( https.request http.request axios Net::HTTP LWP HTTP::Tiny curl_exec
        fsockopen TCPSocket smtplib ftplib dns.resolve https.get http.get file_get_contents('http XMLHttpRequest WebSocket
        """u8);

    private static readonly string[] Sockets = NameList.Read("socket TCPSocket fsockopen net.connect net.Socket createConnection"u8);
    private static readonly string[] Shells = NameList.Read(
        """
        dup2 pty.spawn /bin/sh /bin/bash 'sh' "sh" 'bash' "bash"
        """u8);

    public void Look(ScriptWalk walk, Call call, string source)
    {
        var code = CodeCalls.JoinTexts(source);
        var deletions = new DeletionFlags(scene);
        foreach (var argument in CodeCalls.Find(code, Deleting))
        {
            foreach (var path in CodeCalls.Quoted(argument.Text))
                deletions.LookAt(walk, Known(path), call.Name);
        }

        LookAtWrites(walk, call, code);
        var sends = Holds(code, Network);
        foreach (var text in CodeCalls.Quoted(code))
        {
            var place = scene.Resolve(walk, Known(text));
            if (place is not null && text.Contains('.') && PrivateFiles.IsPrivate(place) && (sends || !scene.Paths.IsTrusted(place)))
                FlagSecret(call, place, sends);
            if (MetadataHosts.IsNamedIn(text) && text.Length > 8)
                scene.Flag(FlagRules.Metadata, call);
        }

        if (Holds(code, Sockets) && Holds(code, Shells))
            scene.Flag(FlagRules.RemoteShell, call);
    }

    private void LookAtWrites(ScriptWalk walk, Call call, string code)
    {
        var writes = new WriteFlags(scene);
        foreach (var argument in CodeCalls.Find(code, Writing))
        {
            foreach (var path in CodeCalls.Quoted(argument.Text).Take(1))
                writes.LookAt(walk, Known(path), call.Name);
        }

        foreach (var argument in CodeCalls.Find(code, ["open"]))
        {
            var texts = CodeCalls.Quoted(argument.Text);
            if (texts.Count > 1 && texts[1] is ['w' or 'a' or 'x' or '>', ..])
                writes.LookAt(walk, Known(texts[0]), call.Name);
        }
    }

    private void FlagSecret(Call call, string place, bool sends)
    {
        if (sends)
            scene.Flag(FlagRules.SecretSent, call, $"sends {place} away");
        else
            scene.Flag(FlagRules.SecretRead, call, $"reads {place}, which holds secrets");
    }

    private string Known(string path) => path.Replace("${HOME}", scene.Context.HomeDirectory, StringComparison.Ordinal);

    private static bool Holds(string code, string[] names) => code.HasAny(names);
}
