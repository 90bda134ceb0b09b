namespace EdgeInfra.Engine.Yaml;

/// <summary>One step into a value: by <see cref="Name"/>, or by <see cref="Index"/> when there is no name.</summary>
internal readonly record struct Access(string? Name, int Index = 0)
{
    public override string ToString() => Name is null ? $"[{Index}]"
        : Name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-') ? "." + Name
        : $"[\"{Name}\"]";
}
