namespace NewsPortal.Changes.Streams;

/// <summary>All that a stream may still have to tell, at one moment.</summary>
/// <param name="Edition">The newest that is told by itself; null while none could be read.</param>
/// <param name="Step">What nearly all streams lack when something happens, in one piece.</param>
/// <param name="IsOver">The process stops: whoever is here comes back to another, or to the next.</param>
internal sealed record StreamNews(FrameLog Log, StandingEdition? Edition, StreamStep? Step, bool IsOver)
{
    public int EditionNumber => Edition?.Number ?? 0;

    public bool Tells(StreamNews before) => Log != before.Log || EditionNumber != before.EditionNumber || IsOver != before.IsOver;
}

/// <summary>From one place and edition to another.</summary>
internal sealed record StreamStep(long From, int FromEdition, long To, int ToEdition, ReadOnlyMemory<byte> Bytes);
