namespace Bailiwick.Measures;

/// <summary>Work on many threads whose results come in the order of what went in.</summary>
public static class InOrder
{
    /// <summary>Each item's result, in order. Only so many items are under way at once as there are processors, and one more, so memory stays bounded.</summary>
    /// <param name="items">What goes in; asked for on the caller's thread.</param>
    /// <param name="work">Run on any thread. Its exceptions come out where its result would.</param>
    public static IEnumerable<TOut> Select<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work)
    {
        var under = new Queue<Task<TOut>>();
        try
        {
            foreach (TIn item in items)
            {
                under.Enqueue(Task.Run(() => work(item)));
                if (under.Count > Environment.ProcessorCount)
                {
                    yield return under.Dequeue().GetAwaiter().GetResult();
                }
            }

            while (under.Count > 0)
            {
                yield return under.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            // Nobody is to work on when the caller has left.
            Task.WhenAll(under).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        }
    }
}
