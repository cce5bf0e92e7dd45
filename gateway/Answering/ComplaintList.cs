using Inspectorates.Joint.V1;
using Inspectorates.Reference;
using Complaint = Inspectorates.Joint.V1.Complaint;
using ComplaintPlace = Inspectorates.Joint.V1.ComplaintPlace;

namespace Inspectorates.Gateway.Answering;

/// <summary>What was complained of about joint inspection, and where it is answered, from the reference data: no inspectorate is asked.</summary>
internal static class ComplaintList
{
    /// <summary>All complaints, in the order of their numbers.</summary>
    public static ListComplaintsResponse Answer() => new() { Complaints = { Complaints.All.Select(Write) } };

    private static Complaint Write(Reference.Complaint complaint) => new()
    {
        Id = complaint.Id,
        Complaint_ = complaint.What,
        Concerns = complaint.Concerns,
        Sentence = complaint.Sentence,
        Contract = { complaint.Contract },
        Places = { complaint.Places.Select(place => new ComplaintPlace { Label = place.Label, Path = place.Path }) },
    };
}
