namespace NewsPortal.Import.WordPress;

/// <summary>The file cannot be imported at all. The message is one sentence for whoever ran the import.</summary>
public sealed class WxrException(string reason, Exception? inner = null) : Exception(reason, inner);
