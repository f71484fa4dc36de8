using System.Text;

namespace Tajriba.ProcessMining.Discovery;

/// <summary>Recursive descent over the one-line notation of process trees.</summary>
internal sealed class ProcessTreeParser(string text)
{
    private int at;

    public ProcessTree Parse()
    {
        var tree = Node();
        SkipSpace();
        return at == text.Length ? tree : throw Error("the end");
    }

    private ProcessTree Node()
    {
        SkipSpace();
        if (at == text.Length)
        {
            throw Error("a tree");
        }

        if (text[at] == '\'')
        {
            return ProcessTree.Leaf(Name());
        }

        if (Take("tau"))
        {
            return ProcessTree.Tau;
        }

        if (Take("->"))
        {
            return ProcessTree.Sequence(Children());
        }

        if (Take("X"))
        {
            return ProcessTree.Choice(Children());
        }

        if (Take("+"))
        {
            return ProcessTree.Parallel(Children());
        }

        if (!Take("*"))
        {
            throw Error("an operator, a quoted name or tau");
        }

        var children = Children();
        return children.Count switch
        {
            1 => ProcessTree.Loop(children[0], ProcessTree.Tau),
            2 => ProcessTree.Loop(children[0], children[1]),
            _ => ProcessTree.Loop(children[0], ProcessTree.Choice(children.Skip(1))),
        };
    }

    private List<ProcessTree> Children()
    {
        Expect('(');
        var children = new List<ProcessTree> { Node() };
        SkipSpace();
        while (at < text.Length && text[at] == ',')
        {
            at++;
            children.Add(Node());
            SkipSpace();
        }

        Expect(')');
        return children;
    }

    private string Name()
    {
        var name = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '\'')
            {
                at++;
                return name.ToString();
            }

            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            name.Append(text[at]);
        }

        throw Error("a closing quote");
    }

    private bool Take(string token)
    {
        if (string.CompareOrdinal(text, at, token, 0, token.Length) != 0)
        {
            return false;
        }

        at += token.Length;
        return true;
    }

    private void Expect(char sign)
    {
        SkipSpace();
        if (at == text.Length || text[at] != sign)
        {
            throw Error($"'{sign}'");
        }

        at++;
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private FormatException Error(string expected) => new($"Expected {expected} at position {at} of the process tree.");
}
