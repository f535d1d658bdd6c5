namespace NewsPortal.Bench.PageCache;

/// <summary>A real redis-server that keeps nothing.</summary>
internal static class Redis
{
    public static async Task<Child> ServeAsync()
    {
        var redis = Child.Start("redis-server", Surroundings.Any, address => ["--bind", $"{address.Address}", "--port", $"{address.Port}", "--save", "", "--appendonly", "no"]);
        await redis.ListeningAsync();
        return redis;
    }
}
