using System.Security.Cryptography;
using System.Text;

namespace Bailiwick.Storage;

/// <summary>SHA-256 in lower case hexadecimal digits: equal ones, equal content.</summary>
internal static class Fingerprint
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));
}
