namespace Tajriba.Demo.Story;

/// <summary>Types of the objects that events concern; the name in lower case is the log's object type.</summary>
public enum ObjectKind
{
    None,
    Customer,
    Lead,
    Application,
    Order,
    Vehicle,
    Visit,
    Complaint,
    Session,
    Employee,
    Request,
    Unit,
    Survey,
}
