using System.Globalization;
using System.Text;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>The members of an error body that are made for programs, wherever in it they stand.</summary>
internal sealed class ProblemMembers
{
    private readonly StringBuilder _kind = new();
    private string _param = "";
    private int? _promptTokens;
    private int? _contextTokens;

    public UpstreamProblem ToProblem(string message) => new(message, _kind.ToString(), _param, _promptTokens, _contextTokens);

    public void Add(string name, ref JsonCursor cursor)
    {
        var value = ReadScalar(ref cursor);
        switch (name)
        {
            case "param" or "field": AddParam(value); break;
            case "n_prompt_tokens": _promptTokens = ToCount(value); break;
            case "n_ctx": _contextTokens = ToCount(value); break;
            case "code" or "type" or "status" or "reason" or "error_type" or "error_code" or "status_code" or "statuscode" or "http_code":
                _kind.Append(_kind.Length > 0 && value.Length > 0 ? " " : "").Append(value);
                break;
        }
    }

    /// <summary>Reads the place of a problem in the request: <c>["body","messages",0]</c> is <c>messages.0</c>.</summary>
    public string AddPlace(ref JsonCursor cursor)
    {
        if (cursor.Peek() != JsonKind.Array)
            return AddParam(ReadScalar(ref cursor));
        var place = "";
        cursor.BeginArray();
        while (cursor.NextElement())
        {
            var step = ReadScalar(ref cursor);
            if (step != "body" && step.Length > 0)
                place += place.Length > 0 ? $".{step}" : step;
        }

        return AddParam(place);
    }

    /// <summary>A text or a number as it is, of all else nothing.</summary>
    public static string ReadScalar(ref JsonCursor cursor)
    {
        var kind = cursor.Peek();
        var value = cursor.Take();
        return kind switch
        {
            JsonKind.Text => JsonEscapes.Unescape(value[1..^1]),
            JsonKind.Number => Encoding.UTF8.GetString(value),
            _ => "",
        };
    }

    private string AddParam(string param)
    {
        if (_param.Length == 0)
            _param = param;
        return param;
    }

    private static int? ToCount(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
