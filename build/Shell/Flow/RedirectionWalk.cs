using System.Collections.Immutable;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Flow;

/// <summary>What redirections do to the streams of a command.</summary>
internal sealed class RedirectionWalk(ScriptWalk walk)
{
    public Redirected Apply(ShellRedirection[] redirections, Streams streams)
    {
        var (written, network) = ((List<WrittenFile>?)null, (Value?)null);
        foreach (var redirection in redirections)
        {
            var target = walk.Words.Text(redirection.Target, streams);
            if (FileWalk.IsNetwork(target.Text))
                network = walk.Files.Read(target.Text, streams);
            // `sh >& /dev/tcp/… 0>&1`: it reads from where it writes to.
            if (network is not null && redirection is { Source: "0", Operator: ">&" or "<&" })
                streams = streams with { Input = network };
            else if (redirection.Operator[0] == '<')
                streams = Read(redirection, target, streams);
            else if (redirection.Source is "" or "1" or "&")
                streams = Write(redirection, target, streams, ref written);
        }

        return new Redirected(streams, written);
    }

    /// <summary>Writes the files when the command is done.</summary>
    public void Finish(Redirected redirected)
    {
        foreach (var file in redirected.Written ?? [])
            walk.Files.Write(file.Path, file.Output.ToValue(), file.Appends, redirected.Streams.Line);
    }

    private Streams Read(ShellRedirection redirection, Value target, Streams streams)
    {
        var content = redirection.Operator switch
        {
            "<<<" => target.WithText(target.Text + "\n"),
            "<<" or "<<-" => target,
            "<&" => walk.State.Descriptors.GetValueOrDefault(target.Text) ?? Value.Empty,
            _ => walk.Files.Read(target.Text, streams) ?? Value.Empty,
        };
        if (redirection.Source is "" or "0")
            return streams with { Input = content };
        var descriptor = redirection.Source.Trim('{', '}');
        walk.State.Descriptors[descriptor] = content;
        if (redirection.Source[0] == '{')
            walk.State.Variables[descriptor] = new Value(descriptor);
        return streams;
    }

    private static Streams Write(ShellRedirection redirection, Value target, Streams streams, ref List<WrittenFile>? written)
    {
        var output = new Output();
        if (redirection.Operator != ">&" && target.Text is not ("/dev/null" or "/dev/stderr" or "/dev/stdout"))
            (written ??= []).Add(new WrittenFile(target.Text, output, redirection.Operator == ">>"));
        return target.Text is "/dev/stdout" or "1" ? streams : streams with { Output = output };
    }
}

/// <summary>The streams of a command behind its redirections, and the files that get what it writes.</summary>
internal readonly struct Redirected(Streams streams, List<WrittenFile>? written)
{
    public Streams Streams { get; init; } = streams;

    public List<WrittenFile>? Written { get; init; } = written;
}

/// <summary>A file that a command writes.</summary>
internal sealed class WrittenFile(string path, Output output, bool appends)
{
    public string Path => path;

    public Output Output => output;

    public bool Appends => appends;
}
