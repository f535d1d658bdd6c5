namespace NewsPortal.Admin.Live;

public static class LiveDeskRoom
{
    public static IServiceCollection AddLiveDesk(this IServiceCollection services)
        => services.AddScoped<LiveDeskPages>().AddScoped<EntryDesk>().AddScoped<EntryMoves>().AddScoped<BreakOuts>();
}
