namespace Tajriba.Touchpoints.Capture.Collect;

/// <param name="Sent">The bytes on the wire.</param>
/// <param name="Text">The JSON text in them.</param>
internal sealed record ReadBody(byte[] Sent, ReadOnlyMemory<byte> Text);
