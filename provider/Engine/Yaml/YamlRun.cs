using System.Collections.Immutable;
using EdgeInfra.Engine.Programs;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Transport;

namespace EdgeInfra.Engine.Yaml;

/// <summary>One run of a YAML program: everything is started at once and waits for what it refers to.</summary>
internal sealed class YamlRun
{
    private readonly Template _template;
    private readonly MonitorCalls _monitor;
    private readonly YamlProblems _problems;
    private readonly Evaluator _evaluator;
    private readonly Dictionary<string, Lazy<Task<Symbol>>> _symbols = [];
    private volatile bool _failed;

    public YamlRun(
        Template template, ImmutableSortedDictionary<string, PropertyValue> config, ProgramContext context, MonitorCalls monitor,
        YamlProblems problems)
    {
        (_template, _monitor, _problems) = (template, monitor, problems);
        _evaluator = new Evaluator(
            name => _symbols[name].Value,
            (call, argument) => monitor.Invoke(call, argument, _evaluator!),
            new BuiltinFunctions(context.ProgramDirectory),
            context.PropertyNames);
        Define(Builtins.Name, () => Task.FromResult<Symbol>(new Symbol.Value(Evaluated.Of(Builtins.Of(context)))));
        foreach (var (name, value) in config)
        {
            Define(name, () => Task.FromResult<Symbol>(new Symbol.Value(Evaluated.Of(value))));
        }

        foreach (var variable in template.Variables)
        {
            Define(variable.Name, () => Evaluate(variable));
        }

        foreach (var resource in template.Resources)
        {
            Define(resource.Key, () => Register(resource));
        }
    }

    /// <summary>Whether all of it went well. What went wrong and the engine does not know is in the problems.</summary>
    public async Task<bool> Run()
    {
        var top = new SourceSpot(1, 1);
        await Guarded(top, async () => new Symbol.Resource(await _monitor.RegisterStack().ConfigureAwait(false))).ConfigureAwait(false);
        if (_failed)
        {
            return false;
        }

        await Task.WhenAll(_symbols.Values.Select(symbol => symbol.Value)).ConfigureAwait(false);
        var outputs = PropertyMap.Empty;
        foreach (var output in _template.Outputs)
        {
            if (await Evaluate(output).ConfigureAwait(false) is Symbol.Value { Of.Value: var value })
            {
                outputs = outputs.With(output.Name, value);
            }
        }

        if (!_failed)
        {
            await Guarded(top, async () =>
            {
                await _monitor.RegisterOutputs(outputs).ConfigureAwait(false);
                return new Symbol.Value(Evaluated.Of(outputs));
            }).ConfigureAwait(false);
        }

        return !_failed;
    }

    // Task.Run: nobody waits for another's request to be written.
    private void Define(string name, Func<Task<Symbol>> evaluate) => _symbols[name] = new Lazy<Task<Symbol>>(() => Task.Run(evaluate));

    private Task<Symbol> Evaluate(Field field) => Guarded(field.Value.At, async () =>
        new Symbol.Value(await _evaluator.Evaluate(field.Value).ConfigureAwait(false)));

    private Task<Symbol> Register(ResourceDeclaration resource) => Guarded(resource.At, async () =>
    {
        var registered = resource.Get is { } get
            ? await _monitor.Read(resource, get, _evaluator).ConfigureAwait(false)
            : await _monitor.Register(resource, _evaluator).ConfigureAwait(false);
        return registered is null ? throw new UnevaluableException(resource.At, null) : new Symbol.Resource(registered);
    });

    private async Task<Symbol> Guarded(SourceSpot at, Func<Task<Symbol>> evaluate)
    {
        try
        {
            return await evaluate().ConfigureAwait(false);
        }
        catch (UnevaluableException without)
        {
            _failed = true;
            if (without.Reason is { } reason)
            {
                _problems.Add(without.At, reason);
            }
        }
        catch (RpcException refused)
        {
            _failed = true;
            if (refused.Status is not (RpcStatus.Unavailable or RpcStatus.Cancelled)) // the engine is ending, and knows why
            {
                _problems.Add(at, refused.Message);
            }
        }

        return new Symbol.Failed();
    }
}
