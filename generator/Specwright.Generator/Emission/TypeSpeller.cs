using System.Text;
using Specwright.Planning;

namespace Specwright.Emission;

/// <summary>Spells type names for one file and remembers which usings they need.</summary>
/// <remarks>
/// Full names (<c>global::System.Guid</c>) become short where no generated type has the same name. Usings stand inside the namespace, so that a
/// type of the user's parent namespace cannot capture a short name either.
/// </remarks>
internal sealed class TypeSpeller
{
    private const string Root = "global::";

    private readonly FileContext _file;
    private readonly HashSet<string> _shadowedNames;
    private readonly HashSet<string> _memberNames;
    private readonly SortedSet<string> _usings;

    public TypeSpeller(FileContext file)
        : this(file, [], new SortedSet<string>(StringComparer.Ordinal))
    {
    }

    private TypeSpeller(FileContext file, IEnumerable<string> memberNames, SortedSet<string> usings)
    {
        _file = file;
        _shadowedNames = new(file.ShadowedNames, StringComparer.Ordinal);
        _memberNames = new(memberNames, StringComparer.Ordinal);
        _usings = usings;
    }

    /// <summary>Namespaces needed so far, in ordinal order.</summary>
    public IEnumerable<string> Usings => _usings;

    /// <summary>The speller for the inside of a type; usings go to the same file.</summary>
    /// <param name="memberNames">Members of the type: a property <c>Currency</c> hides the type <c>Currency</c> in <c>Currency.Read(…)</c>.</param>
    public TypeSpeller Inside(IEnumerable<string> memberNames) => new(_file, memberNames, _usings);

    /// <summary>Asks for a namespace whose extension methods are called.</summary>
    public void Use(string @namespace) => _usings.Add(@namespace);

    /// <summary>A type where only a type can stand: a declaration, a type argument, <c>typeof</c>, <c>new</c>.</summary>
    /// <param name="name">As in <see cref="TypeReference"/>, with type arguments and <c>?</c>.</param>
    public string Spell(string name)
    {
        var spelled = new StringBuilder(name.Length);
        var index = 0;
        while (index < name.Length)
        {
            if (!IsNamePart(name[index]))
            {
                spelled.Append(name[index++]);
                continue;
            }

            var start = index;
            while (index < name.Length && IsNamePart(name[index]))
            {
                index++;
            }

            spelled.Append(Shorten(name.Substring(start, index - start)));
        }

        return spelled.ToString();
    }

    /// <summary>A type whose static member is called: the simple name must not be one of the members around.</summary>
    public string SpellReceiver(string name)
    {
        var spelled = Spell(name);
        var end = 0;
        while (end < spelled.Length && IsNamePart(spelled[end]) && spelled[end] is not ('.' or ':'))
        {
            end++;
        }

        if (!_memberNames.Contains(spelled.Substring(0, end)))
        {
            return spelled;
        }

        if (!name.StartsWith(Root, StringComparison.Ordinal))
        {
            return Root + _file.Namespace + "." + spelled;
        }

        var arguments = name.IndexOf('<');
        return arguments < 0 ? name : name.Substring(0, arguments) + Spell(name.Substring(arguments));
    }

    /// <summary>An attribute without its suffix: <c>GeneratedCode</c>.</summary>
    public string SpellAttribute(string name)
    {
        const string Suffix = "Attribute";
        var simple = SimpleNameOf(name);
        var brief = simple.Substring(0, simple.Length - Suffix.Length);
        if (_shadowedNames.Contains(brief) || _shadowedNames.Contains(simple))
        {
            return name;
        }

        _usings.Add(NamespaceOf(name));
        return brief;
    }

    private static bool IsNamePart(char character) => character is not ('<' or '>' or ',' or ' ' or '?' or '[' or ']' or '(' or ')');

    private static string SimpleNameOf(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static string NamespaceOf(string name) => name.Substring(Root.Length, name.LastIndexOf('.') - Root.Length);

    private string Shorten(string name)
    {
        if (!name.StartsWith(Root, StringComparison.Ordinal))
        {
            return name;
        }

        var simple = SimpleNameOf(name);
        if (_shadowedNames.Contains(simple))
        {
            return name;
        }

        _usings.Add(NamespaceOf(name));
        return simple;
    }
}
