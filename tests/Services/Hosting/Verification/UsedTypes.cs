using System.Reflection;
using System.Reflection.Emit;

namespace Inspectorates.Services.Tests.Hosting.Verification;

/// <summary>The types that the code of a namespace makes any use of: in its signatures, its fields and its instructions.</summary>
internal static class UsedTypes
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value & 0xffff);

    public static HashSet<Type> Of(Assembly assembly, string space)
    {
        var used = new HashSet<Type>();
        // Closures and state machines are types nested in those that wrote them, and are in the same namespace.
        foreach (var type in assembly.GetTypes().Where(type => type.Namespace is { } own && (own == space || own.StartsWith(space + ".", StringComparison.Ordinal))))
        {
            Add(type.BaseType);
            Array.ForEach(type.GetInterfaces(), Add);
            Array.ForEach(type.GetFields(All), field => Add(field.FieldType));
            foreach (var method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)))
                AddMethod(method);
        }

        return used;

        void AddMethod(MethodBase method)
        {
            AddSignature(method);
            if (method.GetMethodBody() is not { } body)
                return;
            foreach (var local in body.LocalVariables)
                Add(local.LocalType);
            foreach (var member in Members(method, body.GetILAsByteArray()!))
                AddMember(member);
        }

        void AddSignature(MethodBase method)
        {
            Array.ForEach(method.GetParameters(), parameter => Add(parameter.ParameterType));
            if (method is MethodInfo { ReturnType: var returned })
                Add(returned);
            if (method is MethodInfo { IsGenericMethod: true })
                Array.ForEach(method.GetGenericArguments(), Add);
        }

        void AddMember(MemberInfo member)
        {
            Add(member as Type ?? member.DeclaringType);
            if (member is FieldInfo field)
                Add(field.FieldType);
            if (member is MethodBase method)
                AddSignature(method);
        }

        void Add(Type? type)
        {
            if (type is null || type.IsGenericParameter || !used.Add(type))
                return;
            if (type.HasElementType)
                Add(type.GetElementType());
            Array.ForEach(type.GetGenericArguments(), Add);
        }
    }

    private static IEnumerable<MemberInfo> Members(MethodBase method, byte[] code)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var opCode = OpCodesByValue[code[at] == 0xfe ? 0xfe00 | code[at + 1] : code[at]];
            at += opCode.Size;
            if (opCode.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments)!;
            at += opCode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }
}
