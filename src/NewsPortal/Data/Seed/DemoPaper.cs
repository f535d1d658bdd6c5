using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Breaking;
using NewsPortal.Live;
using NewsPortal.Media;
using NewsPortal.Sections;

namespace NewsPortal.Data.Seed;

/// <summary>Fills an empty database with the demo paper, all of it or nothing.</summary>
public sealed class DemoPaper(NewsDb db, StoryBodies bodies, PhotoStore store, DemoComments comments, Site site, TimeProvider clock)
{
    private static readonly Signature By = Signature.OfProcess("Demo");
    private const string UsualLanguage = "en";

    private readonly DemoFiles files = new();
    private readonly Dictionary<string, Section> sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Author> authors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tag> tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Photo> photos = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Article> articles = new(StringComparer.Ordinal);

    private DateTime now;

    /// <returns>False when the paper has content already; nothing is touched then.</returns>
    public async Task<bool> FillAsync(CancellationToken cancel = default)
    {
        if (await HasContentAsync(cancel))
        {
            return false;
        }

        now = clock.GetUtcNow().UtcDateTime;
        // Pictures take the longest and are files, so they are made before the transaction holds others up.
        var stored = await StorePicturesAsync(cancel);
        var filled = false;
        await db.WriteAsync(
            async () =>
            {
                if (!await HasContentAsync(cancel))
                {
                    await FillAsync(stored, cancel);
                    filled = true;
                }
            },
            cancel);
        return filled;
    }

    private async Task<bool> HasContentAsync(CancellationToken cancel)
        => await db.Sections.AnyAsync(cancel) || await db.Articles.AnyAsync(cancel) || await db.ImportedItems.AnyAsync(cancel);

    private async Task<Dictionary<string, StoredPhoto>> StorePicturesAsync(CancellationToken cancel)
    {
        var stored = new System.Collections.Concurrent.ConcurrentDictionary<string, StoredPhoto>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(files.Pictures, cancel, async (picture, stop) =>
        {
            await using var file = files.OpenPicture(picture);
            stored[picture.Key] = await store.AddAsync(file, stop);
        });
        return new(stored, StringComparer.Ordinal);
    }

    private async Task FillAsync(Dictionary<string, StoredPhoto> stored, CancellationToken cancel)
    {
        var stories = files.Stories.OrderBy(story => DemoTime.Parse(story.Published)).ToList();
        AddPeopleAndPlaces(stories, stored);
        comments.List(files.Words, now);
        await db.SaveChangesAsync(cancel);
        StartAll(stories, ArticleKind.Story);
        StartAll(files.Pages, ArticleKind.Page);
        await db.SaveChangesAsync(cancel);
        foreach (var story in stories.Concat(files.Pages))
        {
            await PublishAsync(story, cancel);
        }

        await comments.DecideAsync(now, cancel);
        await RaiseFlashesAsync(cancel);
        await CoverLiveAsync(cancel);
        await FollowLinksAsync(stories.Concat(files.Pages), cancel);
    }

    private void AddPeopleAndPlaces(List<DemoStory> stories, Dictionary<string, StoredPhoto> stored)
    {
        foreach (var (section, position) in files.Sections.Select((section, at) => (section, at)))
        {
            sections[section.Key] = new Section
            {
                Slug = section.Key,
                Name = section.Name,
                Description = section.Description,
                Language = Foreign(section.Language ?? UsualLanguage),
                Position = position,
            }.Added(By, now);
        }

        foreach (var author in files.Authors)
        {
            authors[author.Key] = new Author
            {
                Slug = author.Key,
                Name = author.Name,
                JobTitle = author.Title,
                Bio = author.Bio,
                Email = author.Email,
            }.Added(By, now);
        }

        foreach (var name in stories.SelectMany(story => story.Tags).Distinct(StringComparer.Ordinal))
        {
            tags[name] = new Tag { Slug = Slug.Of(name), Name = name }.Added(now);
        }

        foreach (var picture in files.Pictures)
        {
            photos[picture.Key] = PhotoOf(picture, stored[picture.Key]);
        }

        db.AddRange([.. sections.Values, .. authors.Values, .. tags.Values, .. photos.Values]);
    }

    private Photo PhotoOf(DemoPicture picture, StoredPhoto file) => new()
    {
        Name = picture.Key,
        Hash = file.Hash,
        Width = file.Width,
        Height = file.Height,
        Caption = picture.Caption,
        Alt = picture.Alt,
        Credit = picture.Credit,
        Decorative = picture.Decorative,
        AddedUtc = now,
    };

    // Texts name each other by key, so every story has its id before the first is written out.
    private void StartAll(IEnumerable<DemoStory> stories, ArticleKind kind)
    {
        foreach (var story in stories)
        {
            var empty = new Copy { Headline = story.Headline, Slug = SlugOf(story), SectionId = SectionOf(story)?.Id };
            articles[story.Key] = Article.Start(kind, empty, new RenderedBody("", "", 0, 0), By, At(story.Published));
        }

        db.AddRange(articles.Values.Where(article => article.Kind == kind));
    }

    private async Task PublishAsync(DemoStory story, CancellationToken cancel)
    {
        var article = articles[story.Key];
        var published = At(story.Published);
        var copy = CopyOf(story);
        article.Draft.Save(copy, await bodies.RenderAsync(copy.Body, copy.Language ?? SectionOf(story)?.Language, cancel), By, published);
        article.Publish(By, published, firstPublishedUtc: published);
        if (story.Updated is { } updated)
        {
            article.Publish(By, At(updated));
        }

        foreach (var correction in story.Corrections)
        {
            article.Correct(By, Enum.Parse<CorrectionKind>(correction.Kind, ignoreCase: true), correction.Text, At(correction.At));
        }

        await comments.PostAsync(article, story.Comments, authors, now, cancel);
    }

    private Copy CopyOf(DemoStory story) => new()
    {
        Headline = story.Headline,
        FrontHeadline = story.FrontHeadline,
        SearchTitle = story.SearchTitle,
        SocialTitle = story.SocialTitle,
        Standfirst = story.Standfirst,
        Kicker = story.Kicker,
        Body = Resolve(story.Body),
        Language = Foreign(story.Language ?? SectionOf(story)?.Language ?? UsualLanguage),
        WorkType = Enum.Parse<WorkType>(story.Type, ignoreCase: true),
        SectionId = SectionOf(story)?.Id,
        Slug = SlugOf(story),
        Lead = story.Lead is { } lead ? LeadOf(lead) : null,
        Bylines = [.. story.Bylines.Select(line
            => new BylineCopy(authors[line.Author].Id, Enum.Parse<BylineRole>(line.Role, ignoreCase: true), line.Place))],
        TagIds = [.. story.Tags.Select(name => tags[name].Id)],
        RelatedIds = [.. story.Related.Select(key => articles[key].Id)],
        LastMinute = story.LastMinute,
        Pinned = story.Pinned || articles[story.Key].Kind == ArticleKind.Page,
        CommentsMode = story.CommentsMode is null ? CommentsMode.Inherit : Enum.Parse<CommentsMode>(story.CommentsMode, ignoreCase: true),
    };

    private Figure LeadOf(DemoLead lead) => new()
    {
        PhotoId = photos[lead.Picture].Id,
        Caption = lead.Caption,
        Alt = lead.Alt,
        Credit = lead.Credit,
        Decorative = lead.Decorative,
    };

    private async Task RaiseFlashesAsync(CancellationToken cancel)
    {
        foreach (var line in files.Flashes)
        {
            var level = DemoFiles.Value<FlashLevel>(line.Level);
            int? story = line.Story is { } key ? articles[key].Id : null;
            var flash = Flash.Raise(new FlashCopy(level, line.Was ?? line.Text, At(line.Ends)) { ArticleId = story }, By, At(line.Raised));
            if (line.Corrected is { } corrected)
            {
                flash.Correct(level, line.Text, By, At(corrected));
            }

            db.Add(flash);
        }

        await db.SaveChangesAsync(cancel);
    }

    private Task CoverLiveAsync(CancellationToken cancel)
        => new DemoLive(db, new LiveTexts(bodies), Resolve, key => authors[key].Id, now).CoverAsync(files.Coverages, articles, cancel);

    // A link or a card leads to a published text, and a text may point to one that came after it.
    private async Task FollowLinksAsync(IEnumerable<DemoStory> stories, CancellationToken cancel)
    {
        foreach (var story in stories.Where(story => DemoLinks.PointToStories(story.Body)))
        {
            var article = articles[story.Key];
            var rendered = await bodies.RenderAsync(article.Body, article.Language ?? SectionOf(story)?.Language, cancel);
            article.Draft.Take(rendered);
            article.Rerender(rendered, now);
        }

        await db.SaveChangesAsync(cancel);
    }

    private string Resolve(string text) => DemoLinks.Resolve(text, key => photos[key].Id, key => articles[key].Id);

    private Section? SectionOf(DemoStory story) => story.Section is { } key ? sections[key] : null;

    // Null says "the site's own", so that the same texts are marked rightly in a paper of another language.
    private string? Foreign(string language) => language == site.Language ? null : language;

    private static string SlugOf(DemoStory story) => story.Slug ?? Slug.Of(story.FrontHeadline ?? story.Headline);

    private DateTime At(string time) => now + DemoTime.Parse(time);
}
