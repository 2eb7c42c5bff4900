using System.Collections.Concurrent;
using System.Text;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Translation.Responses;
using Proxy.Tests.Anthropic.Responses;

namespace Proxy.Tests.Translation;

/// <summary>
/// A stream's translator as every test calls it: what has been written so far is held against the schema and the order of events whenever it is
/// looked at.
/// </summary>
internal sealed class CheckedStream : IDisposable
{
    /// <summary>Streams are replayed in pieces of every size, and shall come out the same each time.</summary>
    private static readonly ConcurrentDictionary<string, bool> Known = new();

    private readonly PooledBuffer _output = new(16);
    private readonly StreamTranslator _translator;

    public CheckedStream(ResponseContext context) => _translator = new StreamTranslator(context, _output);

    public string Text
    {
        get
        {
            var text = Encoding.UTF8.GetString(_output.WrittenSpan);
            if (Known.ContainsKey(text))
                return text;
            StreamedResponse.Read(_output.WrittenSpan);
            Known[text] = true;
            return text;
        }
    }

    public StreamedResponse Answer => StreamedResponse.Read(_output.WrittenSpan);

    public bool Done => _translator.Done;

    public ApiError? EarlyFailure => _translator.EarlyFailure;

    public void Next(string data) => Next(Encoding.UTF8.GetBytes(data));

    public void Next(ReadOnlySpan<byte> data) => _translator.Next(data);

    public void TakeWhole(string body) => _translator.TakeWhole(Encoding.UTF8.GetBytes(body));

    public void Finish() => _translator.Finish();

    public void Fail(ApiError error) => _translator.Fail(error);

    public void Ping() => _translator.Ping();

    public void Dispose()
    {
        _translator.Dispose();
        _output.Dispose();
    }
}
