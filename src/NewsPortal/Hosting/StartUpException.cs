namespace NewsPortal.Hosting;

/// <summary>
/// The paper cannot start as it is set up. The message is one sentence for whoever runs it: what is wrong and what to do.
/// </summary>
public sealed class StartUpException(string sentence, Exception? cause = null) : Exception(sentence, cause);
