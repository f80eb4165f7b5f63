package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.TestSeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills processes in the middle of a stream of locks: what was acknowledged is there afterwards, once. */
class CrashIT {

    private static final int CALLERS = 16;
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    private final AtomicLong records = new AtomicLong();
    private final Random random = TestSeed.random(CrashIT.class);

    @Test
    void losesNoAcknowledgedLockWhenTheServiceIsKilled() {
        TestDatabase database = TestDatabase.create();
        ServiceProcess service = ServiceProcess.builder().on(database).start();
        Given.configuration(service.client(), "Leads", "manual");
        Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(lockUntil(service.client(), service::kill));
            service = ServiceProcess.builder().on(database).start();
        }
        try (ServiceProcess last = service) {
            assertEachIsLockedOnce(last.client(), acknowledged);
        }
        assertThat(database.number("select count(*) from lock_event"))
                .isEqualTo(database.number("select value from revision_counter"))
                .isEqualTo(database.number("select count(*) from record_lock"));
    }

    @Test
    void losesNoAcknowledgedLockWhenServiceAndEmbeddedDatabaseAreKilled() {
        Path data = folder.resolve("data");
        ServiceProcess service = embedded(data);
        Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < ROUNDS; round++) {
            ServiceProcess victim = service;
            // The last round leaves the database running without its service: the next start has to deal with it.
            boolean databaseToo = round < ROUNDS - 1;
            acknowledged.addAll(lockUntil(service.client(), () -> {
                if (databaseToo) {
                    killDatabase(data);
                }
                victim.kill();
            }));
            service = embedded(data);
        }
        try (ServiceProcess last = service) {
            assertEachIsLockedOnce(last.client(), acknowledged);
        }
    }

    private static ServiceProcess embedded(Path data) {
        return ServiceProcess.builder()
                .on(data)
                .with("LOCKKEEPER_ADMIN_TOKEN", ServiceProcess.TOKEN)
                .start();
    }

    /** Locks one record after the other with many callers until the crash, and tells which locks were acknowledged. */
    private List<Long> lockUntil(Client client, Runnable crash) {
        Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(200 + random.nextInt(300));
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.execute(() -> lockUntilItFails(client, acknowledged, enough));
            }
            enough.await();
            crash.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return List.copyOf(acknowledged);
    }

    private void lockUntilItFails(Client client, Queue<Long> acknowledged, CountDownLatch enough) {
        boolean answering = true;
        while (answering) {
            long record = records.incrementAndGet();
            try {
                answering = client.lock("Leads", record).statusCode() == 201;
                if (answering) {
                    acknowledged.add(record);
                    enough.countDown();
                }
            } catch (UncheckedIOException e) {
                // The crash that this test is about: whether this record is locked is open.
                answering = false;
            }
        }
    }

    private static void assertEachIsLockedOnce(Client client, Queue<Long> acknowledged) {
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 200);
        for (long record : acknowledged) {
            assertThat(client.list("Leads", record).statusCode())
                    .as("record %s", record)
                    .isEqualTo(200);
            assertThat(client.get("/api/v1/records/Leads/" + record + "/history")
                            .body())
                    .containsOnlyOnce("\"event\":\"locked\"");
        }
    }

    /** SIGKILL to the postmaster and all that it started. */
    private static void killDatabase(Path data) {
        try {
            long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                    .getFirst());
            ProcessHandle handle = ProcessHandle.of(postmaster).orElseThrow();
            List<ProcessHandle> backends = handle.descendants().toList();
            handle.destroyForcibly();
            backends.forEach(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
