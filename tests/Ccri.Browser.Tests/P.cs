namespace Ccri.Browser.Tests; public sealed class Placeholder;
