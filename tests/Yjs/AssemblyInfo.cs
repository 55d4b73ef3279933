// Tests of memory and of time would measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
