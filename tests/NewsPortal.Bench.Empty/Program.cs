using NewsPortal.Bench.Empty;

// What the framework costs by itself: MVC, one view, and nothing else in the pipeline.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddSingleton<PageBytes>();
await using var app = builder.Build();
app.MapControllers();
await app.RunAsync();
