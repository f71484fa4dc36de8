namespace Tajriba.Questionnaires;

/// <summary>Types of elements, named as in SurveyJS (<c>matrixdropdown</c> …).</summary>
public enum ElementKind
{
#pragma warning disable CS1591 // The names are those of the format.
    Boolean,
    Checkbox,
    Comment,
    Dropdown,
    Expression,
    Html,
    Image,
    ImagePicker,
    Matrix,
    MatrixDropdown,
    MatrixDynamic,
    MultipleText,
    Panel,
    PanelDynamic,
    RadioGroup,
    Ranking,
    Rating,
    Slider,
    TagBox,
    Text,
#pragma warning restore CS1591
}
