using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Safeguards;
using ClaudeCodeProxy.Safeguards.Facts;

namespace ClaudeCodeProxy.Translation.Checks;

/// <summary>
/// The check of one response's tool calls, for a client that asked for it: takes each call as it is closed, judges it by the rules, and says in the
/// end what became of all. What the rules leave open others may decide in between. Without input or output.
/// </summary>
internal sealed class CallChecks
{
    private static readonly SafeguardContext Nowhere = new();

    private readonly Func<SafeguardContext, ToolCall, Verdict> _judge;
    private readonly SafeguardMode _mode;
    private readonly SafeguardContext? _context;
    private readonly byte[] _others;
    private readonly List<CheckedCall> _calls = [];

    /// <summary>The schemas of the request's tools, which is not kept, by their names.</summary>
    private readonly Dictionary<string, byte[]> _schemas = new(StringComparer.Ordinal);

    private CallChecks(
        Func<SafeguardContext, ToolCall, Verdict> judge, SafeguardMode mode, SafeguardContext? context, byte[] others) =>
        (_judge, _mode, _context, _others) = (judge, mode, context, others);

    public List<CheckedCall> Calls => _calls;

    /// <summary>What a model is asked; null where none is.</summary>
    public CheckRequest? Question { get; private init; }

    public bool HasUnasked => _calls.Exists(IsUnasked);

    /// <summary>Those that a model must be asked about and has not been; they count as asked then.</summary>
    public List<CheckedCall> TakeUnasked()
    {
        var unasked = _calls.FindAll(IsUnasked);
        foreach (var call in unasked)
            call.IsAsked = true;
        return unasked;
    }

    /// <summary>Nobody has yet said what became of some.</summary>
    public bool IsPending => _calls.Exists(static call => call.Outcome is null);

    /// <summary>Null for a client that asked for no check of calls, or where none is made.</summary>
    /// <param name="judge">The rules; those of this program where none are given.</param>
    public static CallChecks? Create(MessagesRequest request, SafeguardMode mode, Func<SafeguardContext, ToolCall, Verdict>? judge = null)
    {
        var source = request.Body.Span;
        if (mode == SafeguardMode.Off || !AsksForCalls(request, source))
            return null;
        var context = SafeguardContextReader.Read(source, request.Safeguards.Context);
        var others = SafeguardResults.Unsupported(request.Safeguards.Types, source, exceptCalls: true);
        var checks = new CallChecks(judge ?? RuleJudge.Judge, mode, context, others)
        {
            Question = mode == SafeguardMode.Rules || context is null ? null : CheckRequest.Create(request, request.Safeguards.Context),
        };
        foreach (var tool in request.Tools)
        {
            if (tool.Schema.IsPresent)
                checks._schemas[tool.Name.ToString(source)] = tool.Schema.In(source).ToArray();
        }

        return checks;
    }

    /// <summary>Takes a call that is complete.</summary>
    /// <param name="id">As the client knows it, escaped; so are <paramref name="name"/> and <paramref name="arguments"/>.</param>
    public void Add(byte[] id, ReadOnlySpan<byte> name, ReadOnlySpan<byte> arguments)
    {
        var input = new byte[arguments.Length];
        var length = JsonEscapes.Unescape(arguments, input);
        var tool = JsonEscapes.Unescape(name);
        var call = new ToolCall(tool, input.AsMemory(0, length), _schemas.GetValueOrDefault(tool));
        var rules = Judge(call);
        _calls.Add(new CheckedCall(id, call, rules) { Outcome = Decide(rules) });
    }

    /// <summary>For <c>safeguard_results</c>. A call that nobody has decided has no verdict.</summary>
    public byte[] Results()
    {
        using var uses = new PooledBuffer(256);
        var json = new JsonWriter(uses, default);
        json.Raw("{"u8);
        foreach (var call in _calls)
        {
            json.Comma();
            json.Raw("\""u8);
            json.Raw(call.Id);
            json.Raw("\":"u8);
            (call.Outcome ?? CallOutcome.Error).Write(ref json);
        }

        json.Raw("}"u8);
        json.Commit();
        return SafeguardResults.Available(uses.WrittenSpan, _others);
    }

    /// <summary>No model could say anything of a call: what a rule has flagged stays so, the rest is open.</summary>
    public void Fail(CheckedCall call, CallOutcome failure) =>
        call.Outcome = _mode == SafeguardMode.On && call.Rules.Judgement == Judgement.Flagged
            ? CallOutcome.Flagged(call.Rules.Explanation)
            : failure;

    /// <summary>Null where a model must say.</summary>
    private CallOutcome? Decide(Verdict rules) => rules.Judgement switch
    {
        Judgement.Flagged when rules.IsHard || _mode == SafeguardMode.Rules || _context is null => CallOutcome.Flagged(rules.Explanation),
        Judgement.Clear when _mode != SafeguardMode.Model && _context is not null => CallOutcome.NotFlagged,
        _ when _mode == SafeguardMode.Rules || _context is null => CallOutcome.Error,
        _ => null,
    };

    /// <summary>A defect of the rules must not end the response: the call is left to others.</summary>
    private Verdict Judge(ToolCall call)
    {
        try
        {
            return _judge(_context ?? Nowhere, call);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Verdict.Undecided("the rules failed on it");
        }
    }

    private static bool IsUnasked(CheckedCall call) => call is { Outcome: null, IsAsked: false };

    private static bool AsksForCalls(MessagesRequest request, ReadOnlySpan<byte> source)
    {
        foreach (var type in request.Safeguards.Types)
        {
            if (type.Is(source, SafeguardResults.Calls))
                return true;
        }

        return false;
    }
}
