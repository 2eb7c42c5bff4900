using System.Buffers;
using System.Text;
using CliWrap;

namespace ContainerSecurity.Processes;

/// <summary>Reads one output pipe up to a limit; beyond it the program is stopped, so that it cannot exhaust memory.</summary>
internal sealed class BoundedOutput(int limit, CancellationTokenSource stop)
{
    private readonly ArrayBufferWriter<byte> _taken = new();

    public bool Exceeded { get; private set; }

    public PipeTarget Target => PipeTarget.Create(TakeAsync);

    public string Text => Encoding.UTF8.GetString(_taken.WrittenSpan);

    private async Task TakeAsync(Stream pipe, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await pipe.ReadAsync(buffer, cancellation)) > 0)
        {
            if (_taken.WrittenCount + read > limit)
            {
                Exceeded = true;
                await stop.CancelAsync();
                return;
            }

            _taken.Write(buffer.AsSpan(0, read));
        }
    }
}
