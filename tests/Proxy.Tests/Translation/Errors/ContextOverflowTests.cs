using ClaudeCodeProxy.Translation.Errors;

namespace Proxy.Tests.Translation.Errors;

public sealed class ContextOverflowTests
{
    [Theory]
    [InlineData("OpenAI", 140000, 128000,
        "This model's maximum context length is 128000 tokens. However, your messages resulted in 140000 tokens. Please reduce the length of the messages.")]
    [InlineData("OpenAI, with functions", 8545, 8192,
        "This model's maximum context length is 8192 tokens. However, your messages resulted in 8545 tokens (8000 in the messages, 545 in the functions). Please reduce the length of the messages or functions.")]
    [InlineData("OpenAI, completions", 6283, 4097,
        "This model's maximum context length is 4097 tokens, however you requested 6539 tokens (6283 in your prompt; 256 for the completion). Please reduce your prompt; or completion length.")]
    [InlineData("OpenAI, a configured limit", 289650, 272000,
        "Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 289650 tokens. Please reduce the length of the messages.")]
    [InlineData("Copilot", 139639, 128000, "prompt token count of 139639 exceeds the limit of 128000")]
    [InlineData("Cerebras", 42328, 40000, "Please reduce the length of the messages or completion. Current length is 42328 while limit is 40000")]
    [InlineData("DeepSeek", 141072, 131072,
        "This model's maximum context length is 131072 tokens. However, you requested 149264 tokens (141072 in the messages, 8192 in the completion). Please reduce the length of the messages or completion.")]
    [InlineData("xAI", 537812, 131072, "This model's maximum prompt length is 131072 but the request contains 537812 tokens.")]
    [InlineData("Mistral", 143526, 131072,
        "Prompt contains 143526 tokens and 0 draft tokens, too large for model with 131072 maximum context length")]
    [InlineData("Fireworks", 131073, 131071, "The prompt is too long: 131073, model maximum context length: 131071")]
    [InlineData("Together", 79993, 65537,
        "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 65537. Given: 79993 `inputs` tokens and 1024 `max_new_tokens`")]
    [InlineData("TGI", 2222, 2048, "Input validation error: `inputs` must have less than 2048 tokens. Given: 2222")]
    [InlineData("Moonshot", 262897, 262144, "Invalid request: Your request exceeded model token limit: 262144 (requested: 262897)")]
    [InlineData("Gemini", 1200000, 1048576, "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).")]
    [InlineData("Gemini, without brackets", 1200000, 1048576, "The input token count 1200000 exceeds the maximum number of tokens allowed 1048576.")]
    [InlineData("Vertex", 38041, 32768,
        "Unable to submit request because the input token count is 38041 but model only supports up to 32768. Reduce the input token count and try again. You can also use the CountTokens API to calculate prompt token count and billable characters")]
    [InlineData("Anthropic", 207791, 200000, "prompt is too long: 207791 tokens > 200000 maximum")]
    [InlineData("Bedrock, Titan", 10000, 8192, "400 Bad Request: Too many input tokens. Max input tokens: 8192, request input token count: 10000")]
    [InlineData("Cohere", 4282, 4081,
        "too many tokens: total number of tokens in the prompt cannot exceed 4081 - received 4282. Try using a shorter prompt, or enabling prompt truncating.")]
    [InlineData("watsonx", 5172, 4096, "the number of input tokens 5172 cannot exceed the total tokens limit 4096 for this model")]
    [InlineData("SiliconFlow", 33005, 32768, "length of prompt_tokens (33005) must be less than max_seq_len (32768).")]
    [InlineData("Volcengine", 100000, 98304, "Input length 100000 exceeds the maximum length 98304. Request id: 0217x")]
    [InlineData("Replicate", 5441, 4096, "Your input is too long. Max input length is 4096 tokens, but you supplied 5441 tokens.")]
    [InlineData("Parasail", 131393, 131040, "Input length 131393 exceeds the maximum allowed input length of 131040 tokens.")]
    [InlineData("OpenRouter", 136512, 131072,
        "This endpoint's maximum context length is 131072 tokens. However, you requested about 146512 tokens (136512 of text input, 10000 in the output). Please reduce the length of either one, or use the context-compression plugin.")]
    [InlineData("OpenRouter, with tools", 536487, 524288,
        "400 This endpoint's maximum context length is 524288 tokens. However, you requested about 538487 tokens (14474 of text input, 522013 of tool input, 2000 in the output). Please reduce the length of either one.")]
    [InlineData("vLLM", 40000, 32768,
        "This model's maximum context length is 32768 tokens. However, your request has 40000 input tokens. Please reduce the length of the input messages.")]
    [InlineData("vLLM, no output", 32769, 32768,
        "This model's maximum context length is 32768 tokens. However, you requested 0 output tokens and your prompt contains at least 32769 input tokens, for a total of at least 32769 tokens. (parameter=input_tokens, value=32769)")]
    [InlineData("vLLM, the engine", 40005, 16384,
        "The decoder prompt (length 40005) is longer than the maximum model length of 16384. Make sure that `max_model_len` is no smaller than the number of text tokens.")]
    [InlineData("vLLM, the engine before", 40005, 32768,
        "The prompt (total length 40005) is too long to fit into the model (context length 32768). Make sure that `max_model_len` is no smaller.")]
    [InlineData("SGLang", 40000, 32768, "The input (40000 tokens) is longer than the model's context length (32768 tokens).")]
    [InlineData("SGLang, the engine", 160062, 59862,
        "Input length (160062 tokens) exceeds the maximum allowed length (59862 tokens). Use a shorter input or enable --allow-auto-truncate.")]
    [InlineData("llama.cpp", 40005, 16384, "request (40005 tokens) exceeds the available context size (16384 tokens), try increasing it")]
    [InlineData("llama-cpp-python", 5000, 4096, "Requested tokens (5000) exceed context window of 4096")]
    [InlineData("LM Studio", 10136, 7866,
        "Trying to keep the first 10136 tokens when context the overflows. However, the model is loaded with context length of only 7866 tokens, which is not enough. Try to load the model with a larger context length, or provide a shorter input.")]
    [InlineData("LM Studio, the engine", 15028, 7424, "Cannot truncate prompt with n_keep (15028) >= n_ctx (7424)")]
    [InlineData("others", 32769, 32768, "Prompt has 32769 tokens, but the configured context size is 32768 tokens")]
    [InlineData("names with numbers", 140000, 131072, "The prompt for qwen3-2507 has 140000 tokens, more than qwen3.2507 allows: limit 131072")]
    [InlineData("grouped digits", 131393, 131040, "Your prompt has 131,393 tokens, which exceeds the 131,040-token limit of gpt-4o.")]
    public void Numbers_are_told_where_the_provider_tells_them(string vendor, int prompt, int limit, string message) =>
        Assert.Equal((vendor, $"prompt is too long: {prompt} tokens > {limit} maximum"), (vendor, Describe(message)));

    [Theory]
    [InlineData("OpenAI, Responses", "Your input exceeds the context window of this model. Please adjust your input and try again.")]
    [InlineData("Groq", "Please reduce the length of the messages or completion.")]
    [InlineData("Moonshot", "Input token length too long")]
    [InlineData("Gemini, one number", "The input token count exceeds the maximum number of tokens allowed (1048576).")]
    [InlineData("Bedrock", "The model returned the following errors: Input is too long for requested model.")]
    [InlineData("Bedrock, Nova", "Input Tokens Exceeded: Number of input tokens exceeds maximum length. Please update the input to try again.")]
    [InlineData("Bedrock, Llama", "This model's maximum context length is 8192 tokens. Please reduce the length of the prompt")]
    [InlineData("DashScope", "<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 983616]")]
    [InlineData("DashScope, before", "InternalError.Algo.InvalidParameter: Total message token length exceed model limit.")]
    [InlineData("Zhipu", "Prompt exceeds max length")]
    [InlineData("Zhipu, with room for fewer tokens",
        "API 调用参数有误，请检查文档。Request 182387 input tokens exceeds the model's maximum context length 202750")]
    [InlineData("Zhipu, in Chinese", "Prompt 超长")]
    [InlineData("in Chinese", "输入长度超过模型的最大上下文长度")]
    [InlineData("MiniMax", "invalid params, context window exceeds limit (2013)")]
    [InlineData("Volcengine, with images", "Total tokens of image and text exceed max message tokens.")]
    [InlineData("Cohere, the excess alone", "too many tokens: size limit exceeded by 11326 tokens. Try using shorter or fewer inputs.")]
    [InlineData("Hugging Face", "Input is too long for this model, shorten your input or use 'parameters': {'truncation': 'only_first'}")]
    [InlineData("LiteLLM", "litellm.ContextWindowExceededError: litellm.BadRequestError: Context window exceeded for given call.")]
    [InlineData("llama.cpp", "the request exceeds the available context size. try increasing the context size or enable context shift")]
    [InlineData("llama.cpp, the slot", "Context size has been exceeded.")]
    [InlineData("Ollama", "prompt too long; exceeded max context length by 4096 tokens")]
    [InlineData("Ollama, before", "the input length exceeds the context length")]
    [InlineData("LM Studio",
        "The number of tokens to keep from the initial prompt is greater than the context length. Try to load the model with a larger context length, or provide a shorter input")]
    [InlineData("LM Studio, no shift",
        "Reached context length of 4096 tokens with model (arch: gemma3) that does not currently support mid-generation context overflow.")]
    [InlineData("MLX", "Prompt exceeds maximum context length")]
    [InlineData("Copilot, before", "Message exceeds token limit.")]
    [InlineData("others", "Requested token count exceeds the model's maximum context length of 202752.")]
    [InlineData("others, the excess alone", "Your prompt of 140000 tokens exceeds the context by 12000 tokens")]
    [InlineData("others, a limit of input", "Your request exceeds the max input limit")]
    public void Without_both_numbers_the_reason_is_told_after_anthropics_words(string vendor, string message) =>
        Assert.Equal((vendor, $"prompt is too long: {message}"), (vendor, Describe(message)));

    [Theory]
    [InlineData(1222, 3000, 4096,
        "This model's maximum context length is 4096 tokens. However, you requested 4222 tokens (1222 in the messages, 3000 in the completion). Please reduce the length of the messages or completion.")]
    [InlineData(5981, 3000, 8192,
        "This model's maximum context length is 8192 tokens. However, you requested 8981 tokens (4206 in the messages, 1775 in the functions, and 3000 in the completion).")]
    [InlineData(134145, 128000, 262144,
        "This model's maximum context length is 262144 tokens. However, you requested 128000 output tokens and your prompt contains at least 134145 input tokens, for a total of at least 262145 tokens. Please reduce the length of the input prompt or the number of requested output tokens. (parameter=input_tokens, value=134145)")]
    [InlineData(1024, 64000, 32768,
        "'max_tokens' or 'max_completion_tokens' is too large: 64000. This model's maximum context length is 32768 tokens and your request has 1024 input tokens (64000 > 32768 - 1024).")]
    [InlineData(170941, 32000, 202752,
        "Requested token count exceeds the model's maximum context length of 202752 tokens. You requested a total of 202941 tokens: 170941 tokens from the input messages and 32000 tokens for the completion. Please reduce the number of tokens in the input messages or the completion to fit within the limit.")]
    [InlineData(26487, 512000, 524288,
        "This endpoint's maximum context length is 524288 tokens. However, you requested about 538487 tokens (14474 of text input, 12013 of tool input, 512000 in the output). Please reduce the length of either one.")]
    [InlineData(60000, 8192, 65537,
        "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 65537. Given: 60000 `inputs` tokens and 8192 `max_new_tokens`")]
    [InlineData(190000, 20000, 200000,
        "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000, decrease input length or `max_tokens` and try again")]
    public void Where_fewer_tokens_of_output_would_do_clients_are_told_so(int prompt, int output, int limit, string message) => Assert.Equal(
        $"input length and `max_tokens` exceed context limit: {prompt} + {output} > {limit}, decrease input length or `max_tokens` and try again",
        Describe(message));

    [Theory]
    [InlineData("context_length_exceeded")]
    [InlineData("model_max_prompt_tokens_exceeded")]
    [InlineData("exceed_context_size_error")]
    [InlineData("tokens_limit_reached")]
    [InlineData("1261")]
    [InlineData("1039")]
    public void A_code_is_enough(string code) => Assert.Equal("prompt is too long: no", Describe("no", code));

    [Fact]
    public void The_servers_own_counts_are_taken() => Assert.Equal("prompt is too long: 40005 tokens > 16384 maximum",
        ContextOverflow.Describe(new UpstreamProblem("the request exceeds the available context size", "400", "", 40005, 16384)));

    [Fact]
    public void Anthropics_words_are_not_told_twice() =>
        Assert.Equal("prompt is too long for this model", Describe("Prompt is too long for this model"));

    [Theory]
    [InlineData(
        "Request too large for model `llama-3.3-70b-versatile` in organization `org_01abc` service tier `on_demand` on tokens per minute (TPM): Limit 12000, Requested 14137, please reduce your message size and try again.")]
    [InlineData(
        "Rate limit reached for gpt-5 in organization org-abc on tokens per min (TPM): Limit 30000, Used 20000, Requested 15000. Please try again in 10s.")]
    [InlineData(
        "Request too large for gpt-4o on tokens per min (TPM): Limit 30000, Requested 40000. The input or output tokens must be reduced in order to run successfully.")]
    [InlineData("The request needs 14137 input tokens per minute, which exceeds your limit of 12000.")]
    [InlineData("Too many tokens, please wait before trying again.")]
    [InlineData("Too many tokens per day, please wait before trying again.")]
    [InlineData("Rate limit exceeded: too many tokens per minute")]
    [InlineData("Daily input token limit exceeded: 1200000 > 1000000")]
    [InlineData("Quota exceeded for metric: generate_content_free_tier_input_token_count, limit: 250000")]
    [InlineData("max_tokens is too large: 8192. This model supports at most 4096 completion tokens, whereas you provided 8192.")]
    [InlineData("max_tokens: 128000 > 64000, which is the maximum allowed number of output tokens for claude-sonnet-4-5")]
    [InlineData("<400> InternalError.Algo.InvalidParameter: Range of max_tokens should be [1, 8192]")]
    [InlineData("Invalid max_tokens value, the valid range of max_tokens is [1, 8192]")]
    [InlineData(
        "`max_tokens` must be less than or equal to `8192`, the maximum value for `max_tokens` is less than the `context_window` for this model")]
    [InlineData(
        "The maximum tokens you requested exceeds the model limit of 4096. Try again with lower maximum tokens or a model that has a higher model limit.")]
    [InlineData("The requested number of output tokens (64000) exceeds the maximum of 32000")]
    [InlineData("max_tokens (100000) exceeds the context length of 32768")]
    [InlineData("Output token limit exceeded")]
    [InlineData("Could not finish the message because max_tokens or model output limit was reached. Please try again with higher max_tokens.")]
    [InlineData("`max_tokens` must be greater than `thinking.budget_tokens`")]
    [InlineData("max_tokens: Input should be greater than or equal to 1")]
    [InlineData("thinking.budget_tokens: Input should be greater than or equal to 1024")]
    [InlineData("context deadline exceeded (Client.Timeout exceeded while awaiting headers)")]
    [InlineData("messages.0.content.1.image.source.base64: image exceeds 5 MB maximum: 6291456 bytes > 5242880 bytes")]
    [InlineData("The input image of 9000 pixels exceeds the maximum of 8000 pixels")]
    [InlineData("At most 1 image(s) may be provided in one prompt.")]
    [InlineData("The audio file in the input is too large: 30 MB")]
    [InlineData("Invalid 'prompt_cache_key': string too long. Expected a string with maximum length 64, but got a string with length 90 instead.")]
    [InlineData("Invalid 'tools': array too long. Expected an array with maximum length 128, but got an array with length 340 instead.")]
    [InlineData("Tool argument validation failed: input length exceeds 1000 characters")]
    [InlineData("Request entity too large")]
    [InlineData("The long context beta is not yet available for this subscription.")]
    [InlineData("context_management: Extra inputs are not permitted")]
    [InlineData("A maximum of 4 blocks with cache_control may be provided. Found 5.")]
    [InlineData("The `reasoning_content` in the thinking mode must be passed back to the API.")]
    [InlineData("Invalid schema for function 'Read': '^[\\p{L}]{1,300}$' is not a 'regex'.")]
    [InlineData("temperature: range: -1 < x <= 2")]
    [InlineData("You exceeded your current quota, please check your plan and billing details.")]
    [InlineData("")]
    public void Other_limits_are_not_the_prompts(string message) => Assert.Null(Describe(message));

    [Fact]
    public void A_limit_of_rate_is_known_by_its_code_too() => Assert.Null(Describe("Too many tokens", "rate_limit_exceeded"));

    private static string? Describe(string message, string kind = "invalid_request_error 400") =>
        ContextOverflow.Describe(new UpstreamProblem(message, kind, "", null, null));
}
