using System.Collections.Immutable;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Programs that run other programs.</summary>
internal sealed class WrapActs(ScriptWalk walk)
{
    private static readonly string[] LeadingElsewhere = ["docker", "podman", "nerdctl", "docker-compose", "kubectl", "oc", "chroot"];

    public Outcome Wrap(Call call)
    {
        if (call.Has(Role.NoContent))
        {
            call.Write(new Value("${_}"));
            return Outcome.Either;
        }

        if (call.ValueOf(Role.Code) is { } code)
            return walk.RunText(code, call.Name, call, []);
        var inner = Wrapping.Find(call.Name, call.Spec, call.Read, Value.Texts(call.Words.AsSpan()));
        if (call.Name == "env")
            SetVariables(call);
        if (inner is not { } range)
            return StartsShell(call) ? RunInput(call) : Outcome.Either;
        var words = call.Words[range];
        if (call.Name is "xargs" or "parallel")
            return Each(call, words);
        var leads = Array.IndexOf(LeadingElsewhere, call.Name) >= 0 ? 1 : 0;
        walk.Elsewhere += leads;
        var outcome = walk.Commands.Run(words, call.Streams, call.Line);
        walk.Elsewhere -= leads;
        return outcome;
    }

    /// <summary>All words behind the place where it runs are one text.</summary>
    public Outcome WrapText(Call call)
    {
        if (call.Operands.Length <= call.Spec.Skip)
            return call.Spec.FetchesAlways ? RunInput(call) : Outcome.Either;
        var text = Value.Join(call.Operands.AsSpan()[call.Spec.Skip..]);
        var own = call.Spec.FetchesAlways ? call.With(call.Streams with { Output = new Output() }) : call;
        var leads = call.Spec.FetchesAlways ? 1 : 0;
        walk.Elsewhere += leads;
        var outcome = walk.RunText(text, call.Name, own, []);
        walk.Elsewhere -= leads;
        if (call.Spec.FetchesAlways)
            call.Write(walk.Unknown(Value.Empty with { From = [walk.Bring(call.Name, call.Operands[0].Text)] }));
        return outcome;
    }

    // Without a program, `parallel` takes each line for a command.
    private static bool StartsShell(Call call) => call.Name is "su" or "parallel" || call.Has(Role.StartsShell);

    private Outcome RunInput(Call call)
    {
        if (call.Input.Unverified is not null)
            walk.Report(FaultKind.RunUnseen, $"what is fetched is piped into {call.Name}", call.Streams.Line);
        return Outcome.Either;
    }

    private void SetVariables(Call call)
    {
        foreach (var word in call.Operands)
        {
            var at = word.Text.IndexOf('=');
            if (at < 0)
                break;
            walk.Set(word.Text[..at], word.WithText(word.Text[(at + 1)..]));
        }
    }

    /// <summary>What xargs reads becomes words of the program: in place of a mark, or behind all others.</summary>
    private Outcome Each(Call call, ImmutableArray<Value> words)
    {
        var input = call.ValueOf(Role.Input) is { } file ? walk.Files.Read(file.Text, call.Streams) ?? Value.Empty : call.Input;
        var mark = MarkOf(call);
        var item = input.WithText(input.Text.Trim().Trim('\0'));
        if (item.Text.Length == 0 || item.Text.Contains('\n'))
            item = walk.Unknown(item);
        var replaced = mark.Length == 0 ? words : Replace(words, mark, item);
        return walk.Commands.Run(replaced == words ? words.Add(item) : replaced, call.Streams with { Input = Value.Empty }, call.Line);
    }

    private static string MarkOf(Call call)
    {
        var isNamed = false;
        foreach (var option in call.Read.Options)
        {
            if (option.Name is not ("I" or "i" or "replace"))
                continue;
            if (option.Word >= 0)
                return call.ValueOf(option).Text;
            isNamed = true;
        }

        return call.Name == "parallel" || isNamed ? "{}" : "";
    }

    /// <returns>The same words when the mark stands in none of them.</returns>
    private static ImmutableArray<Value> Replace(ImmutableArray<Value> words, string mark, Value item)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            if (word.Text.Contains(mark, StringComparison.Ordinal))
                words = words.SetItem(at, word.With(item).WithText(word.Text.Replace(mark, item.Text, StringComparison.Ordinal)));
        }

        return words;
    }
}
