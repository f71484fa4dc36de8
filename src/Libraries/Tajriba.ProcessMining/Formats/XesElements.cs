using System.Runtime.CompilerServices;

namespace Tajriba.ProcessMining;

/// <summary>Names and types of <see cref="XesElement"/>.</summary>
internal static class XesElements
{
    [MethodImpl(Compile.AtOnce)]
    public static XesElement Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("id"u8) => XesElement.Id,
        3 when name.SequenceEqual("int"u8) => XesElement.Int,
        3 when name.SequenceEqual("log"u8) => XesElement.Log,
        4 when name.SequenceEqual("date"u8) => XesElement.Date,
        4 when name.SequenceEqual("list"u8) => XesElement.List,
        5 when name.SequenceEqual("event"u8) => XesElement.Event,
        5 when name.SequenceEqual("trace"u8) => XesElement.Trace,
        5 when name.SequenceEqual("float"u8) => XesElement.Float,
        6 when name.SequenceEqual("string"u8) => XesElement.String,
        7 when name.SequenceEqual("boolean"u8) => XesElement.Boolean,
        9 when name.SequenceEqual("container"u8) => XesElement.Container,
        _ => XesElement.Other,
    };

    [MethodImpl(Compile.AtOnce)]
    public static AttributeType TypeOf(XesElement element) => element switch
    {
        XesElement.Date => AttributeType.Time,
        XesElement.Int => AttributeType.Integer,
        XesElement.Float => AttributeType.Real,
        XesElement.Boolean => AttributeType.Boolean,
        XesElement.Id => AttributeType.Identifier,
        _ => AttributeType.Text,
    };

    public static ReadOnlySpan<byte> NameOf(AttributeType type) => type switch
    {
        AttributeType.Time => "date"u8,
        AttributeType.Integer => "int"u8,
        AttributeType.Real => "float"u8,
        AttributeType.Boolean => "boolean"u8,
        AttributeType.Identifier => "id"u8,
        _ => "string"u8,
    };
}
