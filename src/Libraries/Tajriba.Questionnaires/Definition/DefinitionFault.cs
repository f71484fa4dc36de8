namespace Tajriba.Questionnaires;

/// <summary>One thing wrong in a definition.</summary>
/// <param name="Path">Where, as a JSON path: <c>$.pages[0].elements[2].visibleIf</c>.</param>
/// <param name="Code">What, one of <see cref="DefinitionFaultCode"/>; rooms give the words.</param>
/// <param name="Arguments">What the words need: the value met, the limit, the position in an expression.</param>
public sealed record DefinitionFault(string Path, DefinitionFaultCode Code, IReadOnlyList<string> Arguments);
