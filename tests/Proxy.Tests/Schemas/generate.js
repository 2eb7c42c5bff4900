// Writes the schemas beside this file, from the types of the official clients in the versions that package-lock.json pins; names.js writes the names:
//   npm ci --ignore-scripts && npm run generate
// After a change of versions in package.json, `npm run lock` first: it writes a lock file that names no registry.
import { writeFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';

const types = [
  'OpenaiChatRequest', 'OpenaiResponsesRequest',
  'AnthropicAnswer', 'AnthropicEvent', 'AnthropicError', 'AnthropicTokenCount', 'AnthropicModels',
];

// The API always says how an answer ended; whatever else may be null may be absent too: the clients read both alike.
const alwaysThere = ['stop_reason', 'stop_sequence', 'first_id', 'last_id'];

const mayBeNull = schema => [schema.type].flat().includes('null') || (schema.anyOf ?? []).some(mayBeNull);

function adjust(schema, isAnswer) {
  if (Array.isArray(schema)) return schema.forEach(one => adjust(one, isAnswer));
  if (schema === null || typeof schema !== 'object') return;
  // The validator of the tests knows enum, but not const.
  if ('const' in schema && typeof schema.const !== 'object') {
    schema.enum = [schema.const];
    delete schema.const;
  }
  if (isAnswer && schema.properties && schema.required)
    schema.required = schema.required.filter(name => alwaysThere.includes(name) || !mayBeNull(schema.properties[name]));
  Object.values(schema).forEach(value => adjust(value, isAnswer));
}

for (const type of types) {
  const options = { path: 'wire.d.ts', type, jsDoc: 'none', skipTypeCheck: true, topRef: false, additionalProperties: false };
  const schema = createGenerator(options).createSchema(type);
  adjust(schema, type.startsWith('Anthropic'));
  // The client's type says "unknown"; it is always an object.
  if (schema.definitions?.ToolUseBlock) schema.definitions.ToolUseBlock.properties.input = { type: 'object' };
  const name = type.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
  writeFileSync(`${name}.json`, JSON.stringify(schema) + '\n');
}
