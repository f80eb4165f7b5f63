package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.adapter.zoho.standin.Fault;
import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.TestSeed;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.crm.RecordAddress;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two processes drive a CRM that fails again and again, for many callers, and are killed in turn: in the end both sides
 * agree, and what was acknowledged is there.
 */
class TwoProcessesCrashIT {

    private static final String MODULE = "Deals";
    private static final int CALLERS = 24;
    private static final int RECORDS_OF_A_CALLER = 4;
    private static final int SHARED_RECORDS = 6;
    private static final int KILLS = 4;
    private static final double FAILING = 0.2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Random random = TestSeed.random(TwoProcessesCrashIT.class);
    private final TestDatabase database = TestDatabase.create();
    private final ZohoStandIn zoho = new ZohoStandIn();
    private final AtomicReferenceArray<ServiceProcess> services = new AtomicReferenceArray<>(2);
    private final ToldOverHttp told = new ToldOverHttp();
    private final Set<RecordAddress> records = new HashSet<>();
    private final AtomicBoolean calling = new AtomicBoolean(true);
    private final List<Future<?>> running = new ArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    @AfterEach
    void close() {
        calling.set(false);
        services.get(0).close();
        services.get(1).close();
        zoho.close();
    }

    @Test
    void agreesWithTheCrmAfterKillsAndFailures() throws InterruptedException, ExecutionException {
        zoho.configure(MODULE, LockType.MANUAL);
        zoho.lateness(Duration.ofMillis(500));
        services.set(0, start());
        services.set(1, start());
        List<RecordAddress> shared = records(SHARED_RECORDS);
        // Whoever is told of too many requests makes fewer for long: that comes last.
        zoho.faults(random.nextLong(), FAILING, EnumSet.complementOf(EnumSet.of(Fault.TOO_MANY_REQUESTS)));
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                long seed = random.nextLong();
                List<RecordAddress> own = records(RECORDS_OF_A_CALLER);
                running.add(callers.submit(() -> call(new Random(seed), own, shared)));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                killInTheMiddle(kill % 2);
            }
            zoho.faults(random.nextLong(), FAILING, EnumSet.allOf(Fault.class));
            awaitAnswers(200);
            calling.set(false);
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            calling.set(false);
        }
        zoho.noFaults();
        awaitQuiet();
        told.check(services.get(0).client(), zoho, records);
        told.check(services.get(1).client(), zoho, records);
        assertHistoryIsWhole();
        System.out.printf(
                "answers %d, without answer %d, acknowledged %d, faults %s%n",
                answered.get(), broken.get(), told.acknowledged(), zoho.befallen());
        assertThat(zoho.befallen()).containsOnlyKeys(Fault.values());
        assertThat(told.acknowledged()).isGreaterThan(100);
    }

    private List<RecordAddress> records(int count) {
        List<RecordAddress> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(zoho.addRecord(MODULE));
        }
        records.addAll(made);
        return made;
    }

    private ServiceProcess start() {
        return ServiceProcess.builder()
                .on(database)
                .with("LOCKKEEPER_AUTHORITY", "zoho")
                .with("ZOHO_ACCOUNTS_URL", zoho.url().toString())
                .with("ZOHO_API_URL", zoho.url().toString())
                .with("ZOHO_CLIENT_ID", ZohoStandIn.CLIENT_ID)
                .with("ZOHO_CLIENT_SECRET", ZohoStandIn.CLIENT_SECRET)
                .with("ZOHO_REFRESH_TOKEN", ZohoStandIn.REFRESH_TOKEN)
                .with("LOCKKEEPER_ZOHO_TIMEOUT", "300ms")
                .with("LOCKKEEPER_ZOHO_LONGEST_WAIT", "300ms")
                .with("LOCKKEEPER_ZOHO_GRACE", "1s")
                .with("LOCKKEEPER_ZOHO_OPEN_TIME", "100ms")
                .with("LOCKKEEPER_ZOHO_CONCURRENCY", "1000")
                .with("LOCKKEEPER_ZOHO_CREDITS", "1000000000")
                .with("LOCKKEEPER_SWEEP_INTERVAL", "1s")
                .with("LOCKKEEPER_JOBS_HEARTBEAT", "100ms")
                .start();
    }

    private void killInTheMiddle(int which) throws InterruptedException, ExecutionException {
        awaitAnswers(100 + random.nextInt(200));
        services.get(which).kill();
        services.set(which, start());
    }

    private void awaitAnswers(int more) throws InterruptedException, ExecutionException {
        int before = answered.get();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> answered.get() >= before + more || running.stream().anyMatch(Future::isDone));
        for (Future<?> each : running) {
            if (each.isDone()) {
                each.get();
            }
        }
    }

    private void call(Random own, List<RecordAddress> ownRecords, List<RecordAddress> shared) {
        while (calling.get()) {
            List<RecordAddress> some = own.nextInt(6) == 0 ? shared : ownRecords;
            RecordAddress record = some.get(own.nextInt(some.size()));
            Client client = services.get(own.nextInt(2)).client();
            try {
                change(own, client, record);
                answered.incrementAndGet();
            } catch (UncheckedIOException e) {
                // The process was killed: what came of the call is open.
                broken.incrementAndGet();
            }
        }
    }

    private void change(Random own, Client client, RecordAddress record) {
        long id = record.record().value();
        String lock = told.lockOf(record);
        String reason = "reason " + own.nextInt(3);
        if (lock == null) {
            HttpResponse<String> locked = client.lock(MODULE, id, reason);
            told.lock(record, locked);
            if (locked.statusCode() == 403) {
                told.seen(record, zoho.lockOf(record));
            }
        } else if (own.nextBoolean()) {
            told.askToUnlock(lock);
            told.unlock(record, lock, client.unlock(MODULE, id, lock));
        } else {
            HttpResponse<String> changed = client.send(
                    "PUT",
                    Client.path(MODULE, id) + "/" + lock,
                    "{\"data\":[{\"Locked_Reason__s\":\"" + reason + "\"}]}");
            if (changed.statusCode() != 200) {
                ToldOverHttp.assertIsNo(changed);
            }
        }
    }

    /** No change is open, and all locks were compared after that. */
    private void awaitQuiet() {
        Awaitility.await().atMost(PATIENCE).until(() -> count("lock_intent where settled_at is null") == 0);
        Instant quiet = Instant.now();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> count("mirrored_module where swept_at > '" + quiet + "'") == 1
                        && count("stale_record") == 0
                        && count("lock_intent where settled_at is null") == 0);
    }

    private long count(String rows) {
        return database.number("select count(*) from " + rows);
    }

    /** Without gaps, and with one lock of a record at a time. */
    private void assertHistoryIsWhole() {
        assertThat(count("lock_event"))
                .isEqualTo(database.number("select value from revision_counter"))
                .isEqualTo(database.number("select max(revision) from lock_event"));
        assertThat(count("""
                        (select event, lock_id, lag(event) over w as before, lag(lock_id) over w as lock_before
                         from lock_event where event in ('locked', 'unlocked')
                         window w as (partition by module_id, record_id order by revision)) as steps
                        where (event = 'locked' and before = 'locked')
                            or (event = 'unlocked' and (before is distinct from 'locked' or lock_before <> lock_id))"""))
                .as("locks that began before the one before ended")
                .isZero();
        assertThat(count("lock_event where event = 'locked'"))
                .as("locks, each taken once")
                .isEqualTo(database.number("select count(distinct lock_id) from lock_event"));
    }
}
