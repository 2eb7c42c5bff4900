using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Refusals;
using ClaudeCodeProxy.Translation.Requests;

namespace ClaudeCodeProxy.Translation;

/// <summary>A client's request as an upstream takes it, which may become known only when it has refused a part of it.</summary>
internal sealed class TranslatedRequest : IDisposable
{
    /// <summary>Enough for any model that is known; an upstream that always finds something else is not asked for ever.</summary>
    private const int MaxCorrections = 5;

    private readonly MessagesRequest _request;
    private readonly List<Refusal> _refusals = [];
    private PooledBuffer _body;

    public TranslatedRequest(MessagesRequest request, Route route)
    {
        (_request, Route, _body) = (request, route, new PooledBuffer(request.Body.Length + 1024));
        Lost = RequestTranslator.Translate(request, route, _body);
    }

    /// <summary>With what the upstream's refusals have shown of its model.</summary>
    public Route Route { get; private set; }

    public Degradation Lost { get; private set; }

    /// <summary>Valid until the next correction.</summary>
    public ReadOnlyMemory<byte> Body => _body.WrittenMemory;

    public IReadOnlyList<Refusal> Refusals => _refusals;

    /// <summary>Translates again without what was refused. False when that changes nothing, or has been done often enough.</summary>
    public bool Correct(Refusal refusal)
    {
        if (_refusals.Count == MaxCorrections)
            return false;
        var route = Route with { Traits = Route.Traits.With(refusal.Lesson) };
        var body = new PooledBuffer(_body.Length);
        var lost = RequestTranslator.Translate(_request, route, body);
        var refused = body.WrittenSpan.SequenceEqual(_body.WrittenSpan) ? body : _body;
        var isChanged = refused == _body;
        refused.Dispose();
        if (!isChanged)
            return false;
        _refusals.Add(refusal);
        (_body, Route, Lost) = (body, route, lost);
        return true;
    }

    public void Dispose() => _body.Dispose();
}
