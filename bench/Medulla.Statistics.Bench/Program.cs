using System.Diagnostics;
using System.Globalization;
using Medulla.Statistics.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var scripts = Path.GetFullPath(Path.Combine(Here.Folder(), "../peers"));
Console.WriteLine("| work | Medulla, s | R, s | times faster | aim | allocated |");
Console.WriteLine("|---|---|---|---|---|---|");
foreach (var contest in Contests.All.Where(contest =>
    args.Length == 0 || args.Any(word => contest.Name.Contains(word, StringComparison.OrdinalIgnoreCase))))
{
    using var data = new BenchData();
    var work = contest.Prepare(data);
    var value = work();
    var seconds = new List<double>();
    var allocated = GC.GetAllocatedBytesForCurrentThread();
    for (var repetition = 0; repetition < contest.Repetitions; repetition++)
    {
        var watch = Stopwatch.StartNew();
        value = work();
        seconds.Add(watch.Elapsed.TotalSeconds);
    }

    allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / contest.Repetitions;
    var mine = seconds.Order().ElementAt(seconds.Count / 2);
    var peers = Peer.Run(scripts, contest.Peer, data.Path);
    foreach (var peer in peers)
        if (contest.ValueTolerance is { } tolerance && peer.Value is { } theirs
            && !(Math.Abs(theirs - value) <= tolerance * Math.Max(1, Math.Abs(theirs))))
            Console.Error.WriteLine($"{contest.Name}: Medulla gives {value}, {peer.Label} {theirs}.");
    var reached = peers.FirstOrDefault(peer => peer.Label == contest.Against)?.Seconds / mine;
    Console.WriteLine($"| {contest.Name} | {mine:0.00000} | {string.Join("; ", peers.Select(peer => $"{peer.Label} {peer.Seconds:0.000}"))} "
        + $"| {string.Join("; ", peers.Select(peer => $"{peer.Seconds / mine:0.0}"))} "
        + $"| {contest.AtLeast} × {contest.Against}: {(reached >= contest.AtLeast ? "holds" : "MISSED")} | {allocated:N0} B |");
}
