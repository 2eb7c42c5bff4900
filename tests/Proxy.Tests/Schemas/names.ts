// Where the names of either API are found in the official clients' types.
import type { AnthropicBeta, BetaErrorResponse } from '@anthropic-ai/sdk/resources/beta/beta';
import type * as Beta from '@anthropic-ai/sdk/resources/beta/messages/messages';
import type { BetaModelInfo } from '@anthropic-ai/sdk/resources/beta/models';
import type * as Stable from '@anthropic-ai/sdk/resources/messages/messages';
import type { ModelInfo } from '@anthropic-ai/sdk/resources/models';
import type { ErrorResponse } from '@anthropic-ai/sdk/resources/shared';
import type { ChatCompletion, ChatCompletionChunk, ChatCompletionCreateParams } from 'openai/resources/chat/completions/completions';
import type * as Responses from 'openai/resources/responses/responses';
import type { AllModels } from 'openai/resources/shared';

export type MessagesRequest =
  Stable.MessageCreateParams | Stable.MessageCountTokensParams | Beta.MessageCreateParams | Beta.MessageCountTokensParams;
export type MessagesResponse = Stable.Message | Beta.BetaMessage;
export type MessagesEvent = Stable.RawMessageStreamEvent | Beta.BetaRawMessageStreamEvent;
export type MessagesError = ErrorResponse | BetaErrorResponse;
export type AnthropicBetas = AnthropicBeta;
export type ClaudeModels = Stable.Model;
export type ModelsResponse = ModelInfo | BetaModelInfo;

export type ChatRequest = ChatCompletionCreateParams;
export type ChatResponse = ChatCompletion | ChatCompletionChunk;
export type ResponsesRequest = Responses.ResponseCreateParams;
export type ResponsesResponse = Responses.Response;
export type ResponsesEvent = Responses.ResponseStreamEvent;
export type OpenAIModels = AllModels;
