namespace Acceptance.Tests.LlamaServer;

/// <summary>
/// A llama of one layer whose attention and feed-forward are zero: what comes next depends on the last token alone, so a real server says fixed
/// texts, through its real template, grammar and parsers. Where a grammar forbids the script (a JSON schema was asked for), it says the shortest
/// JSON.
/// </summary>
internal static class ScriptedModel
{
    private const int Head = 32;

    /// <summary>After each byte, the bytes preferred where the script cannot go on: <c>{"key":""}</c>, <c>0</c>, <c>[]</c>.</summary>
    private static readonly Dictionary<char, string> ShortestJson = new()
    {
        ['{'] = "\"}",
        ['"'] = "\"}:,",
        [':'] = "\"0[{",
        ['0'] = "},]",
        ['['] = "]\"0{",
        [']'] = "},",
        ['}'] = "}]",
        [','] = "\"{",
        [' '] = "\"{",
    };

    /// <summary>Writes <c>scripted.gguf</c> and <c>template.jinja</c>.</summary>
    /// <param name="scripts">
    /// Name to text; <c>SCRIPT:name</c> in the last user message or tool result chooses one, any other tool result chooses <c>after-tool</c>.
    /// </param>
    public static void Write(string folder, IReadOnlyDictionary<string, string> scripts)
    {
        var words = new ScriptedVocabulary(scripts);
        var width = (words.Tokens.Count + 63) / 64 * 64;
        var model = new GgufWriter();
        Describe(model, words, width);
        AddTensors(model, words, width);
        model.Save(Path.Combine(folder, "scripted.gguf"));
        File.WriteAllText(Path.Combine(folder, "template.jinja"), ChatTemplate.Write(scripts.Keys));
    }

    private static void Describe(GgufWriter model, ScriptedVocabulary words, int width)
    {
        model.Add("general.architecture", "llama");
        model.Add("general.name", "scripted");
        model.Add("general.file_type", 0u);
        model.Add("llama.context_length", 131072u);
        model.Add("llama.embedding_length", (uint)width);
        model.Add("llama.block_count", 1u);
        model.Add("llama.feed_forward_length", Head);
        model.Add("llama.attention.head_count", 1u);
        model.Add("llama.attention.head_count_kv", 1u);
        model.Add("llama.attention.key_length", Head);
        model.Add("llama.attention.value_length", Head);
        model.Add("llama.attention.layer_norm_rms_epsilon", 1e-6f);
        model.Add("llama.rope.dimension_count", Head);
        model.Add("llama.vocab_size", (uint)words.Tokens.Count);
        model.Add("tokenizer.ggml.model", "llama");
        model.Add("tokenizer.ggml.tokens", words.Tokens);
        model.Add("tokenizer.ggml.scores", [.. words.Scores]);
        model.Add("tokenizer.ggml.token_type", [.. words.Kinds]);
        model.Add("tokenizer.ggml.bos_token_id", (uint)ScriptedVocabulary.Begin);
        model.Add("tokenizer.ggml.eos_token_id", (uint)ScriptedVocabulary.End);
        model.Add("tokenizer.ggml.unknown_token_id", (uint)ScriptedVocabulary.Unknown);
        model.Add("tokenizer.ggml.add_bos_token", true);
        model.Add("tokenizer.ggml.add_eos_token", false);
        model.Add("tokenizer.ggml.add_space_prefix", false);
    }

    private static void AddTensors(GgufWriter model, ScriptedVocabulary words, int width)
    {
        var count = words.Tokens.Count;
        // RMS normalisation turns the one-hot embedding into sqrt(width), so weights are divided by it to mean the same at any width.
        var scale = MathF.Sqrt(width);
        var script = Enumerable.Range(0, count).Select(token => (words.Next.GetValueOrDefault(token, ScriptedVocabulary.End), token, 60f / scale));
        model.AddMatrix("token_embd.weight", count, width, Enumerable.Range(0, count).Select(token => (token, token, 1f)));
        model.AddMatrix("output.weight", count, width, script.Concat(Fallback(words, scale)));
        foreach (var norm in new[] { "output_norm", "blk.0.attn_norm", "blk.0.ffn_norm" })
            model.AddOnes($"{norm}.weight", width);
        foreach (var input in new[] { "attn_q", "attn_k", "attn_v", "ffn_gate", "ffn_up" })
            model.AddMatrix($"blk.0.{input}.weight", Head, width, []);
        foreach (var output in new[] { "attn_output", "ffn_down" })
            model.AddMatrix($"blk.0.{output}.weight", width, Head, []);
    }

    private static IEnumerable<(int Row, int Column, float Value)> Fallback(ScriptedVocabulary words, float scale)
    {
        var wishes = Enumerable.Range(ScriptedVocabulary.FirstMarker, words.Tokens.Count - ScriptedVocabulary.FirstMarker)
            .ToDictionary(token => token, token => token < words.FirstPiece ? "{[" : "\"}");
        foreach (var (after, next) in ShortestJson)
            wishes[ByteToken(after)] = next;

        foreach (var (token, next) in wishes)
        {
            for (var rank = 0; rank < next.Length; rank++)
                yield return (ByteToken(next[rank]), token, (40f - (10 * rank)) / scale);
        }
    }

    private static int ByteToken(char character) => ScriptedVocabulary.FirstByte + character;
}
