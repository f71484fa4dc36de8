using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Ui;

namespace Tajriba.Experience.Indicators;

/// <summary>Makes the words of a reader who is not at hand; the language in which texts are looked up is the caller's to set.</summary>
public sealed class WordsFor(IStringLocalizer<IndicatorWords> texts, IUnits units, IEventCatalogue catalogue, CodeWords words)
{
    public IndicatorWords Of(Show show) => new(texts, show, units, catalogue, words);
}
