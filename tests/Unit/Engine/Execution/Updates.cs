using EdgeInfra.Engine.Planning;
using EdgeInfra.Protocol;
using EdgeInfra.Protocol.Rpc;
using V = EdgeInfra.Protocol.PropertyValue;

namespace Unit.Engine.Execution;

public sealed class Updates
{
    private readonly StackUnderTest _stack = new();

    [Fact]
    public async Task Create_what_the_program_asks_for_and_remember_it_after_what_it_needs()
    {
        var result = await _stack.Up(TwoThings("1"));

        Assert.True(result.Succeeded);
        Assert.Equal(["create a", "create b"], _stack.TakeCalls());
        Assert.Equal(["web-dev", "default", "a", "b"], _stack.Saved.Resources.Select(state => Urn.Name(state.Urn)));
        Assert.Equal("id-1", _stack["a"].Id);
        Assert.Equal("id-1", ((V.Text)_stack["b"].Inputs["of"]).Value);
        Assert.Equal([_stack["a"].Urn], _stack["b"].Dependencies.AsEnumerable());
        Assert.Equal(3, result.Changes[Operation.Create]); // The default provider doesn't count.
        Assert.Empty(_stack.Saved.PendingOperations);
    }

    [Fact]
    public async Task Do_nothing_the_second_time()
    {
        await _stack.Up(TwoThings("1"));
        _stack.TakeCalls();
        var before = _stack["a"];

        var result = await _stack.Up(TwoThings("1"));

        Assert.False(result.HasChanges);
        Assert.Empty(_stack.TakeCalls());
        Assert.Equal(["Same a", "Same b"], _stack.Steps);
        Assert.Equal(before.Modified, _stack["a"].Modified);
    }

    [Fact]
    public async Task Change_in_place_what_can_be_changed_in_place()
    {
        await _stack.Up(TwoThings("1"));
        _stack.TakeCalls();

        await _stack.Up(TwoThings("2"));

        Assert.Equal(["update a"], _stack.TakeCalls());
        Assert.Equal(["Update a", "Same b"], _stack.Steps);
        Assert.Equal("id-1", _stack["a"].Id);
    }

    [Fact]
    public async Task Replace_by_creating_first_and_deleting_at_the_end()
    {
        _stack.World.Immutable.Add("size");
        await _stack.Up(TwoThings("1"));
        _stack.TakeCalls();

        var result = await _stack.Up(TwoThings("2"));

        Assert.True(result.Succeeded, string.Join("\n", _stack.Errors));
        Assert.Equal(["create a", "update b", "delete a"], _stack.TakeCalls());
        Assert.Equal(["CreateReplacement a", "Replace a", "Update b", "DeleteReplaced a"], _stack.Steps);
        Assert.Equal(["a", "b"], _stack.Names);
        Assert.Equal("id-3", _stack["a"].Id);
        Assert.Equal(1, result.Changes[Operation.Replace]);
        Assert.False(result.Changes.ContainsKey(Operation.CreateReplacement));
    }

    [Fact]
    public async Task Delete_first_when_asked_together_with_dependents_that_would_be_replaced()
    {
        _stack.World.Immutable.UnionWith(["size", "of"]);
        await _stack.Up(TwoThings("1", deleteFirst: true));
        _stack.TakeCalls();

        var result = await _stack.Up(TwoThings("2", deleteFirst: true));

        Assert.True(result.Succeeded, string.Join("\n", _stack.Errors));
        Assert.Equal(["delete b", "delete a", "create a", "create b"], _stack.TakeCalls());
        Assert.Equal(["DeleteReplaced b", "DeleteReplaced a", "CreateReplacement a", "Replace a", "CreateReplacement b", "Replace b"], _stack.Steps);
        Assert.Equal(["a", "b"], _stack.Names);
        Assert.DoesNotContain(_stack.Saved.Resources, state => state.PendingReplacement || state.Delete);
    }

    [Fact]
    public async Task Delete_first_but_spare_dependents_that_can_be_changed_in_place()
    {
        _stack.World.Immutable.Add("size");
        await _stack.Up(TwoThings("1", deleteFirst: true));
        _stack.TakeCalls();

        await _stack.Up(TwoThings("2", deleteFirst: true));

        Assert.Equal(["delete a", "create a", "update b"], _stack.TakeCalls());
    }

    [Fact]
    public async Task Recreate_what_a_failed_run_has_deleted_already()
    {
        _stack.World.Immutable.Add("size");
        await _stack.Up(TwoThings("1", deleteFirst: true));
        _stack.World.OnMutation = call => call == "create a" ? throw Refused() : Task.CompletedTask;
        await _stack.Up(TwoThings("2", deleteFirst: true));
        Assert.True(_stack["a"].PendingReplacement);
        _stack.World.OnMutation = _ => Task.CompletedTask;
        _stack.TakeCalls();

        var result = await _stack.Up(TwoThings("2", deleteFirst: true));

        Assert.True(result.Succeeded, string.Join("\n", _stack.Errors));
        Assert.Equal(["create a", "update b"], _stack.TakeCalls());
        Assert.False(_stack["a"].PendingReplacement);
    }

    [Fact]
    public async Task Delete_what_is_no_longer_asked_for_dependents_first()
    {
        await _stack.Up(TwoThings("1"));
        _stack.TakeCalls();

        var result = await _stack.Up(_ => Task.CompletedTask);

        Assert.Equal(["delete b", "delete a"], _stack.TakeCalls());
        Assert.Equal(2, result.Changes[Operation.Delete]);
        Assert.Equal(["web-dev"], _stack.Saved.Resources.Select(state => Urn.Name(state.Urn)));
    }

    [Fact]
    public async Task Keep_the_values_of_paths_whose_changes_are_ignored()
    {
        await _stack.Up(program => program.Thing("a", Size("1")));
        _stack.TakeCalls();

        await _stack.Up(program => program.Thing("a", Size("2"), request => request.IgnoreChanges.Add("size")));

        Assert.Empty(_stack.TakeCalls());
        Assert.Equal("1", ((V.Text)_stack["a"].Inputs["size"]).Value);
    }

    [Fact]
    public async Task Replace_on_changes_that_the_program_says_replace()
    {
        await _stack.Up(program => program.Thing("a", Size("1")));
        _stack.TakeCalls();

        await _stack.Up(program => program.Thing("a", Size("2"), request => request.ReplaceOnChanges.Add("size")));

        Assert.Equal(["create a", "delete a"], _stack.TakeCalls());
    }

    [Fact]
    public async Task Follow_a_resource_to_its_new_name_by_its_alias()
    {
        await _stack.Up(async program =>
        {
            var group = await program.Component("old");
            var child = await program.Thing("old-child", Size("1"), request => request.Parent = group.Urn);
            await program.Thing("user", PropertyMap.Of(("of", child.Id)), request => request.From("of", child));
        });
        _stack.TakeCalls();

        var result = await _stack.Up(async program =>
        {
            var group = await program.Component("new", request => request.Aliases.Add(new Alias { Spec = new Alias.Types.Spec { Name = "old" } }));
            var child = await program.Thing("new-child", Size("1"), request => request.Parent = group.Urn);
            await program.Thing("user", PropertyMap.Of(("of", child.Id)), request => request.From("of", child));
        });

        Assert.True(result.Succeeded, string.Join("\n", _stack.Errors));
        Assert.Empty(_stack.TakeCalls());
        Assert.Equal(["new-child", "user"], _stack.Names);
        Assert.Equal([_stack["new-child"].Urn], _stack["user"].Dependencies.AsEnumerable());
    }

    [Fact]
    public async Task Leave_in_the_world_what_is_retained_or_goes_with_something_else()
    {
        await _stack.Up(async program =>
        {
            var box = await program.Thing("box");
            await program.Thing("kept", null, request => request.RetainOnDelete = true);
            await program.Thing("inside", null, request => request.DeletedWith = box.Urn);
        });
        _stack.TakeCalls();

        await _stack.Up(_ => Task.CompletedTask);

        Assert.Equal(["delete box"], _stack.TakeCalls());
        Assert.Empty(_stack.Names);
    }

    [Fact]
    public async Task Pass_time_limits_on_in_seconds()
    {
        var limit = 0d;
        _stack.World.Outputs = request =>
        {
            limit = request.Timeout;
            return PropertyMap.Empty;
        };

        await _stack.Up(program => program.Thing("a", null, request =>
            request.CustomTimeouts = new RegisterResourceRequest.Types.CustomTimeouts { Create = "1m30s" }));

        Assert.Equal(90, limit);
        Assert.Equal(90, _stack["a"].Timeouts.Create);
    }

    [Fact]
    public async Task Remember_where_in_the_project_a_resource_is_declared()
    {
        _stack.Options = _stack.Options with { RootDirectory = "/srv/web" };

        await _stack.Up(program => program.Thing("a", null, request =>
            request.SourcePosition = new SourcePosition { Uri = "file:///srv/web/src/index.js", Line = 3, Column = 7 }));

        Assert.Equal("project:///src/index.js#3,7", _stack["a"].SourcePosition);
    }

    [Fact]
    public async Task Run_independent_steps_at_the_same_time_but_no_more_than_allowed()
    {
        var (running, most) = (0, 0);
        var both = new TaskCompletionSource();
        var gate = new Lock();
        _stack.Options = _stack.Options with { Parallel = 2 };
        _stack.World.OnMutation = async _ =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++running);
                if (running == 2)
                {
                    both.TrySetResult();
                }
            }

            await both.Task;
            lock (gate)
            {
                running--;
            }
        };

        var result = await _stack.Up(program => Task.WhenAll(Enumerable.Range(0, 6).Select(i => program.Thing($"t{i}"))));

        Assert.True(result.Succeeded);
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task Touch_only_the_targets()
    {
        await _stack.Up(TwoThings("1"));
        _stack.TakeCalls();
        _stack.Options = _stack.Options with { Targets = [StackUnderTest.UrnOf(Session.Type, "c")] };

        var result = await _stack.Up(async program =>
        {
            await program.Thing("a", Size("2"));
            await program.Thing("c", Size("1"));
        });

        Assert.True(result.Succeeded, string.Join("\n", _stack.Errors));
        Assert.Equal(["create c"], _stack.TakeCalls());
        Assert.Equal(["a", "b", "c"], _stack.Names.Order());
    }

    [Fact]
    public async Task Refuse_a_target_that_needs_something_which_is_none_and_does_not_exist()
    {
        _stack.Options = _stack.Options with { Targets = [StackUnderTest.UrnOf(Session.Type, "b")] };

        var result = await _stack.Up(async program =>
        {
            var a = await program.Thing("a");
            await program.Thing("b", null, request => request.Dependencies.Add(a.Urn));
        });

        Assert.False(result.Succeeded);
        Assert.Contains("target it as well", Assert.Single(_stack.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_untouched_resources_after_what_they_need_and_before_what_needs_them()
    {
        await _stack.Up(async program =>
        {
            var needed = await program.Thing("needed");
            await program.Thing("a", null, request => request.Dependencies.Add(needed.Urn));
        });
        _stack.Options = _stack.Options with { Targets = [StackUnderTest.UrnOf(Session.Type, "c")] };

        var result = await _stack.Up(async program =>
        {
            var a = await program.Thing("a"); // needed is gone from the program, but it is no target.
            await program.Thing("c", null, request => request.Dependencies.Add(a.Urn));
        });

        Assert.True(result.Succeeded, string.Join("\n", _stack.Errors));
        Assert.Equal(["needed", "a", "c"], _stack.Names);
    }

    [Fact]
    public async Task Count_each_resource_once_when_they_refresh_first()
    {
        await _stack.Up(program => program.Thing("a"));
        _stack.Options = _stack.Options with { Refresh = true };
        _stack.TakeCalls();

        var result = await _stack.Up(program => program.Thing("a"));

        Assert.Equal(["read a"], _stack.TakeCalls());
        Assert.Equal(2, result.Changes[Operation.Same]); // The stack and a.
    }

    [Fact]
    public async Task Take_resources_of_other_stacks_for_no_dependencies()
    {
        var foreign = new V.ResourceReference("urn:pulumi:other::stack::t:i:T::x", "id-x");

        var result = await _stack.Up(program => program.Thing("a", PropertyMap.Of(("of", foreign))));

        Assert.True(result.Succeeded, string.Join("\n", _stack.Errors));
        Assert.Empty(_stack["a"].Dependencies);
    }

    private static EdgeInfra.Protocol.Transport.RpcException Refused() => new(EdgeInfra.Protocol.Transport.RpcStatus.InvalidArgument, "refused");

    private static PropertyMap Size(string size) => PropertyMap.Of(("size", size));

    // b takes the id of a.
    private static Func<Session, Task> TwoThings(string size, bool deleteFirst = false) => async program =>
    {
        var a = await program.Thing("a", Size(size), request =>
        {
            request.DeleteBeforeReplace = deleteFirst;
            request.DeleteBeforeReplaceDefined = deleteFirst;
        });
        if (a.Result == Result.Success)
        {
            await program.Thing("b", PropertyMap.Of(("of", a.Id)), request => request.From("of", a));
        }
    };
}
