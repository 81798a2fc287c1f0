namespace Bailiwick.Market;

#pragma warning disable CS1591 // The columns are described once, for people, in docs/formats.md; the house test keeps the two equal.

/// <summary>Companies, customers or not yet.</summary>
public static class Accounts
{
    public static readonly TextColumn Id = new("id") { IsRequired = true };
    public static readonly TextColumn Name = new("name");
    public static readonly TextColumn Parent = new("parent") { Refers = "accounts" };
    public static readonly TextColumn Country = new("country");
    public static readonly TextColumn Subdivision = new("subdivision");
    public static readonly TextColumn City = new("city");
    public static readonly TextColumn Postal = new("postal");
    public static readonly TextColumn Address = new("address");
    public static readonly NumberColumn Longitude = new("longitude") { Least = -180, Most = 180 };
    public static readonly NumberColumn Latitude = new("latitude") { Least = -90, Most = 90 };
    public static readonly TextColumn Area = new("area");
    public static readonly TextColumn Type = new("type") { Choices = ["B2B", "B2C"] };
    public static readonly IntegerColumn Employees = new("employees");
    public static readonly MoneyColumn Revenue = new("revenue");
    public static readonly TextColumn Currency = new("currency");
    public static readonly TextColumn Industry = new("industry");
    public static readonly TextColumn IndustryScheme = new("industry_scheme");
    public static readonly TextColumn Tier = new("tier");
    public static readonly TextColumn Stage = new("stage");
    public static readonly SetColumn Products = new("products");
    public static readonly SetColumn Interests = new("interests");
    public static readonly SetColumn Tags = new("tags");
    public static readonly TextColumn Owner = new("owner") { Refers = "reps" };
    public static readonly TextColumn Territory = new("territory") { Refers = "territories" };
    public static readonly DateColumn Since = new("since");

    public static readonly TextColumn PlacedBy = new("placed_by") { IsDerived = true };
    public static readonly NumberColumn PlacedLongitude = new("placed_longitude") { IsDerived = true };
    public static readonly NumberColumn PlacedLatitude = new("placed_latitude") { IsDerived = true };
    public static readonly TextColumn PlacedSubdivision = new("placed_subdivision") { IsDerived = true };
    public static readonly TextColumn PlacedArea = new("placed_area") { IsDerived = true };

    public static readonly MarketTable Table = new("accounts", [Id], Id, Name, Parent, Country, Subdivision, City, Postal, Address,
        Longitude, Latitude, Area, Type, Employees, Revenue, Currency, Industry, IndustryScheme, Tier, Stage, Products, Interests, Tags,
        Owner, Territory, Since, PlacedBy, PlacedLongitude, PlacedLatitude, PlacedSubdivision, PlacedArea);
}

/// <summary>People or companies who asked, not yet an account of ours or not yet tied to one.</summary>
public static class Leads
{
    public static readonly TextColumn Id = new("id") { IsRequired = true };
    public static readonly TextColumn Name = new("name");
    public static readonly TextColumn Company = new("company");
    public static readonly TextColumn Account = new("account") { Refers = "accounts" };
    public static readonly TextColumn Country = new("country");
    public static readonly TextColumn Subdivision = new("subdivision");
    public static readonly TextColumn City = new("city");
    public static readonly TextColumn Postal = new("postal");
    public static readonly TextColumn Address = new("address");
    public static readonly NumberColumn Longitude = new("longitude") { Least = -180, Most = 180 };
    public static readonly NumberColumn Latitude = new("latitude") { Least = -90, Most = 90 };
    public static readonly TextColumn Area = new("area");
    public static readonly TextColumn Type = new("type") { Choices = ["B2B", "B2C"] };
    public static readonly IntegerColumn Employees = new("employees");
    public static readonly MoneyColumn Revenue = new("revenue");
    public static readonly TextColumn Currency = new("currency");
    public static readonly TextColumn Industry = new("industry");
    public static readonly TextColumn IndustryScheme = new("industry_scheme");
    public static readonly TextColumn Tier = new("tier");
    public static readonly TextColumn Stage = new("stage");
    public static readonly SetColumn Interests = new("interests");
    public static readonly SetColumn Tags = new("tags");
    public static readonly TextColumn Product = new("product") { Refers = "products" };
    public static readonly TextColumn Source = new("source");
    public static readonly TextColumn Rep = new("rep") { Refers = "reps" };
    public static readonly DateColumn Created = new("created");
    public static readonly DateColumn Converted = new("converted");
    public static readonly TextColumn Outcome = new("outcome") { Choices = ["converted", "lost", "open"] };

    public static readonly TextColumn PlacedBy = new("placed_by") { IsDerived = true };
    public static readonly NumberColumn PlacedLongitude = new("placed_longitude") { IsDerived = true };
    public static readonly NumberColumn PlacedLatitude = new("placed_latitude") { IsDerived = true };
    public static readonly TextColumn PlacedSubdivision = new("placed_subdivision") { IsDerived = true };
    public static readonly TextColumn PlacedArea = new("placed_area") { IsDerived = true };

    public static readonly MarketTable Table = new("leads", [Id], Id, Name, Company, Account, Country, Subdivision, City, Postal, Address,
        Longitude, Latitude, Area, Type, Employees, Revenue, Currency, Industry, IndustryScheme, Tier, Stage, Interests, Tags, Product,
        Source, Rep, Created, Converted, Outcome, PlacedBy, PlacedLongitude, PlacedLatitude, PlacedSubdivision, PlacedArea);
}

/// <summary>Deals: open, won or lost.</summary>
public static class Opportunities
{
    public static readonly TextColumn Id = new("id") { IsRequired = true };
    public static readonly TextColumn Account = new("account") { Refers = "accounts" };
    public static readonly TextColumn Rep = new("rep") { Refers = "reps" };
    public static readonly TextColumn Product = new("product") { Refers = "products" };
    public static readonly TextColumn Source = new("source");
    public static readonly DateColumn Created = new("created");
    public static readonly DateColumn Closed = new("closed");
    public static readonly TextColumn Stage = new("stage");
    public static readonly TextColumn Outcome = new("outcome") { Choices = ["won", "lost", "open"] };
    public static readonly MoneyColumn Amount = new("amount");
    public static readonly TextColumn Currency = new("currency");

    public static readonly MarketTable Table = new("opportunities", [Id], Id, Account, Rep, Product, Source, Created, Closed, Stage, Outcome, Amount, Currency);
}

/// <summary>What was sold, one row an order or an order line.</summary>
public static class Sales
{
    public static readonly TextColumn Id = new("id") { IsRequired = true };
    public static readonly TextColumn Account = new("account") { Refers = "accounts" };
    public static readonly TextColumn Rep = new("rep") { Refers = "reps" };
    public static readonly TextColumn Product = new("product") { Refers = "products" };
    public static readonly DateColumn Date = new("date") { IsRequired = true };
    public static readonly MoneyColumn Amount = new("amount") { IsRequired = true };
    public static readonly MoneyColumn Cost = new("cost");
    public static readonly TextColumn Currency = new("currency");
    public static readonly TextColumn Channel = new("channel");

    public static readonly MarketTable Table = new("sales", [Id], Id, Account, Rep, Product, Date, Amount, Cost, Currency, Channel);
}

/// <summary>What is sold: products and services.</summary>
public static class Products
{
    public static readonly TextColumn Id = new("id") { IsRequired = true };
    public static readonly TextColumn Name = new("name");
    public static readonly TextColumn Category = new("category");

    public static readonly MarketTable Table = new("products", [Id], Id, Name, Category);
}

/// <summary>The people who sell.</summary>
public static class Reps
{
    public static readonly TextColumn Id = new("id") { IsRequired = true };
    public static readonly TextColumn Name = new("name");
    public static readonly NumberColumn HomeLongitude = new("home_longitude") { Least = -180, Most = 180 };
    public static readonly NumberColumn HomeLatitude = new("home_latitude") { Least = -90, Most = 90 };
    public static readonly TextColumn HomePostal = new("home_postal");
    public static readonly TextColumn HomeCountry = new("home_country");
    public static readonly TextColumn Manager = new("manager");
    public static readonly TextColumn Level = new("level");
    public static readonly SetColumn Skills = new("skills");
    public static readonly SetColumn Languages = new("languages");
    public static readonly NumberColumn CapacityHours = new("capacity_hours") { Least = 0 };
    public static readonly DateColumn Since = new("since");
    public static readonly DateColumn Until = new("until");

    public static readonly NumberColumn PlacedLongitude = new("placed_longitude") { IsDerived = true };
    public static readonly NumberColumn PlacedLatitude = new("placed_latitude") { IsDerived = true };

    public static readonly MarketTable Table = new("reps", [Id], Id, Name, HomeLongitude, HomeLatitude, HomePostal, HomeCountry, Manager,
        Level, Skills, Languages, CapacityHours, Since, Until, PlacedLongitude, PlacedLatitude);
}

/// <summary>The territories that stand today, before any plan of ours: one row, or one row a place when defined by place.</summary>
public static class Territories
{
    public static readonly TextColumn Id = new("id") { IsRequired = true };
    public static readonly TextColumn Name = new("name");
    public static readonly TextColumn Parent = new("parent") { Refers = "territories" };
    public static readonly TextColumn Rep = new("rep") { Refers = "reps" };
    public static readonly DateColumn From = new("from");
    public static readonly DateColumn Until = new("until");
    public static readonly TextColumn Country = new("country");
    public static readonly TextColumn Postal = new("postal");
    public static readonly TextColumn Area = new("area");

    public static readonly MarketTable Table = new("territories", [Id, Rep, From, Country, Postal, Area], Id, Name, Parent, Rep, From, Until, Country, Postal, Area);
}

/// <summary>What a rep or a territory is to sell in a span of time.</summary>
public static class Quotas
{
    public static readonly TextColumn Rep = new("rep") { Refers = "reps" };
    public static readonly TextColumn Territory = new("territory") { Refers = "territories" };
    public static readonly DateColumn From = new("from") { IsRequired = true };
    public static readonly DateColumn Until = new("until");
    public static readonly MoneyColumn Amount = new("amount") { IsRequired = true };
    public static readonly TextColumn Currency = new("currency");

    public static readonly MarketTable Table = new("quotas", [Rep, Territory, From], Rep, Territory, From, Until, Amount, Currency);
}

/// <summary>Facts about areas: one row an area and measure. Files have one column a measure; import turns them.</summary>
public static class AreaFacts
{
    public static readonly TextColumn Area = new("area") { IsRequired = true };
    public static readonly TextColumn Measure = new("measure") { IsRequired = true };
    public static readonly NumberColumn Value = new("value") { IsRequired = true };

    public static readonly MarketTable Table = new("area_facts", [Area, Measure], Area, Measure, Value);
}
