using System.Xml;
using KpiTracker.Documents.Annotated;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.OldExcel;

namespace KpiTracker.Documents.Isolation;

/// <summary>The work that the product does in a child process of itself. These verbs are for <see cref="IsolatedWork"/> alone and stand in no usage text.</summary>
public static class IsolatedVerbs
{
    internal const string Annotate = "isolated-annotate";
    internal const string ConvertOldExcel = "isolated-convert";

    internal const int Done = 0;

    /// <summary>The name of the <see cref="UnreadableReason"/> stands on the output.</summary>
    internal const int Refused = 3;

    /// <summary>Called before anything else is built, so that a child is at work within a tenth of a second.</summary>
    /// <returns>The exit code; <c>null</c> when the arguments are none of these verbs.</returns>
    public static int? Run(string[] args) => args switch
    {
        [Annotate, var input, var output] => Ended(() => MarkedWorkbook.Write(File.ReadAllBytes(input), AnnotationRequest.Read(Console.OpenStandardInput()), output)),
        [ConvertOldExcel, var input, var output] => Ended(() => File.WriteAllBytes(output, OldWorkbook.Convert(File.ReadAllBytes(input)))),
        _ => null,
    };

    private static int Ended(Action work)
    {
        try
        {
            work();
            return Done;
        }
        catch (GateRefusal refusal)
        {
            return Say(refusal.Reason);
        }
        catch (OutOfMemoryException)
        {
            return Say(UnreadableReason.TooComplex);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            return Say(UnreadableReason.Damaged);
        }
    }

    private static int Say(UnreadableReason reason)
    {
        Console.Out.WriteLine(reason);
        return Refused;
    }
}
