namespace EdgeInfra.Edge.Proxy.Http;

/// <summary>Finds the end of a head in bytes that arrive in pieces, looking at each byte once. Lines end with CR LF and nothing else.</summary>
internal struct HeadScanner
{
    private int _looked;
    private int _lineStart;

    /// <summary>The length of the head with its empty line, or 0 while that has not arrived.</summary>
    public int Find(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var feed = bytes[_looked..].IndexOf((byte)'\n');
            if (feed < 0)
            {
                _looked = bytes.Length;
                return 0;
            }

            feed += _looked;
            _looked = feed + 1;
            if (feed == 0 || bytes[feed - 1] != '\r')
            {
                throw new MalformedAnswerException("a line of the head ends with a bare line feed");
            }

            if (feed - 1 == _lineStart)
            {
                return feed + 1;
            }

            _lineStart = feed + 1;
        }
    }
}
