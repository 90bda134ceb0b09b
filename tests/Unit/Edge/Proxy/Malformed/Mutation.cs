namespace Unit.Edge.Proxy.Malformed;

/// <summary>Draws a valid request and changes one to three places of it: a byte or a piece is replaced, put in, left out, said twice or moved.</summary>
internal sealed class Mutation(Random random)
{
    private const string Head = " HTTP/1.1\r\nHost: www.example.com\r\n";

    private static readonly string[] Valid =
    [
        "GET /a" + Head + "Accept: */*\r\nX-A: 1\r\n\r\n",
        "GET http://www.example.com/a" + Head + "Cookie: a=b; c=d\r\n\r\n",
        "DELETE /a?b=c" + Head + "Connection: X-A\r\nX-A: 1\r\n\r\n",
        "OPTIONS *" + Head + "Content-Length: 0\r\n\r\n",
        "POST /a" + Head + "Content-Length: 11\r\nX-A: 1\r\n\r\nhello=world",
        "POST /a" + Head + "Content-Length: 46\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: www.example.com\r\n\r\n",
        "PUT /a" + Head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n",
        "POST /a" + Head + "Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n2e\r\nGET /smuggled HTTP/1.1\r\nHost: www.example.com\r\n\r\n0\r\nX-Sum: 1\r\n\r\n",
    ];

    private static readonly string[] Pieces =
    [
        "\r", "\n", "\r\n", "\r\n\r\n", "\n\n", " ", "\t", "\r\n ", "\r\n\t", ":", " :", ",", ";", "\"", "\0", "\x01", "\x0b", "\x7f", "\x80", "\xa0", "\xff", "0", "1", "9",
        "-", "+", "0x", "/", "//", "http://", "@", "#", "?", "%", "%0d%0a", "*", "HTTP/1.1", "HTTP/1.0", "Content-Length: 5\r\n", "Content-Length: 0\r\n", "Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding: identity\r\n", "Transfer-Encoding:\x0b" + "chunked\r\n", "Host: evil.example\r\n", "Connection: close\r\n", "Expect: 100-continue\r\n",
        "Connection: Upgrade\r\nUpgrade: h2c\r\n", "chunked", ", chunked", "0\r\n\r\n", "GET /b HTTP/1.1\r\nHost: www.example.com\r\n\r\n",
    ];

    public string Next()
    {
        var text = Valid[random.Next(Valid.Length)];
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            text = Change(text);
        }

        return text;
    }

    private string Change(string text)
    {
        var at = random.Next(text.Length);
        var end = Math.Min(text.Length, at + random.Next(1, 8));
        return random.Next(6) switch
        {
            0 => text[..at] + Pieces[random.Next(Pieces.Length)] + text[at..],
            1 => text[..at] + Pieces[random.Next(Pieces.Length)] + text[end..],
            2 => text[..at] + (char)random.Next(256) + text[(at + 1)..],
            3 => text[..at] + text[end..],
            4 => text[..end] + text[at..],
            _ => AtLine(text),
        };
    }

    // Headers put in as whole lines survive the parser more often than bytes do.
    private string AtLine(string text)
    {
        var line = text.IndexOf('\n', random.Next(text.Length)) + 1;
        return text[..line] + Pieces[random.Next(Pieces.Length)] + text[line..];
    }
}
