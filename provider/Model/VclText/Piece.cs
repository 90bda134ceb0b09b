namespace EdgeInfra.Model;

/// <summary>One piece of VCL text, and where it begins: line and column count from 1.</summary>
internal readonly record struct Piece(PieceKind Kind, string Text, int Line, int Column)
{
    public bool Is(string sign) => Kind == PieceKind.Sign && Text == sign;

    public bool IsName(string name) => Kind == PieceKind.Name && Text == name;
}
