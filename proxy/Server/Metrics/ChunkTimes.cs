namespace ClaudeCodeProxy.Server.Metrics;

/// <summary>When the bytes of one stream came.</summary>
internal sealed class ChunkTimes(InferenceMetrics metrics)
{
    private TimeSpan _last = TimeSpan.MinValue;

    /// <param name="elapsed">Since the request.</param>
    public void Add(TimeSpan elapsed)
    {
        if (_last == TimeSpan.MinValue)
            metrics.TimeToFirstChunk.Record(elapsed);
        else
            metrics.TimePerOutputChunk.Record(elapsed - _last);
        _last = elapsed;
    }
}
