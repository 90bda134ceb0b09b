using EdgeInfra.Model;
using EdgeInfra.Plugin.Control;
using Form = System.Collections.Generic.IEnumerable<System.Collections.Generic.KeyValuePair<string, string>>;

namespace EdgeInfra.Plugin.Versions;

/// <summary>Writes differences into one draft, in the order it is given them.</summary>
internal sealed class DraftWriter(ControlApi api, string serviceId, int number)
{
    private const string Members = "backends", Main = "main";

    /// <summary>Ids of the objects it has created, where they have one.</summary>
    public Dictionary<(ObjectKind Kind, string Name), string> Created { get; } = [];

    public async Task Write(VersionDifference difference, CancellationToken cancel)
    {
        if (difference.Comment is { } comment)
        {
            await api.CommentVersion(serviceId, number, (string)comment.After!, cancel);
        }

        foreach (var change in difference.Objects)
        {
            cancel.ThrowIfCancellationRequested();
            await Write(change, cancel);
        }

        if (difference.Settings is { } settings)
        {
            await api.WriteSettings(serviceId, number, settings, cancel);
        }
    }

    private async Task Write(ObjectChange change, CancellationToken cancel)
    {
        var table = FieldTables.Of(change.Kind);
        if (change.Action == ObjectAction.Removed || change.Replaces)
        {
            await api.DeleteObject(serviceId, number, table.WirePath, change.Name, cancel);
        }

        if (change.Action == ObjectAction.Added || change.Replaces)
        {
            var form = WithoutMembers(change, table.ToForm(change.After!));
            if (await api.CreateObject(serviceId, number, table.WirePath, change.Name, form, cancel) is { } id)
            {
                Created[(change.Kind, change.Name)] = id;
            }
        }
        else if (change.Action == ObjectAction.Changed)
        {
            await Update(table, change, cancel);
        }

        if (change.After is Director director)
        {
            await WriteMembers(change.Replaces ? null : change.Before as Director, director, cancel);
        }
    }

    // Which file is the main one is said with a call of its own.
    private async Task Update(IFieldTable table, ObjectChange change, CancellationToken cancel)
    {
        var form = WithoutMembers(change, table.ToForm(change.Before!, change.After!));
        var becomesMain = change is { Before: VclFile { Main: false }, After: VclFile { Main: true } };
        var rest = becomesMain ? [.. form.Where(pair => pair.Key != Main)] : form.ToList();
        if (rest.Count > 0)
        {
            await api.UpdateObject(serviceId, number, table.WirePath, change.Name, rest, cancel);
        }

        if (becomesMain)
        {
            await api.UpdateObject(serviceId, number, table.WirePath, change.Name, [], cancel, "/main");
        }
    }

    private async Task WriteMembers(Director? before, Director after, CancellationToken cancel)
    {
        var old = before?.Backends ?? [];
        foreach (var backend in after.Backends.Except(old))
        {
            await api.AddMember(serviceId, number, after.Name, backend, cancel);
        }

        foreach (var backend in old.Except(after.Backends))
        {
            await api.RemoveMember(serviceId, number, after.Name, backend, cancel);
        }
    }

    private static Form WithoutMembers(ObjectChange change, Form form) =>
        change.Kind == ObjectKind.Director ? form.Where(pair => pair.Key != Members) : form;
}
