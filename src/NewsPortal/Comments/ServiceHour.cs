namespace NewsPortal.Comments;

/// <summary>What is counted by the hour: comments that began to wait, and decisions by how long the comment had waited.</summary>
public enum ServiceMeasure
{
    Arrived,
    WithinMinute,
    WithinFive,
    WithinQuarter,
    WithinHour,
    WithinFour,
    WithinDay,
    Later,
}

/// <summary>One count of one hour and section. Kept by <see cref="CommentTally"/>: how the desk keeps up is read from few rows.</summary>
public class ServiceHour
{
    private static readonly (ServiceMeasure Measure, TimeSpan Until)[] Steps =
    [
        (ServiceMeasure.WithinMinute, TimeSpan.FromMinutes(1)),
        (ServiceMeasure.WithinFive, TimeSpan.FromMinutes(5)),
        (ServiceMeasure.WithinQuarter, TimeSpan.FromMinutes(15)),
        (ServiceMeasure.WithinHour, TimeSpan.FromHours(1)),
        (ServiceMeasure.WithinFour, TimeSpan.FromHours(4)),
        (ServiceMeasure.WithinDay, TimeSpan.FromDays(1)),
        (ServiceMeasure.Later, TimeSpan.FromDays(7)),
    ];

    public required DateTime HourUtc { get; init; }

    public required int SectionId { get; init; }

    public required ServiceMeasure Measure { get; init; }

    public int Count { get; init; }

    public static DateTime Of(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerHour), DateTimeKind.Utc);

    public static ServiceMeasure MeasureOf(TimeSpan wait) => Array.Find(Steps, step => wait < step.Until) is { Until.Ticks: > 0 } found ? found.Measure : ServiceMeasure.Later;

    /// <summary>The time within which half were decided, as nearly as the steps tell; null when none was.</summary>
    public static TimeSpan? Median(IReadOnlyDictionary<ServiceMeasure, int> decided)
    {
        var half = decided.Where(pair => pair.Key != ServiceMeasure.Arrived).Sum(pair => (long)pair.Value) / 2.0;
        var (passed, from) = (0L, TimeSpan.Zero);
        foreach (var (measure, until) in Steps)
        {
            var here = decided.GetValueOrDefault(measure);
            if (here > 0 && passed + here >= half)
            {
                return from + ((until - from) * ((half - passed) / here));
            }

            (passed, from) = (passed + here, until);
        }

        return null;
    }
}
