using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests;

/// <summary>The walls of the house: what each room may be called, hold and know of.</summary>
public sealed partial class HouseRulesTests
{
    private static readonly string Product = Path.GetFullPath(Path.Combine(Here(), "../../src/NewsPortal"));
    private static readonly string[] NoRooms = ["Services", "Helpers", "Managers", "Models", "Interfaces", "Extensions", "Utils", "Common", "Core"];
    private static readonly Assembly House = typeof(Program).Assembly;

    [Fact]
    public void No_folder_is_named_for_a_kind_of_code()
    {
        var folders = Directory.EnumerateDirectories(Product, "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetRelativePath(Product, folder)).Where(folder => !IsBuilt(folder)).ToList();
        Assert.NotEmpty(folders);
        Assert.DoesNotContain(folders, folder => NoRooms.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_file_stands_in_the_room_that_its_namespace_names()
    {
        var misplaced = Sources().Where(file => Path.GetDirectoryName(file.Name) is { Length: > 0 })
            .Where(file => NamespaceLine().Match(file.Text) is { Success: true } line
                && line.Groups[1].Value != "NewsPortal." + Path.GetDirectoryName(file.Name)!.Replace('/', '.').Replace('\\', '.'))
            .Where(file => !file.Name.StartsWith("Data/Migrations", StringComparison.Ordinal))
            .Select(file => file.Name);
        Assert.Empty(misplaced);
    }

    [Fact]
    public void Nobody_needs_more_than_five_others()
    {
        var crowded = House.GetTypes().Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !IsRecord(type))
            .SelectMany(type => type.GetConstructors(BindingFlags.Public | BindingFlags.Instance))
            .Where(constructor => constructor.GetParameters().Count(parameter => parameter.ParameterType.Namespace?.StartsWith("System", StringComparison.Ordinal) == false) > 5)
            .Select(constructor => constructor.DeclaringType!.FullName);
        Assert.Empty(crowded);
    }

    [Fact]
    public void Entities_know_nothing_of_the_web()
    {
        using var database = new TestDatabase();
        using var db = database.Open();
        var entities = db.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(type => type.Assembly == House).ToHashSet();
        Assert.NotEmpty(entities);
        var webby = Sources().Where(file => entities.Any(entity => Regex.IsMatch(file.Text, $@"\bclass {entity.Name}\b")))
            .Where(file => Web().IsMatch(file.Text) && !file.Name.StartsWith("Data/", StringComparison.Ordinal))
            .Select(file => file.Name);
        Assert.Empty(webby);
    }

    [Fact]
    public void Readers_rooms_do_not_mention_the_newsroom()
    {
        var prying = Sources().Where(file => !file.Name.StartsWith("Admin/", StringComparison.Ordinal) && file.Name != "Program.cs")
            .Where(file => file.Text.Contains("NewsPortal.Admin", StringComparison.Ordinal)).Select(file => file.Name);
        Assert.Empty(prying);
    }

    [Fact]
    public void Every_entity_is_mapped_in_a_room_of_its_own_words()
    {
        using var database = new TestDatabase();
        using var db = database.Open();
        var roomless = db.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(type => type.Assembly == House)
            .Where(type => !House.GetTypes().Any(mapping => mapping.GetInterfaces().Any(face => face.IsGenericType
                && face.GetGenericTypeDefinition() == typeof(Microsoft.EntityFrameworkCore.IEntityTypeConfiguration<>) && face.GenericTypeArguments[0] == type)));
        Assert.Empty(roomless);
    }

    [Fact]
    public void A_controller_lives_in_a_room_and_its_actions_are_short()
    {
        var controllers = House.GetTypes().Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract).ToList();
        Assert.NotEmpty(controllers);
        Assert.All(controllers, controller => Assert.Matches(@"^NewsPortal\.[A-Z]", controller.Namespace));
    }

    [Fact]
    public void Every_word_that_is_asked_for_is_there_in_every_language()
    {
        var asked = Directory.EnumerateFiles(Product, "*.cs*", SearchOption.AllDirectories).Where(file => !IsBuilt(Path.GetRelativePath(Product, file)))
            .SelectMany(file => AskedWord().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.NotEmpty(asked);
        foreach (var language in new[] { "Words.resx", "Words.tr.resx" })
        {
            var known = Known(language);
            Assert.Equal([], asked.Where(word => !known.ContainsKey(word)));
        }
    }

    [Fact]
    public void English_and_Turkish_have_the_same_words_and_the_same_holes_in_them()
    {
        var (english, turkish) = (Known("Words.resx"), Known("Words.tr.resx"));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), turkish.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, word => Assert.Equal(Holes(word.Value), Holes(turkish[word.Key])));
        Assert.All(turkish, word => Assert.NotEqual("", word.Value.Trim()));
    }

    [Fact]
    public void No_style_or_script_stands_inside_a_view()
    {
        var views = Directory.EnumerateFiles(Product, "*.cshtml", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(views);
        Assert.DoesNotContain(views, view => Inline().IsMatch(File.ReadAllText(view)));
    }

    private static Dictionary<string, string> Known(string file) => XDocument.Load(Path.Combine(Product, "Shared", file)).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(hole => hole.Value).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Text)> Sources() => Directory.EnumerateFiles(Product, "*.cs", SearchOption.AllDirectories)
        .Select(file => (Name: Path.GetRelativePath(Product, file), Path: file)).Where(file => !IsBuilt(file.Name))
        .Select(file => (file.Name, File.ReadAllText(file.Path)));

    private static bool IsBuilt(string path) => path.Split('/', '\\').Any(part => part is "bin" or "obj" or "wwwroot");

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"\b(?:(?:T|words)\[|new RefusedException\(\s*)""([^""]+)""")]
    private static partial Regex AskedWord();

    // Identity's store classes are plain rows, whatever their namespace says.
    [GeneratedRegex(@"Microsoft\.AspNetCore\.(?!Identity;)")]
    private static partial Regex Web();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*(src=|ld\+json))", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
