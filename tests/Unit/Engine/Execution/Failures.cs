using EdgeInfra.Engine.Execution;
using EdgeInfra.Engine.Planning;
using EdgeInfra.Engine.State;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using EdgeInfra.Protocol.Services;
using EdgeInfra.Protocol.Transport;

namespace Unit.Engine.Execution;

public sealed class Failures
{
    private readonly StackUnderTest _stack = new();

    [Fact]
    public async Task Of_a_step_fail_the_deployment_although_the_program_goes_on_and_succeeds()
    {
        _stack.World.OnMutation = call => call == "create a" ? throw Refusal() : Task.CompletedTask;
        var results = new List<Result>();

        var result = await _stack.Up(async program =>
        {
            var a = await program.Thing("a");
            results.Add(a.Result);
            results.Add((await program.Thing("b", PropertyMap.Of(("of", PropertyValue.Unknown.Instance)), request => request.From("of", a))).Result);
            results.Add((await program.Thing("c", null, request => request.Dependencies.Add(a.Urn))).Result);
        });

        Assert.False(result.Succeeded);
        Assert.Equal([Result.Fail, Result.Skip, Result.Skip], results);
        Assert.Equal("refused", Assert.Single(_stack.Errors));
        Assert.Single(_stack.Events.OfType<EngineEvent.StepFailed>());
        Assert.Empty(_stack.Names);
        Assert.Empty(_stack.Saved.PendingOperations);
    }

    [Fact]
    public async Task Are_errors_of_the_call_for_programs_that_know_no_results()
    {
        _stack.World.OnMutation = _ => throw Refusal();
        RpcException? error = null;

        await _stack.Up(async program => error = await Assert.ThrowsAsync<RpcException>(
            () => program.Thing("a", null, request => request.SupportsResultReporting = false)));

        Assert.Equal(RpcStatus.Internal, error!.Status);
    }

    [Fact]
    public async Task Delete_nothing_afterwards()
    {
        await _stack.Up(program => program.Thing("old"));
        _stack.World.OnMutation = call => call == "create a" ? throw Refusal() : Task.CompletedTask;

        await _stack.Up(program => program.Thing("a"));

        Assert.Equal(["old"], _stack.Names);
        Assert.DoesNotContain("delete old", _stack.TakeCalls());
    }

    [Fact]
    public async Task Of_the_program_delete_nothing_and_say_what_it_said()
    {
        await _stack.Up(program => program.Thing("old"));

        var result = await _stack.Up(_ => throw new RpcException(RpcStatus.Aborted, "out of ideas"));

        Assert.False(result.Succeeded);
        Assert.Contains("out of ideas", Assert.Single(_stack.Errors), StringComparison.Ordinal);
        Assert.Equal(["old"], _stack.Names);
    }

    [Fact]
    public async Task Spare_what_does_not_depend_on_them_when_asked_to_go_on()
    {
        _stack.Options = _stack.Options with { ContinueOnError = true };
        await _stack.Up(async program =>
        {
            await program.Thing("gone");
            var base1 = await program.Thing("needed");
            await program.Thing("a", null, request => request.Dependencies.Add(base1.Urn));
        });
        _stack.World.OnMutation = call => call == "update a" ? throw Refusal() : Task.CompletedTask;
        _stack.TakeCalls();

        var result = await _stack.Up(async program =>
        {
            await program.Thing("a", PropertyMap.Of(("size", "2")));
            await program.Thing("b");
        });

        Assert.False(result.Succeeded);
        Assert.Equal(["update a", "create b", "delete gone"], _stack.TakeCalls()); // What a needs stays with it.
        Assert.Equal(["a", "b", "needed"], _stack.Names.Order());
    }

    [Fact]
    public async Task Of_Check_are_all_reported_with_their_properties_and_without_values()
    {
        _stack.World.OnCheck = request => new CheckResponse
        {
            Inputs = request.News,
            Failures =
            {
                new CheckFailure { Property = "port", Reason = "must be at most 65535" },
                new CheckFailure { Property = "origins[2].host", Reason = "is empty" },
                new CheckFailure { Property = "domains[0]", Reason = "domains[0] is empty" },
            },
        };

        var result = await _stack.Up(program => program.Thing("a", PropertyMap.Of(("port", new PropertyValue.Secret("70000")))));

        Assert.False(result.Succeeded);
        Assert.Equal(["property \"port\": must be at most 65535", "property \"origins[2].host\": is empty", "domains[0] is empty"], _stack.Errors);
        Assert.Empty(_stack.TakeCalls());
    }

    [Fact]
    public async Task Show_all_that_is_wrong_in_a_preview()
    {
        _stack.World.OnCheck = request => new CheckResponse { Failures = { new CheckFailure { Property = "p", Reason = request.Name } } };

        await _stack.Preview(async program =>
        {
            await program.Thing("a");
            await program.Thing("b");
        });

        Assert.Equal(["property \"p\": a", "property \"p\": b"], _stack.Errors);
    }

    [Fact]
    public async Task That_leave_doubt_keep_the_operation_pending_and_the_next_run_says_so()
    {
        _stack.World.OnMutation = _ => throw new RpcException(RpcStatus.Internal, "crashed");
        await _stack.Up(program => program.Thing("a"));
        Assert.Equal("creating", Assert.Single(_stack.Saved.PendingOperations).Type);
        _stack.World.OnMutation = _ => Task.CompletedTask;

        await _stack.Up(_ => Task.CompletedTask);

        var warning = Assert.Single(_stack.Events.OfType<EngineEvent.Diagnostic>());
        Assert.Equal((Severity.Warning, StackUnderTest.UrnOf(Session.Type, "a")), (warning.Severity, warning.Urn));
        Assert.Single(_stack.Saved.PendingOperations); // Until a refresh.

        await _stack.Refresh();
        Assert.Empty(_stack.Saved.PendingOperations);
    }

    [Fact]
    public async Task Of_a_kill_leave_the_operation_under_way_in_the_state()
    {
        Snapshot? during = null;
        _stack.World.OnMutation = _ =>
        {
            during = _stack.Saved;
            return Task.CompletedTask;
        };

        await _stack.Up(program => program.Thing("a"));

        Assert.Equal(("creating", StackUnderTest.UrnOf(Session.Type, "a")), (Assert.Single(during!.PendingOperations).Type, during.PendingOperations[0].Resource.Urn));
        Assert.Empty(_stack.Saved.PendingOperations);
    }

    [Fact]
    public async Task Half_way_remember_the_resource_and_update_it_next_time()
    {
        _stack.World.OnMutation = call => call == "create a"
            ? throw new RpcException(RpcStatus.Unknown, "not ready", new ErrorResourceInitFailed { Id = "half", Reasons = { "still starting" } })
            : Task.CompletedTask;

        var result = await _stack.Up(program => program.Thing("a"));

        Assert.False(result.Succeeded);
        Assert.Equal(["still starting"], _stack.Errors);
        Assert.Equal(("half", "still starting"), (_stack["a"].Id, Assert.Single(_stack["a"].InitErrors)));
        Assert.Empty(_stack.Saved.PendingOperations);
        _stack.TakeCalls();

        Assert.True((await _stack.Up(program => program.Thing("a"))).Succeeded);
        Assert.Equal(["update a"], _stack.TakeCalls());
        Assert.Empty(_stack["a"].InitErrors);
    }

    [Fact]
    public async Task To_save_stop_everything()
    {
        _stack.OnSave = snapshot => _ = snapshot.Resources.Any(state => state.Id == "id-1") ? throw new IOException("disk full") : 0;

        var result = await _stack.Up(async program =>
        {
            await program.Thing("a");
            await program.Thing("b");
        });

        Assert.False(result.Succeeded);
        Assert.Contains("the state could not be saved: disk full", _stack.Errors);
        Assert.Equal(["create a"], _stack.TakeCalls());
        Assert.Equal("creating", Assert.Single(_stack.Saved.PendingOperations).Type);
    }

    [Fact]
    public async Task Skip_dependents_but_not_others_when_asked_to_go_on()
    {
        _stack.Options = _stack.Options with { ContinueOnError = true };
        _stack.World.OnMutation = call => call == "create a" ? throw Refusal() : Task.CompletedTask;

        await _stack.Up(async program =>
        {
            var a = await program.Thing("a");
            await program.Thing("b", null, request => request.Dependencies.Add(a.Urn));
            await program.Thing("c");
        });

        Assert.Equal(["create a", "create c"], _stack.TakeCalls());
    }

    [Fact]
    public async Task After_a_renaming_leave_no_mention_of_the_old_name()
    {
        await _stack.Up(async program =>
        {
            var a = await program.Thing("a");
            await program.Thing("user", null, request => request.Dependencies.Add(a.Urn));
        });

        await _stack.Up(async program =>
        {
            await program.Thing("b", null, request => request.Aliases.Add(new Alias { Spec = new Alias.Types.Spec { Name = "a" } }));
            throw new RpcException(RpcStatus.Aborted, "before the user is registered");
        });

        Assert.Equal([_stack["b"].Urn], _stack["user"].Dependencies.AsEnumerable());
    }

    [Fact]
    public async Task Include_two_resources_of_one_name()
    {
        var result = await _stack.Up(async program =>
        {
            await program.Thing("a");
            Assert.Equal(Result.Fail, (await program.Thing("a")).Result);
        });

        Assert.False(result.Succeeded);
        Assert.Contains("registered twice", Assert.Single(_stack.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Include_the_replacement_or_deletion_of_what_is_protected()
    {
        _stack.World.Immutable.Add("size");
        await _stack.Up(program => program.Thing("a", PropertyMap.Of(("size", "1")), request => request.Protect = true));
        _stack.TakeCalls();

        await _stack.Up(program => program.Thing("a", PropertyMap.Of(("size", "2")), request => request.Protect = true));
        Assert.Contains("protected", Assert.Single(_stack.Errors), StringComparison.Ordinal);
        await _stack.Up(_ => Task.CompletedTask);
        Assert.Contains("protected", Assert.Single(_stack.Errors), StringComparison.Ordinal);
        await _stack.Destroy();
        Assert.Contains("protected", Assert.Single(_stack.Errors), StringComparison.Ordinal);

        Assert.Empty(_stack.TakeCalls());
        Assert.Equal(["a"], _stack.Names);
    }

    [Fact]
    public async Task Include_a_plugin_that_is_not_there_once_for_all_its_resources()
    {
        var result = await _stack.Up(async program =>
        {
            await program.Register("missing:index:Thing", "a");
            await program.Register("missing:index:Thing", "b");
        });

        Assert.False(result.Succeeded);
        Assert.Equal(["no plugin for the package 'missing'"], _stack.Errors);
    }

    [Fact]
    public async Task Keep_stack_outputs_that_the_failed_run_did_not_give()
    {
        await _stack.Up(program => program.StackOutputs(PropertyMap.Of(("url", "http://x"), ("version", 1))));
        _stack.World.OnMutation = _ => throw Refusal();

        await _stack.Up(async program =>
        {
            await program.Thing("a");
            await program.StackOutputs(PropertyMap.Of(("version", 2)));
        });

        Assert.Equal(PropertyMap.Of(("url", "http://x"), ("version", 2)), _stack["web-dev"].Outputs);
    }

    [Fact]
    public async Task Logged_by_the_program_count_and_its_debug_lines_are_not_shown()
    {
        var result = await _stack.Up(async program =>
        {
            await program.Call(EngineMethods.Log, new LogRequest { Severity = LogSeverity.Debug, Message = "password=hunter2" });
            await program.Call(EngineMethods.Log, new LogRequest { Severity = LogSeverity.Warning, Message = "hm" });
            await program.Call(EngineMethods.Log, new LogRequest { Severity = LogSeverity.Error, Message = "no", Urn = "u" });
        });

        Assert.False(result.Succeeded);
        Assert.Equal([("hm", Severity.Warning), ("no", Severity.Error)],
            _stack.Events.OfType<EngineEvent.Diagnostic>().Select(line => (line.Message, line.Severity)));
    }

    [Fact]
    public async Task Of_options_that_this_engine_does_not_know_are_clear()
    {
        var error = new RpcException(RpcStatus.Ok, "");

        await _stack.Up(async program => error = await Assert.ThrowsAsync<RpcException>(
            () => program.Thing("a", null, request => request.Transforms.Add(new Callback { Token = "t" }))));

        Assert.Equal(RpcStatus.Unimplemented, error.Status);
        Assert.Contains("transforms", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_cancelling_let_finish_what_has_begun_and_begin_nothing_more()
    {
        using var user = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        _stack.World.OnMutation = async _ =>
        {
            begun.SetResult();
            await _stack.World.Cancelled.Task; // The engine tells the provider.
        };

        var running = _stack.Up(
            async program =>
            {
                await Task.WhenAll(program.Thing("a"), Later());

                async Task Later()
                {
                    await begun.Task;
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, program.Cancel);
                }
            },
            user.Token);
        await begun.Task;
        await user.CancelAsync();
        var result = await running;

        Assert.False(result.Succeeded);
        Assert.Equal(["a"], _stack.Names);
        Assert.Empty(_stack.Saved.PendingOperations);
        Assert.Contains("cancelled", Assert.Single(_stack.Errors), StringComparison.Ordinal);
        Assert.IsType<EngineEvent.Summary>(_stack.Events[^1]);
        Assert.Equal(2, result.Changes[Operation.Create]); // The stack itself and a.
    }

    private static RpcException Refusal() => new(RpcStatus.InvalidArgument, "refused");
}
