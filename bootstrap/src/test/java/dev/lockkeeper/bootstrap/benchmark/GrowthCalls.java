package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.benchmark.Load.Answered;
import dev.lockkeeper.bootstrap.e2e.Client;
import dev.lockkeeper.bootstrap.e2e.ServiceProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The calls of which {@link GrowthBenchmark} measures how long they take. */
final class GrowthCalls {

    /** What each kind is called, in the order in which they are measured. */
    static final List<String> KINDS =
            List.of("lock", "unlock", "show a lock", "search, first page", "search, a later page", "decide");

    private static final int UNLOCK = 1;
    private static final int UNLOCKS = 3;
    private static final int LOCKS = 4;
    private static final int CONNECTIONS = 32;
    private static final int PAGES_BEFORE_LATER = 20;
    private static final Pattern NEXT = Pattern.compile("\"next_cursor\":\\s*\"([^\"]+)\"");
    private static final String SEARCH = "/api/v1/locks?module=" + AskedDecisions.MODULE + "&limit=50";
    private static final String INDEXED = "lockkeeper_decisions_index_locks ";

    /** Not one of those that are locked before; each run goes on where the one before ended. */
    private static final AtomicLong RECORDS = new AtomicLong(DirectLocks.FIRST_RECORD);

    private final ServiceProcess service;
    private final DurableServer server;
    private final long locks;
    private final SplittableRandom random = new SplittableRandom();

    /** @param locks that are active */
    GrowthCalls(ServiceProcess service, DurableServer server, long locks) {
        this.service = service;
        this.server = server;
        this.locks = locks;
    }

    /** Until all locks have been read into memory. */
    void awaitIndex(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (client().get("/prometheus")
                .body()
                .lines()
                .noneMatch(line ->
                        line.startsWith(INDEXED) && Double.parseDouble(line.substring(INDEXED.length())) >= locks)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The locks were not read within " + patience);
            }
            Thread.onSpinWait();
        }
    }

    /** One round of each kind. */
    List<Round> run(double perSecond, Duration time) throws IOException {
        FreshLocks fresh = fresh();
        String later = SEARCH + "&cursor=" + laterPage();
        List<Round> rounds = new ArrayList<>();
        List<Supplier<Conversation>> kinds = List.of(
                fresh::locking,
                fresh::unlocking,
                varied(() ->
                        head().without("GET", LockTurns.path(someLocked()) + "?fields=Locked_Reason__s,Locked_For__s")),
                varied(() -> head().without("GET", SEARCH)),
                varied(() -> head().without("GET", later)),
                varied(() -> head().with(
                                "POST", "/access/v1/evaluation", """
                        {"subject":{"type":"service","id":"billing"},"action":{"name":"delete"},\
                        "resource":{"type":"%s","id":"%d"}}""".formatted(AskedDecisions.MODULE, someLocked()))));
        // Fewer are ended than taken, so that there always is one to end.
        Duration shorter = time.multipliedBy(UNLOCKS).dividedBy(LOCKS);
        for (int kind = 0; kind < kinds.size(); kind++) {
            rounds.add(round(
                    KINDS.get(kind), kinds.get(kind), new Pace.AtRate(perSecond, kind == UNLOCK ? shorter : time)));
        }
        fresh.release(client());
        return rounds;
    }

    /** Locks and unlocks as fast as answered. */
    Round turns(Duration time) throws IOException {
        return round("lock and unlock", fresh()::turns, new Pace.AsAnswered(time));
    }

    private FreshLocks fresh() {
        return new FreshLocks(head(), RECORDS::incrementAndGet);
    }

    private static Supplier<Conversation> varied(Supplier<String> requests) {
        return () -> new VariedRequest(requests);
    }

    private Round round(String what, Supplier<Conversation> conversations, Pace pace) throws IOException {
        URI url = URI.create(service.url());
        List<Conversation> each =
                Stream.generate(conversations).limit(CONNECTIONS).toList();
        try (Load load = new Load(new InetSocketAddress(url.getHost(), url.getPort()), each, false)) {
            ProcessorTime before = ProcessorTime.now(service.handle(), server.postmaster());
            Answered answered = load.run(pace);
            ProcessorTime after = ProcessorTime.now(service.handle(), server.postmaster());
            load.settle();
            return Round.of(
                    what,
                    answered.perSecond(),
                    answered.latencies(),
                    before.sharesUntil(after),
                    answered.unavailable());
        }
    }

    private String laterPage() {
        String page = SEARCH;
        String cursor = "";
        for (int pages = 0; pages < PAGES_BEFORE_LATER; pages++) {
            Matcher next = NEXT.matcher(client().get(page).body());
            if (!next.find()) {
                throw new IllegalStateException("No page behind " + page);
            }
            cursor = next.group(1);
            page = SEARCH + "&cursor=" + cursor;
        }
        return cursor;
    }

    private long someLocked() {
        return GrownStore.FIRST_LOCKED + 1 + random.nextLong(locks - 1);
    }

    private RequestHead head() {
        return new RequestHead(URI.create(service.url()).getAuthority(), ServiceProcess.TOKEN);
    }

    private Client client() {
        return service.client().unchecked();
    }
}
