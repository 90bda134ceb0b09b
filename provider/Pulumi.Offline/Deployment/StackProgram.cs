using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The forms in which a program may be given, brought to one.</summary>
internal static class StackProgram
{
    public static Func<Task<IDictionary<string, object?>>> From(Action program) => From(() =>
    {
        program();
        return Task.CompletedTask;
    });

    public static Func<Task<IDictionary<string, object?>>> From(Func<IDictionary<string, object?>> program) =>
        () => Task.FromResult(program());

    public static Func<Task<IDictionary<string, object?>>> From(Func<Task> program) => async () =>
    {
        await program().ConfigureAwait(false);
        return ImmutableDictionary<string, object?>.Empty;
    };

    public static Stack Of<TStack>()
        where TStack : Stack, new() => Published(new TStack());

    public static Stack Of<TStack>(IServiceProvider services)
        where TStack : Stack => Published(services.GetService(typeof(TStack)) as Stack
            ?? throw new InvalidOperationException($"The service provider has no {typeof(TStack)}: register it as a service."));

    private static Stack Published(Stack stack)
    {
        stack.PublishProperties();
        return stack;
    }
}
