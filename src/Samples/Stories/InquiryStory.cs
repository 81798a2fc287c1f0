using Bailiwick.Measures;

namespace Bailiwick.Samples.Stories;

/// <summary>The inquiries around an account that was no customer before: none, one or two.</summary>
/// <remarks>
/// Whether an inquiry converts is drawn from what is known of the asker alone. One that converts is the account's own and is tied to it;
/// of the others about half come from another company of the same industry, size and place: a lead that never became an account.
/// </remarks>
internal sealed class InquiryStory(PlantedFacts facts, SampleOptions options)
{
    private readonly int first = options.From.DayNumber;
    private readonly int last = options.Until.DayNumber;

    public void Tell(AccountStory story, Chance chance)
    {
        bool wasCustomerBefore = story.Since < first;
        double draw = chance.NextDouble();
        int count = wasCustomerBefore || draw < 0.25 ? 0 : draw < 0.65 ? 1 : 2;
        for (int at = 0; at < count; at++)
        {
            // The account's own inquiry comes before the first deal; another comes at any time.
            bool leads = at == 0 && story.Deals.Count > 0;
            int wait = 5 + chance.Next(70);
            int created = leads ? story.Deals[0].Created - wait : first + chance.Next(last - first + 1);
            int source = at == 0 ? story.Source : Catalogue.DrawSource(chance);
            double likelihood = Logistic.Of(
                PlantedFacts.LeadIntercept
                + facts.DealBySource[source]
                + facts.DealByTier[story.Tier]
                + (story.Region < 0 ? 0 : facts.LeadByRegion[story.Region]));
            bool wouldConvert = chance.NextDouble() < likelihood;
            bool isDecided = created + wait <= last;
            bool isConverted = isDecided && wouldConvert;
            // Drawn in either case, so that one outcome does not move the draws that follow.
            bool isOwn = isConverted | chance.NextDouble() < 0.5;
            story.Inquiries.Add(new Inquiry(created, isDecided ? created + wait : null, isConverted, isOwn, Catalogue.DrawProduct(chance), source, likelihood));
        }
    }
}
