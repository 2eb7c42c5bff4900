// What goes over either wire, in the words of the official clients' types.
import type { Message, MessageTokensCount, RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages/messages';
import type { ModelInfo } from '@anthropic-ai/sdk/resources/models';
import type { ErrorObject } from '@anthropic-ai/sdk/resources/shared';
import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions/completions';
import type { ResponseCreateParams } from 'openai/resources/responses/responses';

export type OpenaiChatRequest = ChatCompletionCreateParams;
export type OpenaiResponsesRequest = ResponseCreateParams;
export type AnthropicAnswer = Message;

// The client reads these two from the stream, and two kinds of errors from answers, without a type for them.
type Ping = { type: 'ping' };
type AnyError = ErrorObject | { type: 'request_too_large' | 'conflict_error'; message: string };
type ErrorEvent = { type: 'error'; error: AnyError };

export type AnthropicEvent = RawMessageStreamEvent | Ping | ErrorEvent;
export type AnthropicError = { type: 'error'; error: AnyError; request_id: string };
export type AnthropicTokenCount = MessageTokensCount;
export type AnthropicModels = { data: ModelInfo[]; has_more: boolean; first_id: string | null; last_id: string | null };
