using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Packages;

/// <summary>Writes a zip part by part; a part of another zip is taken over as it is packed, byte for byte.</summary>
/// <param name="output">Must seek: a part's sizes are known only after it.</param>
internal sealed class PackageWriter(Stream output)
{
    private const uint LocalSignature = 0x04034B50;
    private const uint EntrySignature = 0x02014B50;
    private const uint EndSignature = 0x06054B50;
    private const int LocalLength = 30;
    private const int EntryLength = 46;
    private const int EndLength = 22;
    private const ushort Version = 20;
    private const ushort NamesInUtf8 = 0x800;

    /// <summary>1 January 1980, the first day a zip knows: the same work gives the same bytes.</summary>
    private const ushort FirstDay = 0x21;

    private readonly List<(ZipPart Part, long At)> _parts = [];

    public void Copy(byte[] file, ZipPart part)
    {
        Start(part);
        output.Write(file, part.Start, part.Packed);
    }

    public void Write(string name, Action<Stream> write)
    {
        var at = Start(new ZipPart(name, 0, 0, 0, 0, IsStored: false));
        var from = output.Position;
        uint crc;
        long unpacked;
        using (var packing = new DeflateStream(output, CompressionLevel.Fastest, leaveOpen: true))
        {
            using var counting = new CountingStream(packing);
            write(counting);
            counting.Flush();
            (crc, unpacked) = (counting.Crc, counting.Count);
        }

        var end = output.Position;
        var part = new ZipPart(name, 0, (int)(end - from), (int)unpacked, crc, IsStored: false);
        _parts[^1] = (part, at);
        output.Position = at;
        output.Write(Local(part));
        output.Position = end;
    }

    /// <summary>Writes the directory. Nothing is added after it.</summary>
    public void Finish()
    {
        var from = output.Position;
        foreach (var (part, at) in _parts)
        {
            output.Write(Entry(part, at));
        }

        var size = output.Position - from;
        Span<byte> end = stackalloc byte[EndLength];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)_parts.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)_parts.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)size);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], (uint)from);
        output.Write(end);
    }

    private long Start(ZipPart part)
    {
        var at = output.Position;
        _parts.Add((part, at));
        output.Write(Local(part));
        return at;
    }

    private static byte[] Local(ZipPart part)
    {
        var name = Encoding.UTF8.GetBytes(part.Name);
        var head = new byte[LocalLength + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(head, LocalSignature);
        Describe(head.AsSpan(4), part, name.Length);
        name.CopyTo(head, LocalLength);
        return head;
    }

    private static byte[] Entry(ZipPart part, long at)
    {
        var name = Encoding.UTF8.GetBytes(part.Name);
        var entry = new byte[EntryLength + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(entry, EntrySignature);
        BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(4), Version);
        Describe(entry.AsSpan(6), part, name.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(42), (uint)at);
        name.CopyTo(entry, EntryLength);
        return entry;
    }

    /// <summary>What a part's head and its line in the directory both say, in the same order.</summary>
    private static void Describe(Span<byte> into, ZipPart part, int nameLength)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(into, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(into[2..], NamesInUtf8);
        BinaryPrimitives.WriteUInt16LittleEndian(into[4..], part.IsStored ? (ushort)0 : (ushort)8);
        BinaryPrimitives.WriteUInt16LittleEndian(into[8..], FirstDay);
        BinaryPrimitives.WriteUInt32LittleEndian(into[10..], part.Crc);
        BinaryPrimitives.WriteInt32LittleEndian(into[14..], part.Packed);
        BinaryPrimitives.WriteInt32LittleEndian(into[18..], part.Unpacked);
        BinaryPrimitives.WriteUInt16LittleEndian(into[22..], (ushort)nameLength);
    }

    private sealed class CountingStream(Stream inner) : Stream
    {
        public uint Crc { get; private set; }

        public long Count { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Count;

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Crc = Crc32.Append(Crc, buffer);
            Count += buffer.Length;
            inner.Write(buffer);
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
