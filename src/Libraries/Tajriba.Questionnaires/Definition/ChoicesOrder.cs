namespace Tajriba.Questionnaires;

/// <summary>Order in which choices are shown.</summary>
public enum ChoicesOrder
{
    /// <summary>As written.</summary>
    None,

    /// <summary>By text.</summary>
    Asc,

    /// <summary>By text, backwards.</summary>
    Desc,

    /// <summary>By chance.</summary>
    Random,
}
