namespace Tajriba.Questionnaires;

/// <summary>JavaScript's null, where no reference at all means its undefined: an empty list equals the one and not the other.</summary>
internal sealed class Null
{
    public static readonly Null Value = new();

    private Null()
    {
    }
}
