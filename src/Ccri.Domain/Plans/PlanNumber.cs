using System.Text;

namespace Ccri.Domain.Plans;

/// <summary>The numbers that a plan gives to its actions and projects, in the order people count: 3.2 before 3.10, M9 before M14.</summary>
public static class PlanNumber
{
    /// <summary>Longer than any number that a plan gives.</summary>
    private const int Digits = 20;

    /// <summary>A text that sorts by code as the number counts.</summary>
    public static string Key(string number)
    {
        var key = new StringBuilder();
        for (var at = 0; at < number.Length;)
        {
            var end = at;
            while (end < number.Length && char.IsAsciiDigit(number[end]))
                end++;
            if (end == at)
                key.Append(char.ToUpperInvariant(number[at++]));
            else
                (key, at) = (key.Append(number[at..end].PadLeft(Digits, '0')), end);
        }
        return key.ToString();
    }
}
