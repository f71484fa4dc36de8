using System.Text.Json.Serialization;

namespace Tajriba.Experience.Surveys.Call;

/// <summary>An object that an answer is about.</summary>
/// <param name="Type">Such as <c>visit</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Qualifier">Its part in it, or empty.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CallObject(string Type, string Id, string Qualifier = "");
