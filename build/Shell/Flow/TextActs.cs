using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using ContainerSecurity.Shell.Flow.Texts;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Parsing;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Shell.Flow;

/// <summary>Text that is printed, changed and read into variables.</summary>
internal sealed class TextActs(ScriptWalk walk)
{
    private const int LongestName = 60;
    private const int LongestText = 1 << 18;

    public Outcome Print(Call call)
    {
        var words = call.Words;
        var (isFormat, variable) = (call.Name != "echo", (Value?)null);
        if (isFormat && words is [{ Text: "-v" }, var name, ..])
            (variable, words) = (name, words[2..]);
        var decodes = isFormat;
        while (!isFormat && words is [{ Text: "-n" or "-e" or "-E" or "-ne" or "-en" } option, ..])
        {
            decodes |= option.Text.Contains('e');
            words = words[1..];
        }

        if (words is [{ Text: "--" }, ..])
            words = words[1..];
        var all = Value.Join(words.AsSpan());
        var text = isFormat && words.Length > 0 ? Format(words) : all.Text + "\n";
        var value = all.WithText(decodes ? DollarQuotes.Decode(text) : text);
        if (variable is null)
            call.Write(value);
        else
            walk.Set(variable.Text, value);
        return Outcome.Always;
    }

    /// <summary>The format is used again until all words are.</summary>
    private static string Format(ImmutableArray<Value> words)
    {
        var (format, text, at, before) = (words[0].Text, new StringBuilder(), 1, 0);
        do
        {
            before = at;
            for (var index = 0; index < format.Length; index++)
            {
                if (format[index] != '%' || index + 1 == format.Length)
                {
                    text.Append(format[index]);
                    continue;
                }

                index++;
                while (index < format.Length - 1 && format[index] != '%' && !char.IsAsciiLetter(format[index]))
                    index++;
                text.Append(format[index] == '%' ? "%" : at < words.Length ? words[at++].Text : "");
            }
        }
        while (at < words.Length && at > before && text.Length < LongestText);
        return text.ToString();
    }

    public Outcome Transform(Call call)
    {
        if (call.Name == "tee")
            return Tee(call);
        if (call.Name == "dd")
            return CopyBlocks(call);
        var hasPattern = (IsSearch(call) && !call.Has(Role.Code)) || call.Name is "jq" or "yq" or "gojq" or "jaq";
        List<Value> operands = call.Name == "tr" ? [] : [.. call.Operands];
        if (hasPattern && operands.Count > 0)
            operands.RemoveAt(0);
        var files = operands.FindAll(operand => !FileWalk.IsInput(operand.Text));
        var all = files.Count == 0 || files.Count < operands.Count ? call.Input : Value.Empty;
        foreach (var content in walk.Files.ReadAll(CollectionsMarshal.AsSpan(files), call.Streams))
            all = all.Then(content);
        var facts = IsSearch(call) ? Comparison.Facts(all.DigestOf, Value.Empty) : [];
        if (!call.Has(Role.NoContent))
            Write(call, Changed(call, all));
        return facts.Count > 0 ? new Outcome(facts, []) : Outcome.Either;
    }

    private static bool IsSearch(Call call) => call.Name.EndsWith("grep", StringComparison.Ordinal) || call.Name is "rg" or "ag" or "ack";

    private Value Changed(Call call, Value text) => call.Name switch
    {
        "base64" when call.Has(Role.Extract) && text.IsKnown => text.WithText(Base64Text.Decode(text.Text)),
        "jq" or "yq" or "gojq" or "jaq" => walk.Unknown(text),
        _ when text.Text.Length == 0 => text.HasOrigin ? walk.Unknown(text) : new Value("${_}"),
        _ => text,
    };

    private void Write(Call call, Value text)
    {
        if (call.ValueOf(Role.Output) is { } file)
            walk.Files.Write(file.Text, text, appends: false, call.Line);
        else if (call.Name == "sponge" && !call.Operands.IsEmpty)
            walk.Files.Write(call.Operands[0].Text, text, appends: false, call.Line);
        else
            call.Write(text);
    }

    private Outcome Tee(Call call)
    {
        foreach (var file in call.Operands)
            walk.Files.Write(file.Text, call.Input, call.Read.Options.Exists(option => option.Name is "a" or "append"), call.Line);
        call.Write(call.Input);
        return Outcome.Either;
    }

    private Outcome CopyBlocks(Call call)
    {
        var (input, target) = (call.Input, (string?)null);
        foreach (var word in call.Words)
        {
            if (word.Text.StartsWith("if=", StringComparison.Ordinal))
                input = walk.Files.Read(word.Text[3..], call.Streams) ?? Value.Empty;
            else if (word.Text.StartsWith("of=", StringComparison.Ordinal))
                target = word.Text[3..];
        }

        if (target is null)
            call.Write(input);
        else
            walk.Files.Write(target, input, appends: false, call.Line);
        return Outcome.Either;
    }

    public Outcome Read(Call call)
    {
        var input = call.ValueOf(Role.Descriptor) is { } descriptor
            ? walk.State.Descriptors.GetValueOrDefault(descriptor.Text) ?? Value.Empty
            : call.Input;
        var value = input.WithText(input.Text.Trim());
        if (value.Text.Contains('\n') || value.Text.Length == 0)
            value = value.HasOrigin ? walk.Unknown(value) : null;
        List<Value> names = [.. call.ValuesOf(Role.Variable), .. call.Operands];
        if (names.Count == 0)
            names.Add(new Value(call.Name == "read" ? "REPLY" : "MAPFILE"));
        foreach (var name in names)
            walk.Set(name.Text, value ?? new Value($"${{{name.Text}}}"));
        return Outcome.Either;
    }

    public void WriteUnknown(Call call, Value origins)
    {
        if (origins.HasOrigin)
        {
            call.Write(walk.Unknown(origins));
            return;
        }

        var name = new StringBuilder("_").Append(call.Name);
        foreach (var word in call.Words)
            name.Append('_').Append(word.Text);
        for (var at = 0; at < name.Length; at++)
            name[at] = char.IsAsciiLetterOrDigit(name[at]) ? name[at] : '_';
        call.Write(new Value($"${{{name.ToString(0, Math.Min(name.Length, LongestName))}}}"));
    }
}
