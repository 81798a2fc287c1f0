using Bailiwick.Market;
using Bailiwick.Samples.Names;

namespace Bailiwick.Samples.Tests;

public class NamingTests
{
    // Forms that only simplified Chinese writes, the usual ones in company names and addresses.
    private const string Simplified =
        "国学会长门东车马鱼鸟龙凤飞云电广业产丝严丽义习书买乱争亚亲亿从仓仪优伟传伤体侨债倾儿兰关兴养农冯冲决净创则刚动劲势勋华协单卖卢卫县参双发变叶听员响园围图场块坚坝坟声处备够头奋奖妇宁实宽寻导尔层岁岛岭师带帮库应庙废张归录态总悬惊戏战扩扬报担拟择换据摄数断无时晓术机杀权条杨极枪柜标栋树样桥检楼横欢欧气汇汉沟泽洁济浓涛润涨渐湾湿满灯灵炉点炼烁热爱环现玛琼监盖盘码砖确礼积称稳种竞笔笼筑签简粮纤级纪纯线练组细织终经结络统继绩续维绵综绿编缘缩网罗职联肃胜脑脸脉艺节苏药莲获营萧蓝补装视觉计认让议记讲许论设访证评识诉词试诗诚话该语误请诸读课谁调谅谊谢谱贝贞负贡财责贤货质贩贸费贺资赋赏赐赖赞赢赵车轨软轮载较辅辆辉输达过运还这进远连适选递逻邓邮郑钟钢钱钻铁铃铜铝银铸铺链锁锋锐锦镇镜闪闭问间闻阅队阳阴阵阶际陆陈险随难雾顶顺顾预领频颖题颜额饭饮馆驱驻验鲁鲜鸡鸣鸭麦齐龄";

    private static readonly string[] Ours =
    [
        .. ChineseNaming.First, .. ChineseNaming.Second, .. ChineseNaming.Forms, .. ChineseNaming.Surnames, .. ChineseNaming.GivenNames, .. ChineseNaming.Roads,
        .. Industries.All.SelectMany(industry => industry.ChineseWords.Append(industry.Name.Chinese)),
        .. Catalogue.Products.SelectMany(product => new[] { product.Name.Chinese, product.Category.Chinese }),
        .. Catalogue.Sources.Select(source => source.Words.Chinese), .. Catalogue.Tiers.Select(tier => tier.Words.Chinese),
    ];

    [Fact]
    public void No_simplified_character_is_in_the_syllables() => Assert.Empty(string.Concat(Ours).Where(Simplified.Contains));

    [Fact]
    public void No_brand_is_that_of_a_known_group()
    {
        SampleCompany company = ToyCountry.Company(5_000);
        string[] names = [.. company.Rows(Accounts.Table).Select(row => row[Accounts.Name]!)];
        Assert.Empty(names.Where(name => ChineseNaming.Taken.Contains(name[..2])));
        Assert.All(names, name => Assert.EndsWith("公司", name, StringComparison.Ordinal));
        Assert.True(names.Distinct().Count() > 4_000);
    }

    [Fact]
    public void Addresses_read_as_Taiwan_writes_them() => Assert.All(
        ToyCountry.Company(200).Rows(Accounts.Table),
        row => Assert.Matches("^城[\u4e00-\u9fff]+[路街]([一二三四]段)?[0-9]+號([0-9]+樓)?$", row[Accounts.Address]!));

    [Fact]
    public void Other_countries_have_names_in_Latin_letters() => Assert.All(
        ToyCountry.Company(200, country: "US").Rows(Accounts.Table),
        row => Assert.Matches("^[A-Za-z ]+ (Inc|LLC|Co|Corp)\\.?$", row[Accounts.Name]!));

    [Theory]
    [InlineData("TW", "TWD")]
    [InlineData("US", "USD")]
    [InlineData("JP", "JPY")]
    [InlineData("DE", "EUR")]
    public void A_country_has_its_currency(string country, string code) => Assert.Equal(code, SampleMoney.Of(country).Currency.Code);
}
