namespace NewsPortal.Shared;

/// <summary>A move that the rules do not allow. The message is a sentence for the person who tried.</summary>
public sealed class RefusedException(string reason) : Exception(reason);
