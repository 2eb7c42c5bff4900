using System.Buffers;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>Copies a request without what its upstream refused.</summary>
internal delegate void RequestCorrection(ReadOnlySpan<byte> body, IBufferWriter<byte> output);
