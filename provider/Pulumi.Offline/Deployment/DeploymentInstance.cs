namespace Pulumi;

/// <summary>The update that is running: which stack it is, whether it is a preview, and function calls.</summary>
/// <remarks>Got by <see cref="Deployment.Instance"/>, within a program only.</remarks>
public sealed class DeploymentInstance
{
    private readonly ProgramRun _run;

    internal DeploymentInstance(ProgramRun run) => _run = run;

    public string StackName => _run.Settings.Stack;

    public string ProjectName => _run.Settings.Project;

    public string RootDirectory => _run.Settings.RootDirectory;

    public string OrganizationName => _run.Settings.Organization;

    public bool IsDryRun => _run.Settings.IsDryRun;

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new Invocation(_run, token, args, options ?? new()).Later<T>(single: false);

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        new Invocation(_run, token, args, options).Later<T>(single: false);

    /// <summary>Calls a function that answers with one unnamed value.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new Invocation(_run, token, args, options ?? new()).Later<T>(single: true);

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        new Invocation(_run, token, args, options).Later<T>(single: true);

    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new Invocation(_run, token, args, options ?? new()).Now<T>(single: false);

    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new Invocation(_run, token, args, options ?? new()).Now<T>(single: true);

    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeAsync<object>(token, args, options);

    /// <summary>Calls a method of a resource.</summary>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        new(new MethodCall(_run, token, args, self, options ?? new()).Run<T>());

    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Call<object>(token, args, self, options);
}
