namespace Ccri.Web.Charts;

/// <summary>What a shape means; <see cref="ChartPalette"/> says what that looks like.</summary>
internal enum Paint
{
    Main,
    Light,
    Track,
    Gap,
    Hatch,
    Grid,
    Line,
    Halo,
    Hollow,
    Slip,
    Done,
    Late,
    Sign,

    /// <summary>The shapes of a status, in charts that only reports show.</summary>
    Fine,

    /// <inheritdoc cref="Fine"/>
    Alarm,

    /// <inheritdoc cref="Fine"/>
    Unknown,
}

public enum Tone
{
    Plain,
    Muted,
    Strong,

    /// <summary>"12 days late": the one coloured word, always bold.</summary>
    Late,
}

/// <summary>On the page a class that app.css gives a token of light and dark; on paper the literal values of the light theme.</summary>
internal static class ChartPalette
{
    public static string Attributes(Paint paint, ChartLook look) => look.ClassName is not null ? $"class=\"{paint.ToString().ToLowerInvariant()}\"" : paint switch
    {
        Paint.Main => "fill=\"#0b3ea8\"",
        Paint.Light => "fill=\"#d9e4f8\" stroke=\"#0b3ea8\" stroke-width=\"0.7\"",
        Paint.Track => "fill=\"#eef1f5\"",
        Paint.Gap => "fill=\"#fff\" stroke=\"#7b8796\" stroke-width=\"0.6\"",
        Paint.Hatch => "fill=\"none\" stroke=\"#8b95a3\" stroke-width=\"0.7\"",
        Paint.Grid => "fill=\"none\" stroke=\"#dfe3e9\" stroke-width=\"0.5\"",
        Paint.Line => "fill=\"none\" stroke=\"#17202c\" stroke-width=\"1\"",
        Paint.Halo => "fill=\"none\" stroke=\"#fff\" stroke-width=\"3.2\"",
        Paint.Hollow => "fill=\"#fff\" stroke=\"#566172\" stroke-width=\"0.9\"",
        Paint.Slip => "fill=\"none\" stroke=\"#566172\" stroke-width=\"0.9\"",
        Paint.Done => "fill=\"#0b3ea8\" stroke=\"#fff\" stroke-width=\"0.8\"",
        Paint.Late => "fill=\"#8f0d24\" stroke=\"#fff\" stroke-width=\"0.8\"",
        Paint.Sign => "fill=\"none\" stroke=\"#fff\" stroke-width=\"1\" stroke-linecap=\"round\" stroke-linejoin=\"round\"",
        Paint.Fine => "fill=\"#007a8c\"",
        Paint.Alarm => "fill=\"#d26500\" stroke=\"#d26500\" stroke-width=\"0.8\" stroke-linejoin=\"round\"",
        Paint.Unknown => "fill=\"none\" stroke=\"#566172\" stroke-width=\"1\" stroke-dasharray=\"1.8 1.6\"",
        _ => throw new ArgumentOutOfRangeException(nameof(paint), paint, "This paint has no colour yet."),
    };

    public static string? Attributes(Tone tone, ChartLook look) => (tone, look.ClassName) switch
    {
        (Tone.Plain, _) => null,
        (_, not null) => $" class=\"{tone.ToString().ToLowerInvariant()}\"",
        (Tone.Muted, _) => " fill=\"#566172\"",
        (Tone.Strong, _) => " font-weight=\"600\"",
        _ => " fill=\"#8f0d24\" font-weight=\"600\"",
    };
}
