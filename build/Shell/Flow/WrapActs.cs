using System.Collections.Immutable;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Programs that run other programs.</summary>
internal sealed class WrapActs(ScriptWalk walk)
{
    public Outcome Wrap(Call call)
    {
        if (call.Has(Role.NoContent))
        {
            call.Write(new Value("${_}"));
            return Outcome.Either;
        }

        if (call.ValueOf(Role.Code) is { } code)
            return walk.RunText(code, call.Name, call, []);
        var inner = Wrapping.Find(call.Name, call.Spec, call.Read, [.. call.Words.Select(word => word.Text)]);
        if (call.Name == "env")
            SetVariables(call);
        if (inner is not { } range)
            return StartsShell(call) ? RunInput(call) : Outcome.Either;
        var words = call.Words[range];
        return call.Name is "xargs" or "parallel" ? Each(call, words) : walk.Commands.Run(words, call.Streams, call.Line);
    }

    /// <summary>All words behind the place where it runs are one text.</summary>
    public Outcome WrapText(Call call)
    {
        var words = call.Operands.Skip(call.Spec.Skip).ToList();
        if (words.Count == 0)
            return call.Spec.FetchesAlways ? RunInput(call) : Outcome.Either;
        var text = Value.Join(words);
        var own = call.Spec.FetchesAlways ? call.With(call.Streams with { Output = new Output() }) : call;
        var outcome = walk.RunText(text, call.Name, own, []);
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
        foreach (var word in call.Operands.TakeWhile(word => word.Text.Contains('=')))
        {
            var at = word.Text.IndexOf('=');
            walk.Set(word.Text[..at], word.WithText(word.Text[(at + 1)..]));
        }
    }

    /// <summary>What xargs reads becomes words of the program: in place of a mark, or behind all others.</summary>
    private Outcome Each(Call call, ImmutableArray<Value> words)
    {
        var input = call.ValueOf(Role.Input) is { } file ? walk.Files.Read(file.Text, call.Streams) ?? Value.Empty : call.Input;
        var mark = MarkOf(call);
        var item = input.WithText(input.Text.Trim());
        if (item.Text.Length == 0 || item.Text.Contains('\n'))
            item = walk.Unknown(item);
        words = mark.Length > 0 && words.Any(word => word.Text.Contains(mark, StringComparison.Ordinal))
            ? [.. words.Select(word => Replace(word, mark, item))]
            : words.Add(item);
        return walk.Commands.Run(words, call.Streams with { Input = Value.Empty }, call.Line);
    }

    private static string MarkOf(Call call)
    {
        var named = call.Read.Options.Where(option => option.Name is "I" or "i" or "replace");
        return named.Where(option => option.Word >= 0).Select(option => call.ValueOf(option).Text).FirstOrDefault()
            ?? (call.Name == "parallel" || named.Any() ? "{}" : "");
    }

    private static Value Replace(Value word, string mark, Value item) => word.Text.Contains(mark, StringComparison.Ordinal)
        ? word.With(item).WithText(word.Text.Replace(mark, item.Text, StringComparison.Ordinal))
        : word;
}
