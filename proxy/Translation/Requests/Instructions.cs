using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Content;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>
/// Puts instructions where the provider takes them. Many models' chat templates refuse a system message that is not the first, and Claude Code sends
/// one after the user's first words: there it becomes a part of what the user says at that place.
/// </summary>
internal static class Instructions
{
    public static MessagesRequest Place(MessagesRequest request, Route route)
    {
        if (request.OutputSchema.IsPresent && route.Refuses(RequestOption.OutputSchema))
            request = request with { System = request.System.Add(new OutputSchemaBlock(request.OutputSchema)) };
        if (route.Dialect.TakesLateInstructions || !request.Messages.Any(static message => message.Role == Role.System))
            return request;
        var early = request.Messages.TakeWhile(static message => message.Role == Role.System).ToList();
        return request with
        {
            System = request.System.AddRange(early.SelectMany(static message => message.Content)),
            Messages = Remind(request.Messages.AsSpan()[early.Count..]),
        };
    }

    private static ImmutableArray<Message> Remind(ReadOnlySpan<Message> messages)
    {
        var placed = new List<Message>(messages.Length);
        foreach (var given in messages)
        {
            var message = given.Role == Role.System ? new Message(Role.User, [new ReminderBlock(given.Content)]) : given;
            if (placed is [.., { Role: Role.User } last] && message.Role == Role.User && (HasReminder(last) || HasReminder(message)))
                placed[^1] = last with { Content = last.Content.AddRange(message.Content) };
            else
                placed.Add(message);
        }

        return [.. placed];
    }

    private static bool HasReminder(Message message) => message.Content.Any(static block => block is ReminderBlock);
}
