using System.Buffers;

namespace EdgeInfra.Edge.Cache;

/// <summary>Collects a body while it passes. Either <see cref="Finish"/> it or dispose of it; a body that did not end whole is never finished.</summary>
/// <param name="most">Longest body worth keeping, in bytes.</param>
/// <param name="budget">Memory that all collectors share; null: as much as they want.</param>
internal sealed class BodyCollector(long? announced, long most, CollectBudget? budget = null) : IDisposable
{
    private const int Piece = 64 * 1024, FirstPiece = 4 * 1024;

    private readonly List<byte[]> _pieces = [];
    private long _length, _room;
    private bool _isOver;

    /// <summary>Whether there is more than is worth keeping: nothing is collected any longer.</summary>
    public bool IsTooLong { get; private set; } = announced > most;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        IsTooLong |= _length + bytes.Length > most;
        if (IsTooLong || _isOver)
        {
            Dispose();
            return;
        }

        while (!bytes.IsEmpty)
        {
            if (_length == _room && !Grow())
            {
                IsTooLong = true;
                Dispose();
                return;
            }

            var last = _pieces[^1];
            var free = last.AsSpan(last.Length - (int)(_room - _length));
            var taken = Math.Min(free.Length, bytes.Length);
            bytes[..taken].CopyTo(free);
            bytes = bytes[taken..];
            _length += taken;
        }
    }

    /// <summary>null when it is not what was announced, or too long.</summary>
    public CachedBody? Finish()
    {
        if (IsTooLong || _isOver || (announced is not null && announced != _length))
        {
            Dispose();
            return null;
        }

        _isOver = true;
        budget?.Give(_room);
        return new CachedBody([.. _pieces], _length);
    }

    public void Dispose()
    {
        if (!_isOver)
        {
            _isOver = true;
            budget?.Give(_room);
            CachedBody.Give(_pieces);
            _pieces.Clear();
        }
    }

    private bool Grow()
    {
        var wanted = announced is { } all ? Math.Min(Piece, all - _length) : _pieces.Count == 0 ? FirstPiece : Math.Min(Piece, _length);
        var piece = ArrayPool<byte>.Shared.Rent((int)Math.Max(wanted, 1));
        if (budget?.TryTake(piece.Length) == false)
        {
            ArrayPool<byte>.Shared.Return(piece);
            return false;
        }

        _pieces.Add(piece);
        _room += piece.Length;
        return true;
    }
}
