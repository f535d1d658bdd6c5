using System.Globalization;
using Microsoft.Extensions.Configuration;
using NewsPortal.Changes;
using NewsPortal.Changes.Streams;

namespace NewsPortal.Tests.Changes.Streams;

/// <summary>Streams leave handles for pages, whatever the settings say.</summary>
public sealed class StreamSlotsTests
{
    [Theory]
    [InlineData(1024, 624)]
    [InlineData(20_000, 19_000)]
    [InlineData(300, 0)]
    [InlineData(1_048_576, 50_000)]
    [InlineData(null, 50_000)]
    public void As_many_enter_as_the_system_has_handles_for(int? openFiles, int most)
    {
        var slots = new StreamSlots(ChangeSettings.Read(new ConfigurationBuilder().Build()), openFiles);
        var entered = Enumerable.Range(0, most + 10).Count(number => slots.TryEnter(number.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(most, entered);
    }
}
