package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.e2e.Client;
import dev.lockkeeper.bootstrap.e2e.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures decisions: their rules (JMH), single ones beside a constant route, batches, the index in memory, and how stale
 * it is in a process that did not make the change. The service is the packaged one, on its embedded PostgreSQL with fsync
 * on. Slow is no failure; an answer that is wrong or does not come is one.
 */
public final class DecisionServiceBenchmark {

    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final Duration ROUND_WITH_MANY_LOCKS = Duration.ofSeconds(4);

    private static final String WITH_MANY = " with these locks";

    private final ExtendedService extended;
    private final Path data;
    private final Figures figures = new Figures();

    private DecisionServiceBenchmark(ExtendedService extended, Path data) {
        this.extended = extended;
        this.data = data;
    }

    /**
     * Runs everything and prints what it found.
     *
     * @param arguments the folder for the data of the service, which must not exist
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        AccessRulesBenchmark.run();
        Path data = Path.of(arguments[0]);
        if (Files.exists(data)) {
            throw new IOException(data + " exists");
        }
        measureService(data);
    }

    static void measureService(Path data) throws IOException {
        DecisionServiceBenchmark benchmark = new DecisionServiceBenchmark(ExtendedService.create(), data);
        long empty = benchmark.withFewLocks();
        benchmark.withManyLocks(empty);
        System.out.println(benchmark.figures);
    }

    /** Begins with no lock, and ends with many. */
    private long withFewLocks() throws IOException {
        try (ServiceProcess service = extended.builder().on(data).start()) {
            IndexInMemory index = new IndexInMemory(service);
            index.read();
            long empty = index.heap();
            AskedDecisions asked = new AskedDecisions(service.client().unchecked());
            asked.lock();
            asked.check();
            Wrk wrk = wrk(service);
            new SingleDecisions(wrk, asked).measure(ROUND, "", figures);
            new BatchDecisions(wrk, asked).measure(figures);
            judge(wrk, service, "");
            ManyLocks.insert(ManyLocks.embedded(data));
            return empty;
        }
    }

    private void withManyLocks(long empty) throws IOException {
        try (ServiceProcess service = extended.builder().on(data).start()) {
            IndexInMemory index = new IndexInMemory(service);
            MatchResult read = index.read();
            long locks = Long.parseLong(read.group(1));
            figures.add("reading %,d locks into memory".formatted(locks), read.group(2) + " ms", "5 s");
            figures.add(
                    "heap for each of them",
                    "%.1f bytes".formatted((double) (index.heap() - empty) / locks),
                    "120 bytes");
            Client client = service.client().unchecked();
            AskedDecisions asked = new AskedDecisions(client);
            asked.check();
            Wrk wrk = wrk(service);
            new SingleDecisions(wrk, asked).measure(ROUND_WITH_MANY_LOCKS, WITH_MANY, figures);
            judge(wrk, service, WITH_MANY);
            try (ServiceProcess other =
                    extended.builder().on(ManyLocks.embedded(data)).start()) {
                new IndexInMemory(other).read();
                new Staleness(client, other.client().unchecked()).measure(figures);
            }
        }
    }

    /**
     * A service that was kept from following the store for too long may say that it does not know: that is slow, and not
     * wrong. Nothing else may be refused.
     */
    private void judge(Wrk wrk, ServiceProcess service, String when) {
        Metrics metrics = new Metrics(service.client().unchecked());
        long notKnown = metrics.notKnown();
        if (wrk.refused() > notKnown) {
            throw new IllegalStateException("Refused: " + metrics.refused());
        }
        figures.add(
                "decisions%s that were not known, warming up or later".formatted(when),
                "%,d, for %,d of %,d requests".formatted(notKnown, wrk.refused(), wrk.sent()));
    }

    private Wrk wrk(ServiceProcess service) {
        return new Wrk(data.resolveSibling("wrk.lua"), service.url(), ServiceProcess.TOKEN);
    }
}
