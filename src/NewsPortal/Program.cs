using NewsPortal.Accounts;
using NewsPortal.Admin;
using NewsPortal.Admin.Articles;
using NewsPortal.Articles;
using NewsPortal.Breaking;
using NewsPortal.Changes;
using NewsPortal.Comments;
using NewsPortal.Data;
using NewsPortal.Data.Seed;
using NewsPortal.Feeds;
using NewsPortal.Front;
using NewsPortal.Hosting;
using NewsPortal.Import;
using NewsPortal.Live;
using NewsPortal.Mail;
using NewsPortal.Markup;
using NewsPortal.Media;
using NewsPortal.PageCache;
using NewsPortal.Redirects;
using NewsPortal.Search;
using NewsPortal.Sections;

try
{
    var (verb, settings) = Verb.Split(args);
    // Settings are read once, at the start. Watching their files costs a start and takes watchers of which a machine has few.
    var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. settings]);
    builder.AddHosting();
    builder.Services.AddShared().AddData(builder.Configuration, builder.Environment).AddChanges(builder.Configuration);
    builder.Services.AddFront().AddArticles().AddComments().AddBreaking(builder.Configuration).AddLive().AddFeeds(builder.Configuration).AddSearch();
    builder.Services.AddMarkup().AddMedia().AddSeed();
    builder.Services.AddImport().AddRedirects().AddPageCache();
    builder.Services.AddAccounts().AddMail().AddSections();
    builder.Services.AddAdmin().AddWritingDesk();

    await using var app = builder.Build();
    return await Verb.RunAsync(app, verb);
}
catch (StartUpException stop)
{
    await Console.Error.WriteLineAsync(stop.Message);
    return 1;
}
