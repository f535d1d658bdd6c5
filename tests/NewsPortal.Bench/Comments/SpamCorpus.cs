namespace NewsPortal.Bench.Comments;

/// <param name="Kind">What kind of comment the grammar made.</param>
internal sealed record CorpusComment(string Kind, bool IsSpam, string Body);

/// <summary>
/// Comments of our own making, from a seeded grammar: a sentence is drawn with its <c>{slots}</c> filled, and of some
/// several follow each other. Nothing of it was written by a reader.
/// </summary>
internal sealed class SpamCorpus(int seed)
{
    private static readonly Dictionary<string, string[]> Slots = new(StringComparer.Ordinal)
    {
        ["place"] = ["the harbour", "the old bridge", "the market", "the school", "the station", "the town hall", "our street", "the hospital"],
        ["who"] = ["the council", "the mayor", "the minister", "the operator", "my neighbour", "the teacher", "the reporter", "the police"],
        ["what"] = ["the ramp", "the ferry", "the timetable", "the budget", "the rent", "the flood gate", "the tax", "the match", "the price of bread"],
        ["when"] = ["last week", "every morning", "since spring", "two years ago", "on Sunday", "again and again", "before the election"],
        ["yer"] = ["limanda", "eski köprüde", "pazarda", "okulda", "istasyonda", "mahallemizde", "hastanede", "meydanda"],
        ["kim"] = ["belediye", "bakan", "muhabir", "komşum", "öğretmen", "şoför", "polis", "yönetim"],
        ["ne"] = ["rampa", "vapur", "tarife", "bütçe", "kira", "vergi", "maç", "ekmek fiyatı"],
        ["nezaman"] = ["geçen hafta", "her sabah", "bahardan beri", "iki yıl önce", "pazar günü", "seçimden önce"],
        ["أين"] = ["في الميناء", "عند الجسر", "في السوق", "في المدرسة", "في المحطة", "في شارعنا", "في المستشفى"],
        ["من"] = ["البلدية", "الوزير", "الصحفي", "جاري", "المعلم", "السائق", "الشرطة"],
        ["متى"] = ["الأسبوع الماضي", "كل صباح", "منذ الربيع", "قبل سنتين", "يوم الأحد", "قبل الانتخابات"],
        ["site"] = ["win-{n}.example", "best{n}.example", "club{n}.example", "offer-{n}.example", "gold{n}.example"],
        ["source"] = ["stat.example", "council.example", "weather.example", "archive.example"],
        ["praise"] = ["Great post", "Very informative article", "I love your blog", "Nice weblog here", "This is a topic close to my heart"],
        ["n"] = [.. Enumerable.Range(10, 80).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))],
    };

    private static readonly (string Kind, bool IsSpam, int Most, string[] Sentences)[] Kinds =
    [
        ("English", false, 4, ["I was at {place} {when} and nobody told us about {what}.", "{who} promised {what} {when}, where is it?", "Why does {who} never talk about {what} at {place}?", "My mother needs {what} and waits for it {when}.", "Thank you for asking {who} about {what}.", "You forgot that {what} at {place} was paid by all of us.", "I do not agree, {who} did well {when}.", "Is {what} at {place} open {when}?"]),
        ("Turkish", false, 4, ["{nezaman} {yer} kimse bize {ne} hakkında bir şey söylemedi.", "{kim} {nezaman} söz verdi, {ne} nerede?", "Neden {kim} hiç {ne} konusunda konuşmuyor?", "Annem {nezaman} {yer} bekliyor, {ne} yok.", "Teşekkürler, {kim} için bu soruyu sormuşsunuz.", "Katılmıyorum, {kim} {nezaman} iyi iş yaptı."]),
        ("Arabic", false, 4, ["كنت {أين} {متى} ولم يخبرنا أحد بشيء.", "لماذا لا تتحدث {من} عن هذا {متى}؟", "وعدنا {من} {متى} ولم نر شيئا {أين}.", "شكرا على السؤال، أمي تنتظر {أين} {متى}.", "لا أوافق، {من} عمل جيدا {متى}."]),
        ("honest, with a link", false, 2, ["The numbers are at https://{source}/{n} for whoever wants to check {what}.", "{who} said the opposite {when}: https://{source}/{n}", "See http://{source} about {what} at {place}."]),
        ("honest, of what spam is about", false, 2, ["The casino at {place} should never have been allowed by {who}.", "My neighbour lost his savings on bitcoin {when}, {who} must do something.", "Why are loans so dear {when} when {who} promised cheap credit?", "The pills that the hospital gave my mother {when} were free.", "Bahis siteleri yüzünden {kim} {nezaman} evini kaybetti."]),
        ("short", false, 1, ["Well said!", "Thank you.", "Why?", "Not true, {who} was there.", "Katılıyorum.", "Çok doğru.", "صحيح", "شكرا لكم", "Shame on {who}.", "I agree with you."]),
        ("casino", true, 3, ["Best casino bonus at http://{site} join today!", "Win {n}00 free spins, jackpot every day http://{site}", "No deposit poker bonus, play now at www.{site}"]),
        ("bets, Turkish", true, 3, ["Deneme bonusu veren bahis siteleri http://{site} hemen üye ol", "Bedava {n}0 TL bonus, kaçak iddaa için www.{site}", "Güvenilir slot sitesi, çevrimsiz bonus http://{site}"]),
        ("loans, Arabic", true, 3, ["قروض فورية بدون ضمان تواصل واتساب 05{n}{n}{n}{n}", "اربح المال من المنزل سجل الآن http://{site}", "تخفيضات كبيرة على الساعات والعطور www.{site}"]),
        ("coins", true, 3, ["I earned {n}00 dollars a week with crypto trading, contact my broker on whatsapp +44{n}{n}{n}", "Double your bitcoin in {n} hours, guaranteed profit http://{site}", "Thanks to expert trader Mrs Linda my investment returned, write to her on telegram"]),
        ("pills", true, 3, ["Cheap viagra and cialis without prescription http://{site}", "Order pills online, discreet delivery, {n}% discount www.{site}"]),
        ("disguised", true, 2, ["Cheap v1agra and ciаlis, оrder at http://{site}", "Best cаsin0 b0nus, j4ckp0t every day, http://{site}", "В1tcoin prоfit guаrаnteed http://{site}"]),
        ("flattery", true, 2, ["{praise}! I will bookmark it and share with friends, please also visit http://{site}", "{praise}, thanks for sharing. My page: www.{site}", "{praise}. Keep up the good work and check my website {site}"]),
        ("spam like an honest comment", true, 2, ["I was at {place} {when} and earned {n}0 an hour from home, ask me how.", "{who} promised {what} {when}, meanwhile my broker doubled my savings on whatsapp +44{n}{n}{n}.", "Thank you for asking {who}, here is a bonus for all readers http://{site}"]),
        (New, true, 3, ["Replica handbags and designer shoes, outlet prices http://{site}", "Lose {n} pounds in a month with this keto tea, order www.{site}", "Buy followers and likes, instant delivery at http://{site}"]),
    ];

    private readonly Random chance = new(seed);

    /// <summary>A kind that nobody has seen when it first comes.</summary>
    public const string New = "spam of a kind never seen";

    public List<CorpusComment> Make(int ofEach) => [.. Kinds.SelectMany(kind => Enumerable.Range(0, ofEach).Select(_ => Make(kind)))];

    private CorpusComment Make((string Kind, bool IsSpam, int Most, string[] Sentences) kind)
    {
        var sentences = Enumerable.Range(0, chance.Next(1, kind.Most + 1)).Select(_ => Filled(Any(kind.Sentences)));
        return new CorpusComment(kind.Kind, kind.IsSpam, string.Join(' ', sentences));
    }

    private string Filled(string sentence)
    {
        for (var open = sentence.IndexOf('{', StringComparison.Ordinal); open >= 0; open = sentence.IndexOf('{', StringComparison.Ordinal))
        {
            var close = sentence.IndexOf('}', open);
            sentence = sentence[..open] + Any(Slots[sentence[(open + 1)..close]]) + sentence[(close + 1)..];
        }

        return sentence;
    }

    private string Any(string[] choices) => choices[chance.Next(choices.Length)];
}
