using System.Globalization;
using System.Text;
using System.Xml;

namespace Tajriba.ProcessMining.Discovery;

/// <summary>Writes process trees as BPMN 2.0 with a diagram, for editors and engines of other makers.</summary>
public static class BpmnXml
{
    private const string Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private const string Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";
    private const string Shapes = "http://www.omg.org/spec/DD/20100524/DC";
    private const string Edges = "http://www.omg.org/spec/DD/20100524/DI";

    /// <summary>Writes one process: tasks, exclusive and parallel gateways, a start and an end.</summary>
    /// <param name="tree">The model.</param>
    /// <param name="stream">Takes UTF-8 text; not closed.</param>
    /// <param name="name">The name of the process.</param>
    /// <exception cref="ArgumentException">A name holds characters that XML cannot carry.</exception>
    public static void Write(ProcessTree tree, Stream stream, string name = "process")
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        var diagram = new BpmnDiagram(tree);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartElement("bpmn", "definitions", Model);
        xml.WriteAttributeString("xmlns", "bpmndi", null, Diagram);
        xml.WriteAttributeString("xmlns", "dc", null, Shapes);
        xml.WriteAttributeString("xmlns", "di", null, Edges);
        xml.WriteAttributeString("id", "definitions");
        xml.WriteAttributeString("targetNamespace", "http://bpmn.io/schema/bpmn");
        WriteProcess(xml, diagram, name);
        WriteDiagram(xml, diagram);
        xml.WriteEndElement();
    }

    private static void WriteProcess(XmlWriter xml, BpmnDiagram diagram, string name)
    {
        xml.WriteStartElement("process", Model);
        xml.WriteAttributeString("id", "process");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("isExecutable", "false");
        foreach (var node in diagram.Nodes)
        {
            xml.WriteStartElement(node.Kind, Model);
            xml.WriteAttributeString("id", node.Id);
            if (node.Name is not null)
            {
                xml.WriteAttributeString("name", node.Name);
            }

            foreach (var flow in diagram.Flows.Where(flow => flow.To == node))
            {
                xml.WriteElementString("incoming", Model, flow.Id);
            }

            foreach (var flow in diagram.Flows.Where(flow => flow.From == node))
            {
                xml.WriteElementString("outgoing", Model, flow.Id);
            }

            xml.WriteEndElement();
        }

        foreach (var flow in diagram.Flows)
        {
            xml.WriteStartElement("sequenceFlow", Model);
            xml.WriteAttributeString("id", flow.Id);
            xml.WriteAttributeString("sourceRef", flow.From.Id);
            xml.WriteAttributeString("targetRef", flow.To.Id);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteDiagram(XmlWriter xml, BpmnDiagram diagram)
    {
        xml.WriteStartElement("BPMNDiagram", Diagram);
        xml.WriteAttributeString("id", "diagram");
        xml.WriteStartElement("BPMNPlane", Diagram);
        xml.WriteAttributeString("id", "plane");
        xml.WriteAttributeString("bpmnElement", "process");
        foreach (var node in diagram.Nodes)
        {
            xml.WriteStartElement("BPMNShape", Diagram);
            xml.WriteAttributeString("id", node.Id + "_shape");
            xml.WriteAttributeString("bpmnElement", node.Id);
            xml.WriteStartElement("Bounds", Shapes);
            Number(xml, "x", node.X);
            Number(xml, "y", node.Y);
            Number(xml, "width", node.Width);
            Number(xml, "height", node.Height);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        foreach (var flow in diagram.Flows)
        {
            xml.WriteStartElement("BPMNEdge", Diagram);
            xml.WriteAttributeString("id", flow.Id + "_edge");
            xml.WriteAttributeString("bpmnElement", flow.Id);
            foreach (var (x, y) in flow.Points)
            {
                xml.WriteStartElement("waypoint", Edges);
                Number(xml, "x", x);
                Number(xml, "y", y);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
}
