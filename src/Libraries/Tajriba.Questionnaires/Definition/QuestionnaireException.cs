namespace Tajriba.Questionnaires;

/// <summary>A definition that cannot be used, with everything wrong in it.</summary>
public sealed class QuestionnaireException : FormatException
{
    internal QuestionnaireException(IReadOnlyList<DefinitionFault> faults)
        : base(string.Join("; ", faults.Take(5).Select(fault => $"{fault.Path}: {fault.Code} {string.Join(", ", fault.Arguments)}")))
        => Faults = faults;

    /// <summary>All faults, in the order of the definition.</summary>
    public IReadOnlyList<DefinitionFault> Faults { get; }
}
