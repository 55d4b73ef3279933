namespace PartyRealtime.Yjs.Contents;

/// <summary>Values one after the other, a unit each.</summary>
internal abstract class ListContent<T>(List<T> values) : Content
{
    public List<T> Values { get; } = values;

    public override int Length => Values.Count;

    public override Content SliceFrom(int offset) => Make(Values.GetRange(offset, Values.Count - offset));

    public override Content Split(int offset)
    {
        var tail = SliceFrom(offset);
        Values.RemoveRange(offset, Values.Count - offset);
        Values.TrimExcess();
        return tail;
    }

    public override bool TryAppend(Content next)
    {
        if (next is not ListContent<T> list || list.Kind != Kind)
            return false;
        Values.AddRange(list.Values);
        return true;
    }

    protected abstract Content Make(List<T> values);
}
