package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.bootstrap.e2e.Client;
import dev.lockkeeper.bootstrap.e2e.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures what a call through this service takes longer than the same call of Zoho CRM itself: callers in parallel, each
 * of which locks and unlocks a record of its own, in turns against the stand-in for Zoho and against the service. The
 * service is the packaged one, on its embedded PostgreSQL with fsync on.
 */
public final class ZohoLatencyBenchmark {

    private static final int CALLERS = 50;
    private static final Duration ANSWER_TIME = Duration.ofMillis(200);
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration ROUND = Duration.ofSeconds(20);

    /** At the beginning of each round, which is not measured: connections have been closed meanwhile. */
    private static final Duration RUN_IN = Duration.ofSeconds(3);

    private static final int ROUNDS = 3;
    private static final double WANTED_P50 = 3;
    private static final double WANTED_P99 = 15;
    private static final Pattern LOCK = Pattern.compile("\"Created_Time\":\"[^\"]*\",\"id\":\"([0-9]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final SlowZoho zoho;

    private ZohoLatencyBenchmark(SlowZoho zoho) {
        this.zoho = zoho;
    }

    /** The latencies of both kinds of changes. */
    private record Measured(Latencies locks, Latencies unlocks) {

        static Measured none() {
            return new Measured(Latencies.none(), Latencies.none());
        }

        Latencies changes() {
            Latencies changes = Latencies.none();
            changes.add(locks);
            changes.add(unlocks);
            return changes;
        }
    }

    /**
     * Runs everything and prints what it found.
     *
     * @param arguments the folder for the data of the service, which must not exist
     */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        if (Files.exists(data)) {
            throw new IOException(data + " exists");
        }
        try (SlowZoho zoho = SlowZoho.start(ANSWER_TIME, CALLERS);
                ServiceProcess service = ServiceProcess.builder()
                        .on(data)
                        .with("LOCKKEEPER_ADMIN_TOKEN", ServiceProcess.TOKEN)
                        .with("LOCKKEEPER_LOG_LEVEL", "WARN")
                        .with("LOCKKEEPER_LIMITS_REQUESTS_PER_SECOND", "0")
                        .with("LOCKKEEPER_AUTHORITY", "zoho")
                        .with("LOCKKEEPER_ZOHO_CONCURRENCY", "100")
                        .with("LOCKKEEPER_ZOHO_CREDITS", "1000000")
                        .with("LOCKKEEPER_SWEEP_INTERVAL", "1d")
                        .with("ZOHO_ACCOUNTS_URL", zoho.url())
                        .with("ZOHO_API_URL", zoho.url())
                        .with("ZOHO_CLIENT_ID", ZohoStandIn.CLIENT_ID)
                        .with("ZOHO_CLIENT_SECRET", ZohoStandIn.CLIENT_SECRET)
                        .with("ZOHO_REFRESH_TOKEN", ZohoStandIn.REFRESH_TOKEN)
                        .start()) {
            new ZohoLatencyBenchmark(zoho).compare(service.client().unchecked());
        }
    }

    private void compare(Client service) throws IOException {
        Client direct = direct();
        // The service first: its one sweep would otherwise find locks that are taken directly, and take them for held.
        run(service, WARM_UP, Measured.none());
        run(direct, WARM_UP, Measured.none());
        Measured directly = Measured.none();
        Measured through = Measured.none();
        Map<String, Long> callsOfZoho = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            run(direct, RUN_IN, Measured.none());
            run(direct, ROUND, directly);
            run(service, RUN_IN, Measured.none());
            zoho.received().forEach((call, count) -> callsOfZoho.merge(call, -count, Long::sum));
            run(service, ROUND, through);
            zoho.received().forEach((call, count) -> callsOfZoho.merge(call, count, Long::sum));
        }
        System.out.printf("Zoho answers after %d ms, %d callers%n", ANSWER_TIME.toMillis(), CALLERS);
        print("locks", directly.locks(), through.locks());
        print("unlocks", directly.unlocks(), through.unlocks());
        print("both", directly.changes(), through.changes());
        System.out.printf("wanted: p50 at most %.0f ms more, p99 at most %.0f ms more%n", WANTED_P50, WANTED_P99);
        System.out.printf(
                "changes a second through the service: %.0f%n",
                through.changes().count() / (double) (ROUNDS * ROUND.toSeconds()));
        System.out.printf(
                "changes: %d; calls of Zoho meanwhile: %s%n", through.changes().count(), callsOfZoho);
    }

    private static void print(String what, Latencies directly, Latencies through) {
        System.out.printf("%s, directly:            %s%n", what, directly);
        System.out.printf("%s, through the service: %s%n", what, through);
        System.out.printf(
                "%s, added: p50 %.2f ms, p99 %.2f ms%n",
                what, through.millisAt(50) - directly.millisAt(50), through.millisAt(99) - directly.millisAt(99));
    }

    private Client direct() {
        HttpResponse<String> answer = new Client(zoho.url(), "none", false)
                .send(
                        "POST",
                        "/oauth/v2/token",
                        "grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s"
                                .formatted(
                                        ZohoStandIn.CLIENT_ID, ZohoStandIn.CLIENT_SECRET, ZohoStandIn.REFRESH_TOKEN));
        return new Client(zoho.url(), find(TOKEN, answer), false);
    }

    /** All callers at once; they begin one after the other, so that they do not all call at the same moment. */
    private void run(Client client, Duration time, Measured measured) {
        long begin = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> done = new ArrayList<>();
            for (int number = 0; number < CALLERS; number++) {
                long record = zoho.record(number);
                long due = begin + ANSWER_TIME.toNanos() * number / CALLERS;
                done.add(callers.submit(() -> {
                    LockSupport.parkNanos(due - System.nanoTime());
                    while (System.nanoTime() - begin < time.toNanos()) {
                        lockAndUnlock(client, record, measured);
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("A call was not answered as it should be", e);
        }
    }

    private static void lockAndUnlock(Client client, long record, Measured measured) {
        HttpResponse<String> locked = measured.locks().time(() -> client.lock(SlowZoho.MODULE, record));
        String lock = find(LOCK, locked);
        HttpResponse<String> unlocked = measured.unlocks()
                .time(() -> client.send(
                        "DELETE",
                        "/crm/v8/%s/%d/Locking_Information__s/%s".formatted(SlowZoho.MODULE, record, lock),
                        ""));
        if (unlocked.statusCode() != 200) {
            throw new IllegalStateException(unlocked.statusCode() + " " + unlocked.body());
        }
    }

    private static String find(Pattern pattern, HttpResponse<String> answer) {
        Matcher matcher = pattern.matcher(answer.body());
        if (!matcher.find()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return matcher.group(1);
    }
}
