using EdgeInfra.Edge;
using EdgeInfra.Edge.Cache;

namespace Unit.Edge.Cache;

public sealed class The_store
{
    private const int Mib = 1024 * 1024;
    private readonly CacheStore _store = new(Mib);

    [Fact]
    public void Finds_what_was_put_under_the_same_service_host_and_url()
    {
        Put("/a", "hello");

        Assert.Equal("hello", Text(Find("/a")));
        Assert.Null(Find("/b"));
        Assert.Null(_store.Find(Key("/a") with { Service = "other" }, new HeaderList()));
        Assert.NotNull(_store.Find(Key("/a") with { Host = "WWW.example.com" }, new HeaderList()));
    }

    [Fact]
    public void Keeps_one_answer_for_each_selection_and_the_youngest_of_it()
    {
        Put("/a", "deutsch", "Accept-Language: de");
        Put("/a", "français", "Accept-Language: fr");
        Put("/a", "Deutsch", "Accept-Language: de");

        Assert.Equal("Deutsch", Text(Find("/a", "Accept-Language: de")));
        Assert.Equal("français", Text(Find("/a", "Accept-Language: fr")));
        Assert.Null(Find("/a", "Accept-Language: it"));
        Assert.Equal(2, _store.Count);
    }

    [Fact]
    public void Stays_within_its_capacity_and_keeps_what_is_asked_for_again()
    {
        Put("/wanted", new string('w', 1000));
        for (var i = 0; i < 3000; i++)
        {
            Find("/wanted")?.CountHit();
            Put($"/{i}", new string('x', 1000));
            Assert.InRange(_store.Bytes, 0, Mib);
        }

        Assert.NotNull(Find("/wanted"));
        Assert.Null(Find("/0"));
        Assert.InRange(_store.Count, 100, 1000);
        Assert.Equal(3001, _store.Count + _store.Evictions);
    }

    [Fact]
    public void Does_not_grow_when_the_same_is_put_again_and_again()
    {
        Put("/a", "hello");
        var bytes = _store.Bytes;
        for (var i = 0; i < 1000; i++)
        {
            Put("/a", "hello");
        }

        Assert.Equal((bytes, 1), (_store.Bytes, _store.Count));
    }

    [Fact]
    public void Leaves_a_reader_its_body_when_the_answer_is_thrown_out()
    {
        Put("/a", "hello");
        var read = Find("/a")!;

        _store.PurgeUrl(Key("/a"), soft: false);
        Put("/b", "HELLO");

        Assert.Equal("hello", Text(read));
        read.Body.Release();
        Assert.False(read.Body.TryHold());
    }

    [Fact]
    public void Forgets_a_purged_key_at_once_and_nothing_else()
    {
        Put("/a", "a", keys: ["red", "round"]);
        Put("/b", "b", keys: ["red"]);
        Put("/c", "c", keys: ["blue"]);

        _store.PurgeKey("www", "red", soft: false);

        Assert.Null(Find("/a"));
        Assert.Null(Find("/b"));
        Assert.NotNull(Find("/c"));
        Put("/a", "new", keys: ["red"]);
        Assert.Equal("new", Text(Find("/a")));
    }

    [Fact]
    public void Forgets_all_of_one_service()
    {
        Put("/a", "a");
        _store.PurgeAll("other", soft: false);
        Assert.NotNull(Find("/a"));

        _store.PurgeAll("www", soft: false);

        Assert.Null(Find("/a"));
    }

    [Theory]
    [InlineData("url")]
    [InlineData("key")]
    [InlineData("all")]
    public void Does_not_keep_what_was_asked_for_before_a_purge(string purge)
    {
        var before = _store.Generation;
        Purge(purge, soft: false);

        Assert.False(Put("/a", "old", keys: ["red"], generation: before));
        Assert.Null(Find("/a"));
        Assert.True(Put("/a", "new", keys: ["red"]));
    }

    [Theory]
    [InlineData("url")]
    [InlineData("key")]
    [InlineData("all")]
    public void Makes_stale_what_is_purged_softly(string purge)
    {
        Put("/a", "a", keys: ["red"]);
        Assert.True(Find("/a")!.IsFresh(DateTimeOffset.UnixEpoch));

        Purge(purge, soft: true);

        Assert.False(Find("/a")!.IsFresh(DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Does_not_take_a_body_that_is_too_long_or_not_as_long_as_announced()
    {
        using var tooLong = new BodyCollector(null, 10);
        tooLong.Add(new byte[8]);
        tooLong.Add(new byte[8]);
        Assert.Null(tooLong.Finish());

        using var tooShort = new BodyCollector(10, 100);
        tooShort.Add(new byte[8]);
        Assert.Null(tooShort.Finish());
    }

    [Fact]
    public void Does_not_collect_more_bodies_at_once_than_there_is_memory_for()
    {
        var budget = new CollectBudget(64 * 1024);
        using var first = new BodyCollector(null, Mib, budget);
        using var second = new BodyCollector(null, Mib, budget);
        first.Add(new byte[50_000]);
        second.Add(new byte[50_000]);

        Assert.True(second.IsTooLong);
        Assert.Null(second.Finish());
        var body = first.Finish();
        Assert.Equal((50_000L, 0L), (body!.Length, budget.Taken));
        body.Release();
    }

    [Fact]
    public void Gives_a_body_back_as_it_was_whatever_pieces_it_came_in()
    {
        var random = new Random(7);
        var bytes = new byte[300_000];
        random.NextBytes(bytes);
        using var collector = new BodyCollector(null, bytes.Length);
        for (var at = 0; at < bytes.Length;)
        {
            var size = Math.Min(random.Next(1, 9000), bytes.Length - at);
            collector.Add(bytes.AsSpan(at, size));
            at += size;
        }

        var body = collector.Finish()!;

        Assert.Equal(bytes, Bytes(body, 0, body.Length));
        Assert.Equal(bytes[70_000..200_001], Bytes(body, 70_000, 130_001));
        body.Release();
    }

    private void Purge(string what, bool soft)
    {
        if (what == "url")
        {
            _store.PurgeUrl(Key("/a"), soft);
        }
        else if (what == "key")
        {
            _store.PurgeKey("www", "red", soft);
        }
        else
        {
            _store.PurgeAll("www", soft);
        }
    }

    private bool Put(string url, string text, string request = "", string[]? keys = null, long? generation = null)
    {
        using var collector = new BodyCollector(null, Mib);
        collector.Add(System.Text.Encoding.UTF8.GetBytes(text));
        var vary = request.Length == 0 ? "" : "Vary: " + request.Split(':')[0];
        return _store.Put(new StoredAnswer
        {
            Key = Key(url),
            Selection = Selection.Of(Lifetimes_of_answers.Head(request), Lifetimes_of_answers.Head(vary)),
            Status = 200,
            Headers = [],
            Body = collector.Finish()!,
            Lifetime = new(TimeSpan.FromMinutes(1), TimeSpan.Zero, TimeSpan.Zero, "test"),
            Received = DateTimeOffset.UnixEpoch,
            InitialAge = TimeSpan.Zero,
            SurrogateKeys = keys ?? [],
            Generation = generation ?? _store.Generation,
        });
    }

    private StoredAnswer? Find(string url, string request = "") => _store.Find(Key(url), Lifetimes_of_answers.Head(request));

    private static CacheKey Key(string url) => new("www", "www.example.com", url);

    private static string? Text(StoredAnswer? answer) =>
        answer is null ? null : System.Text.Encoding.UTF8.GetString(Bytes(answer.Body, 0, answer.Body.Length));

    private static byte[] Bytes(CachedBody body, long from, long length)
    {
        var all = new List<byte>();
        while (all.Count < length)
        {
            all.AddRange(body.At(from + all.Count, length - all.Count).Span);
        }

        return [.. all];
    }
}
