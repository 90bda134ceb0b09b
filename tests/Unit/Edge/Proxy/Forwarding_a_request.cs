using Kit;

namespace Unit.Edge.Proxy;

public sealed class Forwarding_a_request
{
    [Fact]
    public async Task Passes_the_answer_on()
    {
        await using var origin = Origin.Answering("hello");
        await using var edge = await EdgeUnderTest.Before(origin);

        var answer = await edge.Get();

        Assert.Equal("HTTP/1.1 200 OK", answer.Line);
        Assert.Equal("hello", answer.Body);
        Assert.True(answer.IsWhole);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/a%2fb%2F../c//d/./e?x=%zz&y=a+b#frag")]
    [InlineData("/%c3%A4;p=1,2'()!*~|{}^`\"<>")]
    public async Task Keeps_the_target_byte_for_byte(string target)
    {
        await using var origin = Origin.Answering(request => Echo(request.Target));
        await using var edge = await EdgeUnderTest.Before(origin);

        Assert.Equal(target, (await edge.Get(target)).Body);
    }

    [Theory]
    [InlineData("http://www.example.com", "/")]
    [InlineData("http://www.example.com/a%2F?b", "/a%2F?b")]
    [InlineData("http://www.example.com:80?b", "/?b")]
    public async Task Turns_an_absolute_target_into_a_path_and_takes_the_host_from_it(string target, string expected)
    {
        await using var origin = Origin.Answering(request => Echo(request.Target));
        await using var edge = await EdgeUnderTest.Before(origin);

        Assert.Equal(expected, (await edge.Get(target, host: "other.example.org")).Body);
    }

    private static string Echo(string body) => $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}";
}
