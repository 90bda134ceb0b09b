using System.Globalization;
using System.Text;

namespace EdgeInfra.Edge.Bucket;

/// <summary>What a store has decided to answer: a head, and bytes or a part of a file. HEAD gets the head alone.</summary>
internal sealed class BucketAnswer(int status)
{
    public int Status { get; } = status;

    public List<(string Name, string Value)> Headers { get; } = [];

    public byte[] Body { get; private init; } = [];

    /// <summary>null: the body is in <see cref="Body"/>.</summary>
    public (string Path, ByteRange Part)? File { get; private init; }

    /// <summary>The error's code, for the log; null when all is well.</summary>
    public string? Code { get; private init; }

    /// <summary>Whether Content-Length is sent: stores leave it out of errors to HEAD, which would otherwise tell of a body.</summary>
    public bool TellsLength { get; private init; } = true;

    public long Length => File is { } file ? file.Part.Length : Body.Length;

    public static BucketAnswer Document(string text, string contentType, int status = 200) =>
        new(status) { Body = Encoding.UTF8.GetBytes(text), Headers = { ("Content-Type", contentType) } };

    public static BucketAnswer Error(BucketError error, string document, string contentType)
    {
        var answer = new BucketAnswer(error.Status)
        {
            Body = Encoding.UTF8.GetBytes(document), Code = error.Code, TellsLength = false, Headers = { ("Content-Type", contentType) },
        };
        answer.Headers.AddRange(error.Headers);
        return answer;
    }

    /// <summary>304, or the object or a part of it.</summary>
    public static BucketAnswer Object(BucketObject found, ObjectReading reading)
    {
        if (reading.Status == 304)
        {
            return new BucketAnswer(304) { TellsLength = false };
        }

        var part = reading.Part ?? new ByteRange(0, found.Length - 1);
        var answer = new BucketAnswer(reading.Status) { File = (found.Path, part) };
        if (reading.Part is not null)
        {
            answer.Headers.Add(("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {part.First}-{part.Last}/{found.Length}")));
        }

        return answer;
    }

    public BucketAnswer With(string name, string value)
    {
        Headers.Add((name, value));
        return this;
    }
}
