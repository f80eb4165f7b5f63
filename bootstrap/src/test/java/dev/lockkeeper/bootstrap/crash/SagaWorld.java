package dev.lockkeeper.bootstrap.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.SqlRulesStore;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.adapter.zoho.crm.Clients;
import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.application.crm.CrmSettings;
import dev.lockkeeper.domain.catalog.Modules;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.crm.SharedTokens;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.RecordLock;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.mirror.Halts;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.MirroredModules;
import dev.lockkeeper.domain.mirror.StaleRecords;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** A stand-in of Zoho in which Deals are locked by hand, a database, and processes that work with both. */
final class SagaWorld implements AutoCloseable {

    static final String MODULE = "Deals";

    private static final Duration TIMEOUT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(150);
    /** Long after a call that is done late, even where tests share two cores. */
    private static final Duration GRACE = Duration.ofMillis(700);

    private static final Duration LATENESS = Duration.ofMillis(350);
    private static final CrmSettings SETTINGS = new CrmSettings(
            LONGEST_WAIT.plus(TIMEOUT.multipliedBy(2)).plus(GRACE), GRACE, Duration.ofMillis(20), Duration.ZERO);
    private static final int CLIENTS = 8;
    private static final int RECOVERING = 48;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final ZohoStandIn zoho = new ZohoStandIn();
    final User owner;
    final User colleague;

    private final TestDatabase database = TestDatabase.create();
    private final ApplicationContext context = PersistenceContext.on(database);
    private final List<SagaProcess.Ports> ports = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    SagaWorld() {
        SqlRulesStore users = new SqlRulesStore(database, context);
        owner = users.user(Permission.LOCK, Permission.CUSTOMIZE);
        colleague = users.user(Permission.LOCK);
        zoho.configure(MODULE, LockType.MANUAL);
        zoho.lateness(LATENESS);
        for (int client = 0; client < CLIENTS; client++) {
            ports.add(portsOf(Clients.crm(account(), context.getBean(SharedTokens.class), Clients.use())));
        }
        // A token and the configuration are there before anything fails.
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> ports.stream().allMatch(own -> own.crm().currentUser() instanceof CrmReply.Answered<?>));
        process(Halts.never()).refresh(zoho.addRecord(MODULE));
    }

    private SagaProcess.Ports portsOf(Crm crm) {
        return new SagaProcess.Ports(
                crm,
                context.getBean(Modules.class),
                context.getBean(MirroredLocks.class),
                context.getBean(MirroredModules.class),
                context.getBean(StaleRecords.class),
                context.getBean(Locks.class));
    }

    /** Far more than is needed of everything; what is left alone after failures is called again at once. */
    private ZohoAccount account() {
        return new ZohoAccount(
                zoho.url(),
                zoho.url(),
                ZohoStandIn.CLIENT_ID,
                ZohoStandIn.CLIENT_SECRET,
                ZohoStandIn.REFRESH_TOKEN,
                ZohoAccount.DEFAULT_API_VERSION,
                null,
                1000,
                1_000_000_000,
                1,
                TIMEOUT,
                LONGEST_WAIT,
                Duration.ofMillis(1));
    }

    SagaProcess process(Halts halts) {
        return new SagaProcess(ports.get(turn.getAndIncrement() % CLIENTS), halts, SETTINGS);
    }

    RecordKey key(RecordAddress record) {
        Modules modules = context.getBean(Modules.class);
        return new RecordKey(modules.find(record.module()).orElseThrow().id(), record.record());
    }

    Optional<RecordLock> lockHere(RecordAddress record) {
        return context.getBean(Locks.class).find(key(record)).map(LockedRecord::lock);
    }

    boolean isOpen(RecordAddress record) {
        return context.getBean(MirroredLocks.class).findOpen(key(record)).isPresent();
    }

    List<LockEvent> history(RecordAddress record) {
        return context.getBean(Locks.class).history(key(record), Revision.NONE, 1000);
    }

    /** Other processes take over what halted ones left, until nothing is open. */
    void settleAll() {
        List<SagaProcess> after = IntStream.range(0, RECOVERING)
                .mapToObj(_ -> process(Halts.never()))
                .toList();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    Together.each(after, SagaProcess::settleIntents);
                    return openIntents() == 0;
                });
    }

    long openIntents() {
        return database.number("select count(*) from lock_intent where settled_at is null");
    }

    /** Looks at every record, now that nothing fails any more. */
    void sweep() {
        zoho.noFaults();
        SagaProcess after = process(Halts.never());
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(after::sweep);
        assertThat(openIntents()).isZero();
    }

    void assertRevisionsHaveNoGaps() {
        assertThat(database.number("select count(*) from lock_event"))
                .isEqualTo(database.number("select value from revision_counter"))
                .isEqualTo(database.number("select max(revision) from lock_event"));
    }

    @Override
    public void close() {
        ports.forEach(own -> Clients.close(own.crm()));
        context.close();
        zoho.close();
    }
}
