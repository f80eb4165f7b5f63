package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.benchmark.Load.Answered;
import dev.lockkeeper.bootstrap.e2e.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One or more processes of the service on one database. */
final class Fleet implements AutoCloseable {

    private final List<ServiceProcess> services = new ArrayList<>();
    private long changes;

    /** Adds one that has started. */
    void add(ServiceProcess service) {
        services.add(service);
    }

    ServiceProcess first() {
        return services.getFirst();
    }

    /** How often a record has been locked or unlocked through any of them. */
    long changes() {
        return changes;
    }

    List<ProcessHandle> handles() {
        return services.stream().map(ServiceProcess::handle).toList();
    }

    private record Driven(Answered answered, long changes) {}

    /**
     * Locks and unlocks as fast as answered, on so many connections in all, of which each process has as many as the others,
     * from a thread of its own for each.
     */
    Answered drive(int connections, Duration time) {
        int each = connections / services.size();
        List<Driven> driven = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(services.size())) {
            List<CompletableFuture<Driven>> running = new ArrayList<>();
            for (ServiceProcess service : services) {
                long first = DirectLocks.FIRST_RECORD + (long) running.size() * each;
                running.add(CompletableFuture.supplyAsync(() -> drive(service, first, each, time), threads));
            }
            running.forEach(one -> driven.add(one.join()));
        }
        Latencies latencies = Latencies.none();
        driven.forEach(one -> latencies.add(one.answered().latencies()));
        changes += driven.stream().mapToLong(Driven::changes).sum();
        return new Answered(
                driven.stream().mapToDouble(one -> one.answered().perSecond()).sum(),
                latencies,
                driven.stream().mapToLong(one -> one.answered().unavailable()).sum());
    }

    private static Driven drive(ServiceProcess service, long first, int connections, Duration time) {
        URI url = URI.create(service.url());
        RequestHead head = new RequestHead(url.getAuthority(), ServiceProcess.TOKEN);
        List<LockTurns> turns = LockTurns.of(head, first, connections);
        try (Load load = new Load(new InetSocketAddress(url.getHost(), url.getPort()), turns, true)) {
            Answered answered = load.run(new Pace.AsAnswered(time));
            load.settle();
            return new Driven(
                    answered, turns.stream().mapToLong(LockTurns::changes).sum());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops all of them, also when one does not stop. */
    @Override
    public void close() {
        if (!services.isEmpty()) {
            try (ServiceProcess _ = services.removeLast()) {
                close();
            }
        }
    }
}
