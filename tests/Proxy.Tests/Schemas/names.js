// Lists every name of either API in the types of the official clients: options and members by their path, the values of those that have a few, and the
// types of blocks, tools, items and events. Writes names.json: each kind of names with its list.
import { writeFileSync } from 'node:fs';
import ts from 'typescript';

// For each type of names.ts:
//   kind   of its members, by their path; absent where only what is apart counts
//   apart  member, at any depth: the kind of what stands in it, named by its `type` or by its value; with a dot at the end, its own members are named
//          too, those of all dates of a tool together
//          (or, when empty, nothing: its names are those of another type)
//   only   of its own members, those that are looked into; all where absent
//   itself the kind of the type's own alternatives
const roots = {
  MessagesRequest: {
    kind: 'request option',
    apart: {
      content: 'content block.', system: 'content block.', tool_references: 'content block.', source: 'block source', citations: 'citation',
      tools: 'tool.', tool: 'tool reference', betas: 'beta', model: 'claude model',
    },
  },
  MessagesResponse: {
    kind: 'response member',
    apart: { content: 'response block', stop_reason: 'stop reason', model: 'claude model' },
    only: ['usage', 'stop_details', 'stop_reason', 'content', 'model'],
  },
  MessagesEvent: { itself: 'stream event', apart: { delta: 'stream delta', content_block: 'response block' } },
  MessagesError: { apart: { error: 'error type' } },
  AnthropicBetas: { itself: 'beta' },
  ClaudeModels: { itself: 'claude model' },
  ModelsResponse: { kind: 'model info' },
  ChatRequest: { kind: 'chat option', apart: { content: 'chat content part', tools: 'chat tool', model: '' } },
  ChatResponse: { kind: 'chat response member', apart: { finish_reason: 'finish reason', annotations: 'annotation', model: '' } },
  ResponsesRequest: {
    kind: 'responses option',
    apart: { input: 'input item', content: 'content part', tools: 'responses tool', model: '' },
  },
  ResponsesResponse: {
    kind: 'responses response member',
    apart: { output: 'output item', content: 'content part', annotations: 'annotation', model: '' },
    only: ['usage', 'status', 'incomplete_details', 'error', 'output', 'model'],
  },
  ResponsesEvent: { itself: 'responses event', apart: { part: 'content part' } },
  OpenAIModels: { itself: 'openai model' },
};

const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true, skipLibCheck: true, noEmit: true, types: [] };
const program = ts.createProgram(['names.ts'], options);
const problems = ts.getPreEmitDiagnostics(program);
if (problems.length > 0) throw new Error(ts.formatDiagnostics(problems, ts.createCompilerHost(options)));

const checker = program.getTypeChecker();
const found = {};
let seen;

const add = (kind, name) => (found[kind] ??= new Set()).add(name);
const typeOf = member => checker.getTypeOfSymbol(member);

/** The alternatives of a type, those of a list for the list. */
function alternatives(type) {
  if (type.isUnion()) return type.types.flatMap(alternatives);
  return checker.isArrayType(type) ? alternatives(checker.getTypeArguments(type)[0]) : [type];
}

const isObject = type => (type.flags & ts.TypeFlags.Object) !== 0 && type.getCallSignatures().length === 0;

/** The values of the member `type`, by which the alternatives of a union are told apart. */
function tagsOf(type) {
  const tag = checker.getPropertyOfType(type, 'type');
  return tag ? alternatives(typeOf(tag)).filter(value => value.isStringLiteral()).map(value => value.value) : [];
}

/** What stands in a member whose kind is apart. */
function nameApart(root, type, kind, path, outer) {
  const isDeep = kind.endsWith('.');
  const name = isDeep ? kind.slice(0, -1) : kind;
  for (const one of alternatives(type)) {
    if (one.isStringLiteral()) add(name, one.value);
    if (!isObject(one)) continue;
    const tags = tagsOf(one);
    tags.forEach(tag => add(name, tag));
    if (tags.length === 0) nameMembers(root, one, outer, path);
    else nameMembers(root, one, isDeep ? name : undefined, tags[0].replace(/_20\d{6}$/, ''), name);
  }
}

/** Names the members of an object; without a kind it only looks for what is apart. */
function nameMembers(root, type, kind, path, inside) {
  const key = `${kind} ${path} ${inside} ${type.id}`;
  if (seen.has(key)) return;
  seen.add(key);
  for (const member of checker.getPropertiesOfType(type).filter(member => member.name !== 'type')) {
    const at = path ? `${path}.${member.name}` : member.name;
    if (kind) add(kind, at);
    const apart = root.apart?.[member.name];
    if (apart === '') continue;
    if (apart && apart !== inside) nameApart(root, typeOf(member), apart, at, kind);
    else if (kind && (path || !root.only || root.only.includes(member.name))) nameValues(root, typeOf(member), kind, at);
  }
}

function nameValues(root, type, kind, path) {
  for (const one of alternatives(type)) {
    if (one.isStringLiteral()) add(kind, `${path}=${one.value}`);
    if (!isObject(one)) continue;
    tagsOf(one).forEach(tag => add(kind, `${path}.type=${tag}`));
    nameMembers(root, one, kind, path);
  }
}

for (const statement of program.getSourceFile('names.ts').statements.filter(ts.isTypeAliasDeclaration)) {
  const root = roots[statement.name.text];
  seen = new Set();
  const type = checker.getTypeAtLocation(statement.name);
  if (root.itself) nameApart(root, type, root.itself);
  else alternatives(type).forEach(one => nameMembers(root, one, root.kind, ''));
}

const kinds = Object.entries(found).map(([kind, names]) => [kind, [...names].sort()]);
writeFileSync('names.json', JSON.stringify(Object.fromEntries(kinds), null, 1) + '\n');
