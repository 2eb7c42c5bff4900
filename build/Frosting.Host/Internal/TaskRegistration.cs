using System.Reflection;
using Cake.Core;

namespace Cake.Frosting.Internal;

/// <summary>Registers a task with the engine: its name, its actions and its dependencies.</summary>
internal static class TaskRegistration
{
    public static void Register(this ICakeEngine engine, IFrostingTask task, IFrostingContext context)
    {
        RequireContext(task, context);
        var builder = engine.RegisterTask(NameOf(task.GetType()));
        if (task.GetType().GetCustomAttribute<TaskDescriptionAttribute>() is { } description)
            builder.Description(description.Description);

        AddActions(builder, task, context);
        foreach (var dependency in task.GetType().GetCustomAttributes<IsDependentOnAttribute>())
            builder.IsDependentOn(NeighbourOf(task, dependency.Task));

        foreach (var dependee in task.GetType().GetCustomAttributes<IsDependeeOfAttribute>())
            builder.IsDependeeOf(NeighbourOf(task, dependee.Task));
    }

    private static void AddActions(CakeTaskBuilder builder, IFrostingTask task, IFrostingContext context)
    {
        if (Overrides(task, nameof(FrostingTask.Run)) || Overrides(task, nameof(AsyncFrostingTask.RunAsync)))
            builder.Does(task.RunAsync);

        if (Overrides(task, nameof(IFrostingTask.ShouldRun)))
            builder.WithCriteria(task.ShouldRun, task.SkippedMessage);

        if (task.GetType().IsDefined(typeof(ContinueOnErrorAttribute)))
            builder.ContinueOnError();

        if (Overrides(task, nameof(IFrostingTask.OnError)))
            builder.OnError(exception => task.OnError(exception, context));

        if (Overrides(task, nameof(IFrostingTask.Finally)))
            builder.Finally(() => task.Finally(context));
    }

    // The engine treats an empty handler as a handler (an empty OnError swallows the error), so only overrides are registered.
    private static bool Overrides(IFrostingTask task, string method) =>
        BaseOf(task) is not { } baseType
        || task.GetType().GetMethods().Any(candidate =>
            candidate.Name == method
            && candidate.DeclaringType != baseType
            && candidate.GetBaseDefinition().DeclaringType == baseType);

    private static void RequireContext(IFrostingTask task, IFrostingContext context)
    {
        if (BaseOf(task)?.GenericTypeArguments[0] is { } wanted && !wanted.IsInstanceOfType(context))
        {
            throw new FrostingException(
                $"The task '{NameOf(task.GetType())}' needs a context of type {wanted}, but the host has {context.GetType()}: "
                + "name the right one in UseContext.");
        }
    }

    private static string NeighbourOf(IFrostingTask task, Type neighbour) =>
        neighbour.IsAssignableTo(typeof(IFrostingTask))
            ? NameOf(neighbour)
            : throw new FrostingException($"The task '{NameOf(task.GetType())}' names {neighbour} as its neighbour, which is not a task.");

    private static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    private static Type? BaseOf(IFrostingTask task)
    {
        for (var type = task.GetType(); type is not null; type = type.BaseType)
        {
            var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
            if (definition == typeof(FrostingTask<>) || definition == typeof(AsyncFrostingTask<>))
                return type;
        }

        return null;
    }
}
