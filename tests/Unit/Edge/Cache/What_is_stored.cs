using EdgeInfra.Edge;
using EdgeInfra.Edge.Cache;

namespace Unit.Edge.Cache;

public sealed class What_is_stored
{
    [Theory]
    [InlineData(200, "")]
    [InlineData(404, "")]
    [InlineData(301, "")]
    [InlineData(500, "Cache-Control: max-age=5")]
    [InlineData(201, "Surrogate-Control: max-age=5")]
    [InlineData(200, "Cache-Control: no-cache|ETag: \"1\"")]
    [InlineData(200, "Cache-Control: private|Surrogate-Control: max-age=5")]
    [InlineData(200, "Cache-Control: private=\"Foo\", max-age=5")]
    [InlineData(200, "Cache-Control: no-store|CDN-Cache-Control: max-age=5")]
    [InlineData(200, "Cache-Control: max-age=0|ETag: \"1\"")]
    [InlineData(200, "Vary: Accept-Encoding")]
    public void An_answer_that_may_serve_others_is(int status, string head)
    {
        Assert.Null(Refusal(status, head));
    }

    [Theory]
    [InlineData(500, "", "status")]
    [InlineData(206, "Cache-Control: max-age=5", "for this request only")]
    [InlineData(304, "Cache-Control: max-age=5", "for this request only")]
    [InlineData(412, "Cache-Control: max-age=5", "for this request only")]
    [InlineData(416, "Cache-Control: max-age=5", "for this request only")]
    [InlineData(200, "Cache-Control: no-store, max-age=5", "no-store")]
    [InlineData(200, "Cache-Control: private, max-age=5", "private")]
    [InlineData(200, "Cache-Control: max-age=5|Surrogate-Control: no-store", "Surrogate-Control")]
    [InlineData(200, "Cache-Control: max-age=5|CDN-Cache-Control: no-store", "no-store")]
    [InlineData(200, "Set-Cookie: a=b", "Set-Cookie")]
    [InlineData(200, "Vary: *", "Vary: *")]
    [InlineData(200, "Vary: Accept, *", "Vary: *")]
    [InlineData(200, "Vary: Accept|Vary: *", "Vary: *")]
    [InlineData(200, "Cache-Control: max-age=0", "no lifetime")]
    public void An_answer_for_one_or_of_no_use_is_not(int status, string head, string reason)
    {
        Assert.Equal(reason, Refusal(status, head));
    }

    [Theory]
    [InlineData("Cache-Control: max-age=5", "Authorization")]
    [InlineData("Cache-Control: public", null)]
    [InlineData("Cache-Control: s-maxage=5", null)]
    [InlineData("Cache-Control: max-age=5, must-revalidate", null)]
    public void What_somebody_was_authorised_for_is_kept_only_if_the_origin_allows_it(string head, string? reason)
    {
        Assert.Equal(reason, Refusal(200, head, "Authorization: Basic eA=="));
    }

    [Fact]
    public void A_lifetime_from_the_configuration_keeps_what_would_not_be_kept()
    {
        var wish = Lifetimes_of_answers.Wish() with { Ttl = TimeSpan.FromMinutes(1) };

        Assert.Null(Refusal(500, "Cache-Control: private", "", wish));
        Assert.Equal("no lifetime", Refusal(200, "ETag: \"1\"", "", wish with { Ttl = TimeSpan.Zero }));
        Assert.Equal("pass", Refusal(200, "", "", wish with { Pass = true }));
    }

    [Theory]
    [InlineData("", "Accept-Language: de", "Accept-Language: fr", true)]
    [InlineData("Vary: Accept-Language", "Accept-Language: de", "Accept-Language: fr", false)]
    [InlineData("Vary: Accept-Language", "Accept-Language: de", "accept-language: de", true)]
    [InlineData("Vary: Accept-Language", "Accept-Language: de, fr", "Accept-Language: de|Accept-Language: fr", true)]
    [InlineData("Vary: Accept-Language", "Accept-Language: de,fr", "Accept-Language: de ,  fr", true)]
    [InlineData("Vary: Accept-Language", "", "Accept-Language: fr", false)]
    [InlineData("Vary: Accept-Language", "Accept-Language: fr", "", false)]
    [InlineData("Vary: Accept-Language", "", "", true)]
    [InlineData("Vary: Accept|Vary: Foo", "Accept: a|Foo: b", "Foo: b|Accept: a", true)]
    [InlineData("Vary: Accept|Vary: Foo", "Accept: a|Foo: b", "Foo: c|Accept: a", false)]
    public void An_answer_fits_requests_that_are_equal_in_what_it_was_chosen_by(string answer, string stored, string asked, bool fits)
    {
        var selection = Selection.Of(Lifetimes_of_answers.Head(stored), Lifetimes_of_answers.Head(answer));

        Assert.Equal(fits, selection.Fits(Lifetimes_of_answers.Head(asked)));
    }

    [Theory]
    [InlineData("If-None-Match: \"1\"", "ETag: \"1\"", true)]
    [InlineData("If-None-Match: W/\"1\"", "ETag: \"1\"", true)]
    [InlineData("If-None-Match: \"0\", \"1\"", "ETag: W/\"1\"", true)]
    [InlineData("If-None-Match: \"0,\", \"1\"", "ETag: \"1\"", true)]
    [InlineData("If-None-Match: \"0\"|If-None-Match: \"1\"", "ETag: \"1\"", true)]
    [InlineData("If-None-Match: *", "ETag: \"1\"", true)]
    [InlineData("If-None-Match: *", "", true)]
    [InlineData("If-None-Match: \"2\"", "ETag: \"1\"", false)]
    [InlineData("If-None-Match: \"2\"|If-Modified-Since: Fri, 20 Nov 2026 12:00:00 GMT", "ETag: \"1\"|Last-Modified: Fri, 20 Nov 2026 11:00:00 GMT", false)]
    [InlineData("If-Modified-Since: Fri, 20 Nov 2026 12:00:00 GMT", "Last-Modified: Fri, 20 Nov 2026 12:00:00 GMT", true)]
    [InlineData("If-Modified-Since: Fri, 20 Nov 2026 12:00:00 GMT", "Last-Modified: Fri, 20 Nov 2026 12:00:01 GMT", false)]
    [InlineData("If-Modified-Since: yesterday", "Last-Modified: Fri, 20 Nov 2026 12:00:01 GMT", false)]
    public void A_client_that_has_it_gets_304(string request, string answer, bool unchanged)
    {
        Assert.Equal(unchanged, Conditions.IsUnchanged(Lifetimes_of_answers.Head(request), Lifetimes_of_answers.Head(answer)));
    }

    [Theory]
    [InlineData("bytes=0-3", 0L, 3L)]
    [InlineData("bytes=5-", 5L, 9L)]
    [InlineData("bytes=-3", 7L, 9L)]
    [InlineData("bytes=-30", 0L, 9L)]
    [InlineData("bytes=9-99", 9L, 9L)]
    [InlineData("bytes=10-", null, null)]
    [InlineData("bytes=-0", null, null)]
    public void A_range_is_one_of_the_body(string header, long? first, long? last)
    {
        var (asked, range) = BodyRange.Read(header, 10);

        Assert.True(asked);
        Assert.Equal((first, last), (range?.First, range?.Last));
    }

    [Theory]
    [InlineData("bytes=3-1")]
    [InlineData("bytes=0-1,3-4")]
    [InlineData("lines=0-1")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=")]
    [InlineData(null)]
    public void What_is_no_single_range_is_answered_with_the_whole(string? header)
    {
        Assert.False(BodyRange.Read(header, 10).Asked);
    }

    private static string? Refusal(int status, string head, string request = "", CacheWish? wish = null)
    {
        var answer = Lifetimes_of_answers.Head(head);
        var wished = wish ?? Lifetimes_of_answers.Wish();
        var lifetime = Freshness.Of(answer, wished, DateTimeOffset.UnixEpoch);
        return Storability.Refuses(Lifetimes_of_answers.Head(request), status, answer, wished, lifetime);
    }
}
