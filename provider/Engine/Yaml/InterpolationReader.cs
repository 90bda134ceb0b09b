using System.Collections.Immutable;
using System.Text;

namespace EdgeInfra.Engine.Yaml;

/// <summary>
/// Reads the references in a string: <c>${name.property[0]["key"]}</c>; <c>$${</c> stands for <c>${</c> itself.
/// </summary>
internal sealed class InterpolationReader(string text, SourceSpot at)
{
    private int _position;

    /// <summary>A literal, a single reference, or text made of both.</summary>
    /// <exception cref="FormatException">A reference is malformed; the message says how.</exception>
    public Expression Read()
    {
        var parts = ImmutableArray.CreateBuilder<Expression>();
        var plain = new StringBuilder();
        while (_position < text.Length)
        {
            if (Take("$${"))
            {
                plain.Append("${");
            }
            else if (Take("${"))
            {
                Flush(plain, parts);
                parts.Add(ReadReference());
            }
            else
            {
                plain.Append(text[_position++]);
            }
        }

        Flush(plain, parts);
        return parts switch
        {
            [] => new Expression.Literal(at, ""),
            [var whole] => whole,
            _ => new Expression.Text(at, parts.ToImmutable()),
        };
    }

    private Expression.Reference ReadReference()
    {
        var name = ReadName();
        var path = ImmutableArray.CreateBuilder<Access>();
        while (!Take("}"))
        {
            path.Add(Take(".") ? new Access(ReadName())
                : Take("[") ? ReadBracket()
                : throw Malformed("expected '.', '[' or '}'"));
        }

        return new Expression.Reference(at, name, path.ToImmutable());
    }

    private string ReadName()
    {
        var start = _position;
        while (_position < text.Length && text[_position] is not ('.' or '[' or ']' or '}' or '{' or '$' or '"'))
        {
            _position++;
        }

        var name = text[start.._position].Trim();
        return name.Length > 0 ? name : throw Malformed("expected a name");
    }

    private Access ReadBracket()
    {
        Access access;
        if (Take("\""))
        {
            access = new Access(ReadQuoted());
        }
        else
        {
            var start = _position;
            while (_position < text.Length && char.IsAsciiDigit(text[_position]))
            {
                _position++;
            }

            access = int.TryParse(text.AsSpan(start, _position - start), out var index)
                ? new Access(null, index)
                : throw Malformed("expected a number or a quoted key after '['");
        }

        return Take("]") ? access : throw Malformed("expected ']'");
    }

    private string ReadQuoted()
    {
        var key = new StringBuilder();
        while (_position < text.Length)
        {
            if (Take("\\\""))
            {
                key.Append('"');
            }
            else if (Take("\""))
            {
                return key.ToString();
            }
            else
            {
                key.Append(text[_position++]);
            }
        }

        throw Malformed("expected a closing quote");
    }

    private bool Take(string token)
    {
        if (!text.AsSpan(_position).StartsWith(token, StringComparison.Ordinal))
        {
            return false;
        }

        _position += token.Length;
        return true;
    }

    private void Flush(StringBuilder plain, ImmutableArray<Expression>.Builder parts)
    {
        if (plain.Length > 0)
        {
            parts.Add(new Expression.Literal(at, plain.ToString()));
            plain.Clear();
        }
    }

    private FormatException Malformed(string expected) => new(
        $"malformed reference in '{text}': {expected} at character {_position + 1}. Write '$${{' for a literal '${{'.");
}
