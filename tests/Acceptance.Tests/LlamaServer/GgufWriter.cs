using System.Runtime.InteropServices;
using System.Text;

namespace Acceptance.Tests.LlamaServer;

/// <summary>Writes a GGUF version 3 file: metadata, then tensors of 32-bit floats at offsets aligned to 32 bytes (ggml/docs/gguf.md).</summary>
internal sealed class GgufWriter
{
    private const int Alignment = 32;

    private readonly List<(string Key, Action<BinaryWriter> Value)> _metadata = [];
    private readonly List<(string Name, long[] Shape, float[] Values)> _tensors = [];

    private enum ValueKind : uint
    {
        UInt32 = 4,
        Int32 = 5,
        Float32 = 6,
        Boolean = 7,
        Text = 8,
        Array = 9,
    }

    public void Add(string key, uint value) => Add(key, ValueKind.UInt32, writer => writer.Write(value));

    public void Add(string key, float value) => Add(key, ValueKind.Float32, writer => writer.Write(value));

    public void Add(string key, bool value) => Add(key, ValueKind.Boolean, writer => writer.Write(value));

    public void Add(string key, string value) => Add(key, ValueKind.Text, writer => WriteText(writer, value));

    public void Add(string key, IReadOnlyCollection<string> values) => AddArray(key, ValueKind.Text, values, WriteText);

    public void Add(string key, IReadOnlyCollection<int> values) => AddArray(key, ValueKind.Int32, values, (writer, value) => writer.Write(value));

    public void Add(string key, IReadOnlyCollection<float> values) =>
        AddArray(key, ValueKind.Float32, values, (writer, value) => writer.Write(value));

    /// <summary>Rows by columns, row by row; GGUF names the fastest dimension first.</summary>
    public void AddMatrix(string name, int rows, int columns, IEnumerable<(int Row, int Column, float Value)> cells)
    {
        var values = new float[rows * columns];
        foreach (var (row, column, value) in cells)
            values[(row * columns) + column] = value;
        _tensors.Add((name, [columns, rows], values));
    }

    public void AddOnes(string name, int length) => _tensors.Add((name, [length], [.. Enumerable.Repeat(1f, length)]));

    public void Save(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write((ulong)_tensors.Count);
        writer.Write((ulong)_metadata.Count);
        foreach (var (key, value) in _metadata)
        {
            WriteText(writer, key);
            value(writer);
        }

        WriteTensorTable(writer);
        foreach (var (_, _, values) in _tensors)
        {
            Pad(writer);
            writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }

        Pad(writer);
    }

    private void WriteTensorTable(BinaryWriter writer)
    {
        ulong offset = 0;
        foreach (var (name, shape, values) in _tensors)
        {
            WriteText(writer, name);
            writer.Write((uint)shape.Length);
            foreach (var length in shape)
                writer.Write((ulong)length);
            writer.Write(0u);
            writer.Write(offset);
            offset += (ulong)((values.Length * sizeof(float)) + Alignment - 1) / Alignment * Alignment;
        }
    }

    private void Add(string key, ValueKind kind, Action<BinaryWriter> value) => _metadata.Add((key, writer =>
    {
        writer.Write((uint)kind);
        value(writer);
    }
    ));

    private void AddArray<T>(string key, ValueKind kind, IReadOnlyCollection<T> values, Action<BinaryWriter, T> write) =>
        Add(key, ValueKind.Array, writer =>
    {
        writer.Write((uint)kind);
        writer.Write((ulong)values.Count);
        foreach (var value in values)
            write(writer, value);
    });

    private static void WriteText(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }

    private static void Pad(BinaryWriter writer)
    {
        writer.Flush();
        while (writer.BaseStream.Position % Alignment != 0)
            writer.Write((byte)0);
    }
}
