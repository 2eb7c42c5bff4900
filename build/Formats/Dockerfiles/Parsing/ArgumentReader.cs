using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles.Parsing;

/// <summary>Splits what follows keyword and flags, each instruction its own way (buildkit: frontend/dockerfile/parser/line_parsers.go).</summary>
internal static class ArgumentReader
{
    public static ArgumentWords Read(string keyword, string rest, char escape) => keyword switch
    {
        _ when rest.Length == 0 => ArgumentWords.None,
        "ADD" or "COPY" or "VOLUME" => JsonOr(rest, () => ArgumentWords.Quoted(AtBlanks(rest), escape)),
        "RUN" or "CMD" or "ENTRYPOINT" or "SHELL" => JsonOr(rest, () => ArgumentWords.Plain(rest)),
        "EXPOSE" or "FROM" => ArgumentWords.Quoted(AtBlanks(rest), escape),
        "USER" or "WORKDIR" or "STOPSIGNAL" => ArgumentWords.Quoted([rest], escape),
        "MAINTAINER" or "ONBUILD" => ArgumentWords.Plain(rest),
        "ARG" => ArgumentWords.Quoted(NameValueWords.Split(rest, escape), escape),
        "ENV" or "LABEL" => NameValueWords.Read(keyword, rest, escape),
        "HEALTHCHECK" => Healthcheck(rest),
        _ => ArgumentWords.None,
    };

    private static ArgumentWords JsonOr(string rest, Func<ArgumentWords> shellForm) => JsonWords.Read(rest) switch
    {
        JsonWords.Strings(var words) => ArgumentWords.Plain(words) with { ExecForm = words },
        JsonWords.OtherValues => shellForm() with { Objection = "the JSON form holds other values than strings; write each as a string" },
        _ => shellForm(),
    };

    private static ArgumentWords Healthcheck(string rest)
    {
        var kind = new string([.. rest.TakeWhile(character => !char.IsWhiteSpace(character))]);
        var command = rest[kind.Length..].TrimStart();
        var words = command.Length == 0 ? ArgumentWords.None : JsonOr(command, () => ArgumentWords.Plain(command));
        return words with { Words = [kind.ToUpperInvariant(), .. words.Words], RawWords = [kind, .. words.RawWords] };
    }

    private static ImmutableArray<string> AtBlanks(string rest) => [.. rest.Split(InstructionParts.Blanks, StringSplitOptions.RemoveEmptyEntries)];
}
