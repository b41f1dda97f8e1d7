using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Specwright;

/// <summary>
/// Adds sources before the compilation that other generators see, where the compiler can: <c>RegisterPreCompilationSourceOutput</c>, experimental in Roslyn 5.9 (.NET SDK 10.0.4xx).
/// A user's <c>JsonSerializerContext</c> may then name our types in the same project.
/// </summary>
/// <remarks>
/// The generator is built against Roslyn 4.8 and must load there, so the method is looked up. Whatever about it is not as expected,
/// the compiler counts as one that lacks it: sources are then added the ordinary way, and only other generators miss them.
/// </remarks>
internal static class PreCompilationOutput
{
    private const string MethodName = "RegisterPreCompilationSourceOutput";

    /// <summary>How <c>AddSource</c> of the output's context is called; a struct is passed by reference, for a delegate over its copy would box it for each file.</summary>
    private delegate void AddSource<TContext>(ref TContext context, string hintName, SourceText text);

    /// <param name="context">Of the generator.</param>
    /// <param name="values">Must not come from a compilation or from syntax: the compiler refuses that at run time.</param>
    /// <param name="produce">The hint name and the text of a value's file.</param>
    /// <returns>False: this compiler cannot, and nothing was registered.</returns>
    public static bool TryRegister<T>(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<T> values, Func<T, (string HintName, SourceText Text)> produce)
    {
        if (Find<T>(typeof(IncrementalGeneratorInitializationContext)) is not { } found)
        {
            return false;
        }

        try
        {
            found.Register.Invoke(context, [values, ActionOf(found.AddSource, produce)]);
            return true;
        }
        catch (Exception exception) when (exception is TargetInvocationException or ArgumentException or MemberAccessException)
        {
            // The compiler has the method and does not let itself be asked.
            return false;
        }
    }

    /// <summary>The method, made for values of <typeparamref name="T"/>, and the <c>AddSource</c> of its context; null where there is none or it is another one than we know.</summary>
    /// <param name="initializationContext">The type that has the method.</param>
    internal static (MethodInfo Register, MethodInfo AddSource)? Find<T>(Type initializationContext)
    {
        foreach (var method in initializationContext.GetMethods(BindingFlags.Instance | BindingFlags.Public))
        {
            if (method.Name == MethodName
                && method.IsGenericMethodDefinition
                && method.GetGenericArguments() is { Length: 1 } arguments
                && arguments[0].GetGenericParameterConstraints().Length == 0
                && method.MakeGenericMethod(typeof(T)) is var register
                && ContextOf<T>(register.GetParameters())?.GetMethod("AddSource", [typeof(string), typeof(SourceText)]) is { } addSource
                && addSource.ReturnType == typeof(void))
            {
                return (register, addSource);
            }
        }

        return null;
    }

    /// <summary>The <c>TContext</c> of <c>(IncrementalValuesProvider&lt;T&gt;, Action&lt;TContext, T&gt;)</c>, a struct; null for other parameters, such as those of the overload for a single value.</summary>
    private static Type? ContextOf<T>(ParameterInfo[] parameters)
    {
        if (parameters.Length != 2
            || parameters[0].ParameterType != typeof(IncrementalValuesProvider<T>)
            || !parameters[1].ParameterType.IsConstructedGenericType
            || parameters[1].ParameterType.GetGenericTypeDefinition() != typeof(Action<,>))
        {
            return null;
        }

        var arguments = parameters[1].ParameterType.GetGenericArguments();
        return arguments[0].IsValueType && arguments[1] == typeof(T) ? arguments[0] : null;
    }

    private static object ActionOf<T>(MethodInfo addSource, Func<T, (string HintName, SourceText Text)> produce) =>
        typeof(PreCompilationOutput)
            .GetMethod(nameof(Adding), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(addSource.DeclaringType!, typeof(T))
            .Invoke(null, [addSource, produce])!;

    private static Action<TContext, T> Adding<TContext, T>(MethodInfo addSource, Func<T, (string HintName, SourceText Text)> produce)
        where TContext : struct
    {
        var add = (AddSource<TContext>)addSource.CreateDelegate(typeof(AddSource<TContext>));
        return (context, value) =>
        {
            var (hintName, text) = produce(value);
            add(ref context, hintName, text);
        };
    }
}
