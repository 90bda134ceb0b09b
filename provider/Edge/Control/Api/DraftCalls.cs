namespace EdgeInfra.Edge.Control;

/// <summary>What every call about a version's content does first: find the service, the version, and see that it is not locked.</summary>
internal static class DraftCalls
{
    public static Answer OfVersion(this ServiceRegister services, ControlCall call, Func<ServiceState, VersionState, Answer> answer) =>
        Answer.Of(services.Find(call.Arguments[0]), service =>
            Answer.Of(VersionRoutes.Find(service, call.Arguments[1]), version => answer(service, version)));

    /// <summary>Changes a draft; the answer is made of what is stored then.</summary>
    public static Answer ChangeDraft(
        this ServiceRegister services, ControlCall call,
        Func<ServiceState, VersionState, Decided<VersionState>> change, Func<ServiceState, VersionState, Answer> answer)
    {
        var changed = services.Change(call.Arguments[0], service => VersionRoutes.FindDraft(service, call.Arguments[1])
            .Then(draft => change(service, draft))
            .Then<ServiceState>(after => DynamicSnippets.With(service, after)));
        return Answer.Of(changed, service =>
            Answer.Of(VersionRoutes.Find(service, call.Arguments[1]), version => answer(service, version)));
    }
}
