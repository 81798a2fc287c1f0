using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Bailiwick.Geography;

namespace Bailiwick.Web.Api;

/// <summary>A boundary set's map file, ready to send.</summary>
/// <param name="Tag">Fingerprint of the content.</param>
/// <param name="Plain">GeoJSON.</param>
/// <param name="Brotli">The same, compressed.</param>
/// <param name="Gzip">The same, compressed for older programs.</param>
internal sealed record BoundaryMap(string Tag, byte[] Plain, byte[] Brotli, byte[] Gzip);

/// <summary>The map files of boundary sets, each written and compressed once.</summary>
internal sealed class BoundaryMaps
{
    private readonly ConcurrentDictionary<BoundarySet, Lazy<BoundaryMap>> kept = new(ReferenceEqualityComparer.Instance);

    public BoundaryMap Of(BoundarySet set) => kept.GetOrAdd(set, _ => new Lazy<BoundaryMap>(() => Write(set))).Value;

    private static BoundaryMap Write(BoundarySet set)
    {
        using var written = new MemoryStream();
        set.WriteMap(written);
        byte[] plain = written.ToArray();
        return new BoundaryMap(
            Convert.ToHexStringLower(SHA256.HashData(plain))[..16],
            plain,
            Compress(plain, inner => new BrotliStream(inner, CompressionLevel.Optimal)),
            Compress(plain, inner => new GZipStream(inner, CompressionLevel.Fastest)));
    }

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> compression)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = compression(compressed))
        {
            stream.Write(plain);
        }

        return compressed.ToArray();
    }
}
