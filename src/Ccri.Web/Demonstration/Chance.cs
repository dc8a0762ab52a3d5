using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ccri.Web.Demonstration;

/// <summary>Numbers that look drawn by lot but follow from a name: the same on every machine, and not moved by what is added elsewhere.</summary>
internal sealed class Chance(string of)
{
    private ulong _state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(of)));

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>Both included.</summary>
    public int From(int least, int most) => least + Below(most - least + 1);

    public bool In(int percent) => Below(100) < percent;

    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>SplitMix64.</summary>
    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
