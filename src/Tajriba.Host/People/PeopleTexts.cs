namespace Tajriba.Host.People;

/// <summary>Names the texts of the pages about people, units, roles and the audit trail.</summary>
public sealed class PeopleTexts
{
    private PeopleTexts()
    {
    }
}
