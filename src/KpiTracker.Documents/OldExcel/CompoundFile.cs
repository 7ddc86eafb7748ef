using System.Buffers.Binary;
using System.Text;
using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.OldExcel;

/// <summary>The file system inside an old Office file (OLE2): sectors in chains, and a directory of streams.</summary>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int ListedInHeader = 109;
    private const uint LastSector = 0xFFFFFFFA;
    private const byte StreamEntry = 2;
    private const byte RootEntry = 5;

    private readonly byte[] _file;
    private readonly int _sector;
    private readonly List<uint> _next = [];

    public CompoundFile(byte[] file)
    {
        _file = file;
        _sector = 1 << Math.Clamp((int)U16(file, 30), 7, 12);
        var listed = new List<uint>();
        for (var i = 0; i < ListedInHeader; i++)
        {
            listed.Add(U32(file, 76 + (i * 4)));
        }

        // Beyond 109 the list of the table's sectors goes on in sectors of its own, the last number of each naming the next.
        var more = U32(file, 68);
        for (var left = file.Length / _sector; more < LastSector && left > 0; left--)
        {
            var at = At(more);
            for (var i = 0; i < (_sector / 4) - 1; i++)
            {
                listed.Add(U32(file, at + (i * 4)));
            }

            more = U32(file, at + _sector - 4);
        }

        foreach (var sector in listed.Where(s => s < LastSector))
        {
            var at = At(sector);
            for (var i = 0; i < _sector / 4; i++)
            {
                _next.Add(U32(file, at + (i * 4)));
            }
        }
    }

    /// <returns>The first stream that bears one of the names; <c>null</c> when there is none.</returns>
    /// <exception cref="GateRefusal">A chain leads out of the file or round in a circle.</exception>
    public byte[]? Find(params ReadOnlySpan<string> names)
    {
        var directory = Chain(U32(_file, 48), _file.Length);
        for (var at = 0; at + EntryLength <= directory.Length; at += EntryLength)
        {
            var length = Math.Clamp(U16(directory, at + 64) - 2, 0, 62);
            if (directory[at + 66] == StreamEntry && names.Contains(Encoding.Unicode.GetString(directory, at, length)))
            {
                return Read(directory, U32(directory, at + 116), U32(directory, at + 120));
            }
        }

        return null;
    }

    private byte[] Read(byte[] directory, uint first, uint size)
    {
        if (size >= U32(_file, 56))
        {
            return Chain(first, size);
        }

        // Small streams share one stream, cut into small sectors with a table of their own.
        var root = Enumerable.Range(0, directory.Length / EntryLength).First(i => directory[(i * EntryLength) + 66] == RootEntry) * EntryLength;
        var shared = Chain(U32(directory, root + 116), U32(directory, root + 120));
        var table = Chain(U32(_file, 60), _file.Length);
        var small = 1 << Math.Clamp((int)U16(_file, 32), 4, 10);
        var stream = new MemoryStream();
        for (var sector = first; sector < LastSector && stream.Length < size; sector = U32(table, checked((int)sector * 4)))
        {
            stream.Write(shared, checked((int)sector * small), Math.Min(small, shared.Length - ((int)sector * small)));
        }

        return stream.ToArray();
    }

    private byte[] Chain(uint first, long size)
    {
        var stream = new MemoryStream();
        for (var sector = first; sector < LastSector && stream.Length < size; sector = _next[checked((int)sector)])
        {
            var at = At(sector);
            stream.Write(_file, at, Math.Min(_sector, _file.Length - at));
            if (stream.Length > _file.Length)
            {
                throw new GateRefusal(UnreadableReason.Damaged);
            }
        }

        return stream.ToArray();
    }

    private int At(uint sector)
    {
        var at = Math.Max(HeaderLength, _sector) + (sector * (long)_sector);
        return at < _file.Length ? (int)at : throw new GateRefusal(UnreadableReason.Damaged);
    }

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
