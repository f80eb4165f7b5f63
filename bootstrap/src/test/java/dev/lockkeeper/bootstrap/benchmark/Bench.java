package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.bootstrap.benchmark.Load.Answered;
import dev.lockkeeper.bootstrap.benchmark.PgBench.Measured;
import dev.lockkeeper.bootstrap.e2e.Client;
import dev.lockkeeper.bootstrap.e2e.ServiceProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What is measured, and what with.
 *
 * @param database the service's
 * @param countUnavailable whether answers 503 are counted instead of failing the benchmark
 */
record Bench(
        DurableServer server,
        TestDatabase database,
        ServiceProcess service,
        PgBench pgbench,
        Rounds rounds,
        boolean countUnavailable) {

    /** Something that pgbench measures. */
    interface Direct {
        Measured run() throws IOException;
    }

    Client client() {
        return service.client().unchecked();
    }

    RequestHead head() {
        return new RequestHead(URI.create(service.url()).getAuthority(), ServiceProcess.TOKEN);
    }

    /** Has pgbench measure something. */
    void direct(String what, Direct direct) throws IOException {
        Measured measured = direct.run();
        rounds.add(Round.of(what, measured.perSecond(), measured.latencies(), measured.shares(), 0));
    }

    /**
     * Locks and unlocks, and fails unless the database has exactly the changes that were answered, and no lock more
     * than before.
     */
    Round locks(String what, int connections, Pace pace) throws IOException {
        List<LockTurns> turns = LockTurns.of(head(), DirectLocks.FIRST_RECORD, connections);
        long changesBefore = changes();
        long locksBefore = activeLocks();
        Round round = run(what, turns, pace, 1, countUnavailable);
        long changes = turns.stream().mapToLong(LockTurns::changes).sum();
        if (changes() - changesBefore != changes || activeLocks() != locksBefore) {
            throw new IllegalStateException(
                    "%,d changes were answered, %,d are stored, and there are %,d locks instead of %,d"
                            .formatted(changes, changes() - changesBefore, activeLocks(), locksBefore));
        }
        return round;
    }

    /** Sends a request as often as it is answered. */
    Round repeat(RepeatedRequest request, Duration time) throws IOException {
        return run(
                request.what(),
                request.conversations(),
                new Pace.AsAnswered(time),
                request.each(),
                countUnavailable || request.mayBeUnavailable());
    }

    private Round run(
            String what, List<? extends Conversation> conversations, Pace pace, int each, boolean mayBeUnavailable)
            throws IOException {
        URI url = URI.create(service.url());
        InetSocketAddress address = new InetSocketAddress(url.getHost(), url.getPort());
        try (Load load = new Load(address, conversations, mayBeUnavailable)) {
            ProcessorTime before = processorTime();
            Answered answered = load.run(pace);
            ProcessorTime after = processorTime();
            load.settle();
            return Round.of(
                    what,
                    each * answered.perSecond(),
                    answered.latencies(),
                    before.sharesUntil(after),
                    answered.unavailable());
        }
    }

    private ProcessorTime processorTime() {
        return ProcessorTime.now(service.handle(), server.postmaster());
    }

    private long changes() {
        return database.number("select count(*) from lock_event");
    }

    private long activeLocks() {
        return database.number("select count(*) from record_lock");
    }
}
