namespace Specwright.Fuzzing.Injection;

/// <summary>Texts that try to leave the comment or literal they are put into.</summary>
internal static class HostileTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "*/ class Evil {} /*",
        "\"\"\"; class Evil {} //",
        "\"); System.Environment.Exit(1); (\"",
        "\\\"); class Evil {} //",
        "line\u2028class Evil {}",
        "line\u2029class Evil {}",
        "line\u0085class Evil {}",
        "line\r\nclass Evil {}\r#error",
        "\n#line 1 \"x\"\n#error evil\n#pragma warning disable",
        "\n[assembly: System.Obsolete]\n",
        "{0} {{1}} {evil} {{{",
        "\u202Etxet\u202C \u2066x\u2069 \u200E\u200F\u061C",
        "</summary><evil/><see cref=\"Evil\"/><![CDATA[",
        "<!-- & ]]> &evil; <?xml <include file='x' path='y'/>",
        "\0\u0001\u001b\u007f\uFEFF\uFFFE",
        "${System.Environment.Exit(1)}$\"@\"",
        "'; class Evil {} //'",
        "```\n*/ fence\n```\n\n# heading\n\n- item\n\n\"\"\"",
    ];

    /// <summary>Each of them in one.</summary>
    public static string Everything { get; } = string.Join(' ', All);
}
