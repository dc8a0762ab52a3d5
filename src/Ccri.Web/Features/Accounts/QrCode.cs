using System.Globalization;
using System.Text;
using QRCoder;

namespace Ccri.Web.Features.Accounts;

/// <summary>The dark squares of a QR code as one SVG path, without the style attributes that our policy forbids.</summary>
/// <param name="Size">Width and height in squares, with the quiet border that readers need.</param>
public sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in data.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }
        return new QrCode(data.ModuleMatrix.Count, path.ToString());
    }
}
