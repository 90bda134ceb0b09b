namespace EdgeInfra.Model.Vcl;

/// <summary>
/// Code that yields a text. Comparing and matching take the span, so that a part of the URL is not copied for it.
/// </summary>
internal sealed class TextCode : Code
{
    public TextCode(Get<string?> text)
        : base(VclType.String)
    {
        Text = text;
        Span = (frame, out isSet) =>
        {
            var value = text(frame);
            isSet = value is not null;
            return value;
        };
    }

    public TextCode(GetSpan span)
        : base(VclType.String)
    {
        Span = span;
        Text = frame =>
        {
            var value = span(frame, out var isSet);
            return isSet ? value.ToString() : null;
        };
    }

    public GetSpan Span { get; }

    public override Get<string?> Text { get; }

    public static GetSpan SpanOf(Code code) => code is TextCode text ? text.Span : new TextCode(code.Text).Span;
}
