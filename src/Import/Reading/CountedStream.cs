namespace Bailiwick.Import.Reading;

/// <summary>Stops with an <see cref="InvalidDataException"/> when more comes than allowed, or less than the file says: a small file may unpack to a huge one, or be cut.</summary>
/// <param name="inner">The bytes.</param>
/// <param name="most">So many are allowed; null is no limit.</param>
/// <param name="whole">So many must come, modulo 2³²; null is not known.</param>
internal sealed class CountedStream(Stream inner, long? most, long? whole) : Stream
{
    private long count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        count += read;
        if (count > most)
        {
            throw new InvalidDataException("larger than allowed");
        }

        bool isEnd = read == 0 && buffer.Length > 0;
        return isEnd && whole is { } size && size != (count & uint.MaxValue) ? throw new InvalidDataException("it ends in the middle") : read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
