using Specwright.Reading.Text;

namespace Specwright.Reading;

/// <summary>
/// <c>x-specwright-hidden: true</c>: the client is made as if the description did not have this. <c>x-internal</c> is not heeded: it says who may read the
/// documentation, and those who may not call the operation are told by the server.
/// </summary>
internal static class Hiding
{
    public static bool Hides(ObjectNode node) => node.IsTrue("x-specwright-hidden");
}
