using NewsPortal.Comments.Guard;

namespace NewsPortal.Tests.Comments.Guard;

/// <summary>Texts that say nearly the same have prints that are near, and strangers have not.</summary>
public sealed class SimHashTests
{
    private const string Said = "The harbour master said nothing about the chain that was lying on the pontoon, and nobody asked him whose chain it was or why it had been left there.";

    [Theory]
    [InlineData("THE HARBOUR MASTER said nothing about the chain that was lying on the pontoon and nobody asked him whose chain it was or why it had been left there!!!")]
    [InlineData("The harbour master said nothing about the chain that was lying on the pontoon, and nobody asked him whose chain it was or why it had been left here.")]
    [InlineData("Hello! The harbour master said nothing about the chain that was lying on the pontoon, and nobody asked him whose chain it was or why it had been left there.")]
    public void What_is_said_again_is_near(string again) => Assert.True(SimHash.AreNear(SimHash.Of(Said), SimHash.Of(again)));

    [Theory]
    [InlineData("The tables said 3.7 yesterday and 3.9 today, and I would like to know why they did change overnight without a word in the paper.")]
    [InlineData("Does anyone know whether the School of Navigation has a ramp? My mother uses a chair and the lift was not working last week.")]
    [InlineData("İskelenin üstünde duran zinciri kimse sormadı, liman başkanı da bu konuda tek kelime etmedi ve herkes evine gitti.")]
    [InlineData("The harbour master said something else about the bridge, and everybody asked whose idea it was to close the road.")]
    public void What_somebody_else_says_is_not(string other) => Assert.False(SimHash.AreNear(SimHash.Of(Said), SimHash.Of(other)));

    [Theory]
    [InlineData("")]
    [InlineData("Well said.")]
    [InlineData("Thank you, Ada.")]
    public void What_many_say_has_no_print(string text) => Assert.Equal(0, SimHash.Of(text));
}
