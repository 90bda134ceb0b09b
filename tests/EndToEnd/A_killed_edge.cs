using System.Diagnostics;
using System.Globalization;
using Kit;

namespace EndToEnd;

public sealed class A_killed_edge
{
    private const int Kills = 100;

    [Fact]
    public async Task Serves_the_old_or_the_new_version_when_it_comes_back()
    {
        using var folder = new TempFolder();
        await using var a = await Page.Serve("a");
        await using var b = await Page.Serve("b");
        var random = new Random(20);
        var edge = await Start(folder);
        var service = "";
        var (old, next) = (a, b);
        var activated = 0;
        using (var control = Control(edge, folder))
        {
            service = await control.Serve("localhost", a.Port);
        }

        for (var kill = 0; kill < Kills; kill++)
        {
            int before, draft;
            using (var control = Control(edge, folder))
            {
                before = (await control.Active(service))!.Value;
                draft = await control.Draft(service, next.Port);
                var activation = control.Put($"/service/{service}/version/{Text(draft)}/activate");
                Linger(random.Next(6_000));
                await edge.Kill();
                await Settle(activation);
            }

            await edge.DisposeAsync();
            edge = await Start(folder);
            using (var control = Control(edge, folder))
            {
                var after = (await control.Active(service))!.Value;
                Assert.Contains(after, new[] { before, draft });
                using var visitor = new Visitor(edge.Ready["url"]!.GetValue<string>());
                Assert.Equal(after == draft ? Name(next) : Name(old), await visitor.Page());
                if (after == draft)
                {
                    (old, next) = (next, old);
                    activated++;
                }
            }
        }

        // Both ends were met, so the kills fell on both sides of the switch.
        Assert.InRange(activated, 1, Kills - 1);
        await edge.DisposeAsync();

        string Name(Page page) => page == a ? "a" : "b";
    }

    private static Task<Daemon> Start(TempFolder folder) => Daemon.StartEdge(folder.At("data"));

    private static ControlClient Control(Daemon edge, TempFolder folder) =>
        new(edge.Ready["control"]!.GetValue<string>(), File.ReadAllText(folder.At("data", "token")).Trim());

    // An activation takes a few milliseconds: a random point within them, finer than any timer.
    private static void Linger(int microseconds)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun).TotalMicroseconds < microseconds)
        {
        }
    }

    // What the client was told before the kill does not matter here.
    private static async Task Settle(Task activation) => await activation.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
