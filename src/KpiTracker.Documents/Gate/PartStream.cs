using System.IO.Compression;

namespace KpiTracker.Documents.Gate;

/// <summary>Unpacks one part while counting: no more bytes than the directory said, the checksum right, no endless text, the time kept.</summary>
/// <param name="isMarkup">Whether the part is XML; else there are no texts in it to be endless.</param>
internal sealed class PartStream(byte[] file, ZipPart part, ReadingClock clock, bool isMarkup = true) : Stream
{
    private readonly Stream _bytes = part.IsStored
        ? new MemoryStream(file, part.Start, part.Packed, writable: false)
        : new DeflateStream(new MemoryStream(file, part.Start, part.Packed, writable: false), CompressionMode.Decompress);

    private long _read;
    private int _sinceTag;
    private uint _crc;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (clock.IsOver)
        {
            throw new GateRefusal(UnreadableReason.TooSlow);
        }

        var read = _bytes.Read(buffer);
        if (read == 0)
        {
            return _read == part.Unpacked && _crc == part.Crc ? 0 : throw new GateRefusal(UnreadableReason.Damaged);
        }

        _read += read;
        if (_read > part.Unpacked)
        {
            throw new GateRefusal(UnreadableReason.UnpacksTooLarge);
        }

        Watch(buffer[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _bytes.Dispose();
        base.Dispose(disposing);
    }

    private void Watch(ReadOnlySpan<byte> bytes)
    {
        _crc = Crc32.Append(_crc, bytes);

        // A single text or attribute is held in memory whole by the XML reader; one of many megabytes is no report's.
        var tag = bytes.LastIndexOf((byte)'<');
        _sinceTag = tag >= 0 ? bytes.Length - tag : _sinceTag + bytes.Length;
        if (isMarkup && _sinceTag > GateLimits.BytesBetweenTags)
        {
            throw new GateRefusal(UnreadableReason.TooComplex);
        }
    }
}
