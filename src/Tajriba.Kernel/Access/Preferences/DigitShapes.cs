namespace Tajriba.Kernel.Access;

public enum DigitShapes
{
    /// <summary>0-9.</summary>
    Latin,

    /// <summary>The language's own: ۰-۹ in Persian, ٠-٩ in Arabic, 0-9 in English.</summary>
    Native,
}
