package dev.lockkeeper.adapter.zoho.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockkeeper.adapter.zoho.standin.Fault;
import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.CrmStatus;
import dev.lockkeeper.domain.crm.FoundLock;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.crm.TakenLock;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockReason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a call when something goes wrong. */
final class FaultsTest {

    private static final LockReason REASON = new LockReason("Being audited");
    private static final UserRef SOMEBODY = new UserRef(new UserId(7), "priya v");
    private static final int RECORDS = 40;
    private static final Duration BOUND = Duration.ofSeconds(6);

    private final ZohoStandIn zoho = new ZohoStandIn();
    private final ZohoCrm crm = Clients.of(Clients.hasty(zoho));

    @BeforeEach
    void configure() {
        zoho.configure("Deals", LockType.BOTH);
    }

    @AfterEach
    void close() {
        crm.close();
        zoho.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SERVER_ERROR_BEFORE",
                "SERVER_ERROR_AFTER",
                "HTML_BEFORE",
                "HTML_AFTER",
                "RESET_BEFORE",
                "RESET_AFTER",
                "HANG_BEFORE",
                "HANG_AFTER",
                "LATE",
                "TRUNCATED_AFTER"
            })
    void doesNotKnowWhatBecameOfAChange(Fault fault) {
        RecordAddress record = zoho.addRecord("Deals");
        zoho.next(fault);

        CrmReply<TakenLock> reply = crm.lock(record, REASON);

        assertThat(reply).isInstanceOf(CrmReply.Unknown.class);
        assertThat(zoho.received()).containsOnlyOnce("lock");
        if (fault == Fault.LATE) {
            assertThat(zoho.lockOf(record)).isNull();
            await().untilAsserted(() -> assertThat(zoho.lockOf(record)).isNotNull());
        } else {
            assertThat(zoho.lockOf(record) != null).isEqualTo(fault.name().endsWith("_AFTER"));
        }
        assertThat(crm.figures().calls().get(CallKind.LOCK)).containsEntry(CallResult.UNKNOWN, 1L);
    }

    @ParameterizedTest
    @EnumSource
    void asksAQuestionAgain(Fault fault) {
        RecordAddress record = zoho.addRecord("Deals");
        zoho.lockByHand(record, SOMEBODY, REASON);
        zoho.next(fault);

        CrmReply<FoundLock> reply = crm.findLock(record);

        assertThat(reply).isEqualTo(new CrmReply.Answered<>(new FoundLock(zoho.lockOf(record))));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SLOW")
    void givesUpAskingInTime(Fault fault) {
        RecordAddress record = zoho.addRecord("Deals");
        zoho.lockByHand(record, SOMEBODY, REASON);
        zoho.next(fault, fault, fault, fault);

        long start = System.nanoTime();
        CrmReply<FoundLock> reply = crm.findLock(record);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        CrmReply.Unavailable.class,
                        away -> assertThat(away.retryAfter()).isPositive());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    }

    @Test
    void waitsForASlowAnswer() {
        RecordAddress record = zoho.addRecord("Deals");
        zoho.next(Fault.SLOW);

        assertThat(crm.lock(record, REASON)).isInstanceOf(CrmReply.Answered.class);
    }

    @Test
    void repeatsAChangeThatWasTurnedAwayUnread() {
        RecordAddress record = zoho.addRecord("Deals");
        zoho.next(Fault.TOO_MANY_REQUESTS, Fault.TOO_MANY_REQUESTS);

        assertThat(crm.lock(record, REASON)).isInstanceOf(CrmReply.Answered.class);

        assertThat(zoho.received()).filteredOn("lock"::equals).hasSize(3);
        assertThat(zoho.calls()).containsExactly("lock");
        assertThat(crm.figures().turnedAway()).isEqualTo(2);
    }

    @Test
    void givesUpWhatIsTurnedAwayAgainAndAgain() {
        RecordAddress record = zoho.addRecord("Deals");
        zoho.next(Fault.TOO_MANY_REQUESTS, Fault.TOO_MANY_REQUESTS, Fault.TOO_MANY_REQUESTS, Fault.TOO_MANY_REQUESTS);

        assertThat(crm.lock(record, REASON)).isInstanceOf(CrmReply.Unavailable.class);
        assertThat(zoho.lockOf(record)).isNull();
    }

    @Test
    void knowsThatNothingWasSentWithoutAConnection() throws IOException {
        URI nowhere;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            nowhere = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        ZohoCrm unconnected = Clients.of(Clients.elsewhere(zoho, nowhere));
        try {
            assertThat(unconnected.lock(zoho.addRecord("Deals"), REASON)).isInstanceOf(CrmReply.Unavailable.class);
            assertThat(unconnected.status().state()).isEqualTo(CrmStatus.State.NOT_REACHED);
            assertThat(unconnected.figures().requests()).isEqualTo(2);
        } finally {
            unconnected.close();
        }
    }

    @Test
    void leavesZohoAloneWhenItFailsAndComesBackByItself() {
        RecordAddress record = zoho.addRecord("Deals");
        assertThat(crm.findLock(record)).isInstanceOf(CrmReply.Answered.class);
        for (int i = 0; i < 9; i++) {
            zoho.next(Fault.SERVER_ERROR_BEFORE);
            assertThat(crm.lock(record, REASON)).isInstanceOf(CrmReply.Unknown.class);
        }
        int received = zoho.received().size();

        assertThat(crm.lock(record, REASON))
                .isInstanceOfSatisfying(
                        CrmReply.Unavailable.class,
                        away -> assertThat(away.retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(1)));
        assertThat(zoho.received()).hasSize(received);
        assertThat(crm.status()).isEqualTo(new CrmStatus(CrmStatus.State.AWAY, "Zoho answers 500"));
        assertThat(crm.figures().breaker()).isEqualTo(ZohoFigures.Breaker.OPEN);

        await().untilAsserted(() -> assertThat(crm.findLock(record)).isInstanceOf(CrmReply.Answered.class));
        assertThat(crm.status().state()).isEqualTo(CrmStatus.State.REACHABLE);
        assertThat(crm.lock(record, REASON)).isInstanceOf(CrmReply.Answered.class);
    }

    @Test
    void isNeverWrongAboutWhatItKnows() {
        zoho.lateness(Duration.ofMillis(500));
        zoho.faults(20_261_122, 0.3, EnumSet.complementOf(EnumSet.of(Fault.HANG_BEFORE, Fault.HANG_AFTER)));
        List<RecordAddress> records = IntStream.range(0, RECORDS)
                .mapToObj(_ -> zoho.addRecord("Deals"))
                .toList();

        for (RecordAddress record : records) {
            CrmReply<TakenLock> reply = crm.lock(record, REASON);
            switch (reply) {
                case CrmReply.Answered<TakenLock> _ ->
                    assertThat(zoho.lockOf(record)).isNotNull();
                case CrmReply.Unavailable<TakenLock> _ ->
                    assertThat(zoho.lockOf(record)).isNull();
                case CrmReply.Refused<TakenLock> refused -> throw new AssertionError("Nothing is refused: " + refused);
                case CrmReply.Unknown<TakenLock> _ ->
                    assertThat(zoho.calls().size()).isLessThanOrEqualTo(RECORDS);
            }
        }
    }
}
