using CsCheck;

namespace Bailiwick.Measures.Tests;

public class LonLatTests
{
    private static readonly Gen<LonLat> Anywhere = Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90]).Select((lon, lat) => new LonLat(lon, lat));

    [Theory]
    [InlineData(180, 90, true)]      // the ends are allowed
    [InlineData(-180, -90, true)]
    [InlineData(180.1, 0, false)]
    [InlineData(0, 90.1, false)]
    [InlineData(double.NaN, 0, false)]
    public void A_point_has_a_longitude_and_a_latitude_on_the_earth(double longitude, double latitude, bool valid)
    {
        Assert.Equal(valid, LonLat.IsValid(longitude, latitude));
        Assert.Equal(valid ? new LonLat(longitude, latitude) : null, LonLat.OrNull(longitude, latitude));
        if (!valid)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new LonLat(longitude, latitude));
        }
    }

    [Fact]
    public void Half_a_point_is_none()
    {
        Assert.Null(LonLat.OrNull(121, null));
        Assert.Null(LonLat.OrNull(null, 24));
    }

    [Fact]
    public void A_degree_of_latitude_is_111_195_metres() =>
        Assert.Equal(111_195.08, new LonLat(121, 24).DistanceTo(new LonLat(121, 25)).Value, 0.01);

    [Fact]
    public void Taipei_and_Kaohsiung_are_about_300_kilometres_apart() =>
        Assert.Equal(297, new LonLat(121.5654, 25.0330).DistanceTo(new LonLat(120.3014, 22.6273)).Kilometres, 1.0);

    [Fact]
    public void The_way_back_is_as_long() =>
        Gen.Select(Anywhere, Anywhere).Sample((a, b) => Math.Abs(a.DistanceTo(b).Value - b.DistanceTo(a).Value) < 1e-6);

    [Fact]
    public void No_way_is_longer_than_half_the_earth() =>
        Gen.Select(Anywhere, Anywhere).Sample((a, b) => a.DistanceTo(b).Value <= (Math.PI * LonLat.EarthRadius) + 1e-6);
}
