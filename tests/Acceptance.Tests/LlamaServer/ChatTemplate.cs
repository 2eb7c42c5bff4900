namespace Acceptance.Tests.LlamaServer;

/// <summary>
/// A chat template in the style of Hermes tool calls, as strict as Qwen's about system messages, whose last token starts the script that the
/// conversation asks for.
/// </summary>
internal static class ChatTemplate
{
    private const string Head = """
        {%- set said = namespace(last='') %}
        {%- if tools %}
        {{- '<|system|>' }}{%- if messages[0].role == 'system' %}{{- messages[0].content + '\n\n' }}{%- endif %}
        {{- "You may call functions. Their signatures are inside <tools></tools>:\n<tools>" }}
        {%- for tool in tools %}{{- "\n" }}{{- tool | tojson }}{%- endfor %}
        {{- "\n</tools>\nCall one by returning a JSON object inside <tool_call></tool_call>:\n<tool_call>\n{\"name\": <function-name>, \"arguments\": <args-json-object>}\n</tool_call>\n" }}
        {%- elif messages[0].role == 'system' %}{{- '<|system|>' + messages[0].content + '\n' }}{%- endif %}
        {%- for message in messages %}
        {%- if message.role == 'system' and not loop.first %}{{- raise_exception('System message must be at the beginning.') }}{%- endif %}
        {%- if message.role == 'user' %}{%- set said.last = message.content %}{{- '<|user|>' + message.content + '\n' }}
        {%- elif message.role == 'assistant' %}{{- '<|assistant|>' }}{%- if message.reasoning_content %}{{- '<think>\n' + message.reasoning_content + '\n</think>\n' }}{%- endif %}{%- if message.content %}{{- message.content }}{%- endif %}
        {%- if message.tool_calls %}{%- for call in message.tool_calls %}
        {{- '\n<tool_call>\n{"name": "' + call.function.name + '", "arguments": ' }}{%- if call.function.arguments is string %}{{- call.function.arguments }}{%- else %}{{- call.function.arguments | tojson }}{%- endif %}{{- '}\n</tool_call>' }}
        {%- endfor %}{%- endif %}{{- '\n' }}
        {%- elif message.role == 'tool' %}{%- set said.last = message.content if 'SCRIPT:' in message.content else 'SCRIPT:after-tool' %}{{- '<|tool|><tool_response>\n' + message.content + '\n</tool_response>\n' }}
        {%- endif %}{%- endfor %}
        {%- if add_generation_prompt %}{{- '<|assistant|>' }}
        """;

    public static string Write(IEnumerable<string> scripts)
    {
        var names = scripts.ToList();
        var choices = names.Select((name, index) =>
            $$$"""{%- {{{(index == 0 ? "if" : "elif")}}} 'SCRIPT:{{{name}}} ' in ((said.last + ' ') | replace('\n', ' ')) %}{{- '{{{ScriptedVocabulary.StartOf(name)}}}' }}""");
        return Head
            + "\n"
            + string.Join("\n", choices)
            + $$$"""{%- else %}{{- '{{{ScriptedVocabulary.StartOf(names[0])}}}' }}{%- endif %}{%- endif %}""";
    }
}
