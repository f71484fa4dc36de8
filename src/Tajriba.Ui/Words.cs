namespace Tajriba.Ui;

/// <summary>Names the resource files of the words that every room shares: Save, Cancel, Search. Inject <c>IStringLocalizer&lt;Words&gt;</c>.</summary>
public sealed class Words
{
    private Words()
    {
    }
}
