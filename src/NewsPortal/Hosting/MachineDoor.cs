namespace NewsPortal.Hosting;

/// <summary>An address to which programs post that are no browsers. What is sent there proves itself, and no cookie counts.</summary>
public sealed record MachineDoor(string Path);
