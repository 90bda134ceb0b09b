namespace EdgeInfra.Model.Vcl;

/// <summary>Reads one value.</summary>
internal delegate T Get<out T>(VclFrame frame);

/// <summary>Reads a text without copying it; <paramref name="isSet"/> is false for a header that is absent.</summary>
internal delegate ReadOnlySpan<char> GetSpan(VclFrame frame, out bool isSet);
