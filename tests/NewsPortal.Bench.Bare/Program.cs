using NewsPortal.Bench.Bare;

// What the server costs by itself, and what the framework's own store adds: the same answers (--Answers=FILE), sent
// (--Store=) "none": as they are, from memory; "identity": out of OutputCache, compressed for each reader, in the order
// that the documentation gives; "compressed": out of an OutputCache that keeps what was compressed.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
var answers = KeptAnswer.ReadAll(builder.Configuration["Answers"]!);
var store = builder.Configuration["Store"];
if (store == "none")
{
    await using var bare = builder.Build();
    bare.SendKept(answers);
    await bare.RunAsync();
    return;
}

var isCompressed = store == "compressed";
builder.Services.AddResponseCompression();
builder.Services.AddOutputCache(options => options.AddBasePolicy(policy =>
{
    policy.Expire(TimeSpan.FromHours(1));
    if (isCompressed)
    {
        policy.SetVaryByHeader("Accept-Encoding");
    }
}));
await using var app = builder.Build();
app.UseFrameworkStore(isCompressed);
app.MapKept(answers);
await app.RunAsync();
