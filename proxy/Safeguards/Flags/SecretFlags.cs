using ClaudeCodeProxy.Safeguards.Facts;
using ContainerSecurity.Shell.Flow;
using ContainerSecurity.Shell.Programs.Table;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>Secrets that are read where they are nobody's business here, or that leave the machine.</summary>
internal sealed class SecretFlags(Scene scene)
{
    private static readonly string[] Senders = NameList.Read(
        """
        curl wget wget2 http https xh httpie nc ncat netcat socat telnet ssh scp sftp rsync ftp lftp tftp aria2c aws gsutil gcloud az
        azcopy rclone mc s3cmd gh glab mail mailx sendmail mutt msmtp swaks dig host nslookup drill ping websocat wscat grpcurl kubectl
        transfer croc wormhole ipfs logger
        """u8);

    // They name a file, use it for what it is there for, or show nothing of what is in it.
    private static readonly string[] NotPrinting = NameList.Read(
        """
        ls stat test [ [[ chmod chown touch mkdir find file rm echo printf cd ssh ssh-add ssh-keygen git which basename dirname realpath
        readlink wc du kubectl aws gcloud docker podman gpg curl wget scp sftp rsync export nc ncat ansible ansible-playbook terraform
        helm npm yarn pnpm make true false : sha256sum
        """u8);

    // Their values are files that are used, not sent.
    private static readonly string[] UsingOptions = NameList.Read(
        """
        -i --cert --key -E --cacert -b --cookie -K --config --netrc-file -S --kubeconfig --profile --identity
        """u8);

    private static readonly string[] HeaderOptions = NameList.Read("-H --header -u --user --oauth2-bearer -A"u8);
    private static readonly string[] SecretWords = NameList.Read("SECRET TOKEN PASSWORD PASSWD API_KEY APIKEY ACCESS_KEY PRIVATE_KEY CREDENTIAL"u8);

    private static readonly string[] Vendors = NameList.Read(
        """
        AWS GITHUB GH GITLAB OPENAI ANTHROPIC NPM SLACK STRIPE GOOGLE AZURE DOCKER HEROKU CLOUDFLARE TWILIO SENDGRID
        """u8);

    public void Look(ScriptWalk walk, Call call)
    {
        var sends = Senders.Holds(call.Name) || (call.Name == "openssl" && call.Words is [{ Text: "s_client" }, ..]);
        if (sends && call.Input.Secret is { } piped)
            scene.Flag(FlagRules.SecretSent, call, $"sends {piped} away");
        for (var at = 0; at < call.Words.Length; at++)
        {
            var word = call.Words[at];
            var before = at > 0 ? call.Words[at - 1].Text : "";
            if (sends && !IsUsed(call, before) && (word.Secret ?? FindIn(walk, call, word.Text)) is { } secret)
                scene.Flag(FlagRules.SecretSent, call, $"sends {secret} away");
            if (sends && FindVariable(word.Text) is { } variable && IsForeign(call, variable, HeaderOptions.Holds(before)))
                scene.Flag(FlagRules.SecretSent, call, $"sends the value of {variable} away");
        }

        if (!NotPrinting.Holds(call.Name))
            LookAtReading(walk, call);
    }

    // `ssh -F config`, but `curl -F form`.
    private static bool IsUsed(Call call, string option) => UsingOptions.Holds(option) || (option == "-F" && call.Name is "ssh" or "scp" or "sftp");

    private void LookAtReading(ScriptWalk walk, Call call)
    {
        foreach (var word in call.Words)
        {
            if (scene.Resolve(walk, AfterMark(word.Text)) is not { } place || scene.Paths.IsTrusted(place))
                continue;
            if (PrivateFiles.IsPrivate(place))
                scene.Flag(FlagRules.SecretRead, call, $"reads {place}, which holds secrets");
            else if (scene.Context.BlocksReadsOutside && call.Spec.Act == Act.Transform && word.Text.Contains('/') && !place.Begins("/dev/"))
                scene.Flag(FlagRules.ReadsOutside, call, $"reads {place}, and reading outside of the working directories is blocked");
        }
    }

    /// <summary>A secret that a path names.</summary>
    /// <param name="path">As a command names it.</param>
    public string? Find(ScriptWalk walk, string path)
    {
        if (walk.Elsewhere > 0 || path.Length == 0 || path[0] == '-')
            return null;
        return PrivateFiles.IsPrivate(scene.Resolve(walk, path) ?? path) ? path : null;
    }

    /// <summary>A secret that a command prints.</summary>
    public string? FindPrinted(ScriptWalk walk, Call call)
    {
        if (walk.Elsewhere > 0)
            return null;
        switch (call.Name)
        {
            case "printenv" or "set" or "env" or "history" when call.Words.IsEmpty:
                return "the environment";
            case "export" or "declare" when call.Words is [{ Text: "-p" or "-x" }]:
                return "the environment";
            case "gh" when call.Words is [{ Text: "auth" }, { Text: "token" }, ..]:
                return "the token of GitHub";
            case "gcloud" when call.Words is [{ Text: "auth" }, { Text: "print-access-token" or "print-identity-token" }, ..]:
                return "the token of Google";
            case "pass" or "op" or "bw" or "secret-tool" or "security" or "keyring" or "vault" or "doppler" or "chamber" or "gopass":
                return $"what {call.Name} keeps";
        }

        if (NotPrinting.Holds(call.Name))
            return null;
        foreach (var word in call.Words)
        {
            if ((word.Secret ?? FindIn(walk, call, word.Text)) is { } secret)
                return secret;
        }

        return null;
    }

    // `@file`, `f=@file`, `--data=@file`, `if=file`.
    private string? FindIn(ScriptWalk walk, Call call, string text)
    {
        if (text.Length == 0 || text.Has("://"))
            return null;
        var path = AfterMark(text);
        return Find(walk, path) ?? walk.State.Files.File(walk.Files.Resolve(path))?.Secret;
    }

    private static string AfterMark(string text) => text[(text.LastIndexOfAny(['@', '=', '<']) + 1)..] is { Length: > 0 } rest ? rest : text;

    /// <summary>A variable whose name says that it holds a secret.</summary>
    private static string? FindVariable(string text)
    {
        for (var at = text.IndexOf("${", StringComparison.Ordinal); at >= 0; at = text.IndexOf("${", at + 2, StringComparison.Ordinal))
        {
            var end = text.IndexOf('}', at);
            if (end < 0)
                return null;
            var name = text[(at + 2)..end];
            if (name.HasAny(SecretWords))
                return name;
        }

        return null;
    }

    /// <summary>A credential may go to the service that gave it, and one without a name may be for whoever is asked.</summary>
    private static bool IsForeign(Call call, string variable, bool isHeader)
    {
        var vendor = variable.Split('_')[0];
        foreach (var word in call.Words)
        {
            var host = word.Text;
            var isAddress = (host.Has("://") || host.Contains('.')) && !host.Has("${" + variable);
            if (isAddress && host.Contains(vendor == "GH" ? "github" : vendor, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return !isHeader || Vendors.Holds(vendor);
    }
}
