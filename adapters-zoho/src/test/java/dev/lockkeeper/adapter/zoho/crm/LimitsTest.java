package dev.lockkeeper.adapter.zoho.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lockkeeper.adapter.zoho.standin.Fault;
import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.CrmUse;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much of Zoho is used at once and in a day. */
final class LimitsTest {

    private final ZohoStandIn zoho = new ZohoStandIn();
    private final Queue<Doubles.PortCall> told = new ConcurrentLinkedQueue<>();
    private final CrmUse use = Doubles.watched(CrmUse.class, Clients.use(), told::add);

    @AfterEach
    void close() {
        zoho.close();
    }

    @Test
    void keepsToItsShare() {
        zoho.concurrency(3);
        zoho.latency(Duration.ofMillis(30));
        ZohoCrm crm = crm(3, 1000);
        Queue<CrmReply<UserRef>> replies = new ConcurrentLinkedQueue<>();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> replies.add(crm.currentUser()));
            }
        }

        assertThat(replies).hasSize(20).allMatch(CrmReply.Answered.class::isInstance);
        assertThat(zoho.mostAtOnce()).isLessThanOrEqualTo(3);
        assertThat(crm.figures().turnedAway()).isZero();
        crm.close();
    }

    @Test
    void tellsTheOthersWhatItUsesAndThatItLeaves() {
        ZohoCrm crm = crm(5, 1000);
        zoho.next(Fault.TOO_MANY_REQUESTS);
        assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class);

        await().untilAsserted(() -> {
            assertThat(reports().stream().mapToLong(CrmUse.Report::calls).sum()).isEqualTo(2);
            assertThat(reports()).filteredOn(CrmUse.Report::turnedAway).hasSize(1);
        });
        assertThat(reports()).allSatisfy(report -> assertThat(report.most()).isEqualTo(5));

        crm.close();
        assertThat(told)
                .filteredOn(call -> call.method().equals("leave"))
                .extracting(call -> call.arguments().getFirst())
                .containsExactly(reports().getFirst().process());
    }

    @Test
    void stopsBackgroundWorkWhenMostCreditsAreUsed() {
        ZohoCrm crm = crm(5, 10);
        Crm background = crm.inBackground();
        for (int i = 0; i < 8; i++) {
            assertThat(background.currentUser()).isInstanceOf(CrmReply.Answered.class);
        }

        assertThat(background.currentUser()).isInstanceOf(CrmReply.Unavailable.class);
        assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class);
        assertThat(zoho.calls()).hasSize(9);
        crm.close();
    }

    @Test
    void believesZohoAboutTheCreditsThatAreLeft() {
        zoho.credits(10);
        ZohoCrm crm = crm(5, 10);
        for (int i = 0; i < 5; i++) {
            assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class);
        }
        assertThat(crm.figures().creditsRemaining()).isEqualTo(5);
        zoho.credits(2);
        assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class);

        assertThat(crm.figures().creditsRemaining()).isEqualTo(1);
        assertThat(crm.figures().creditsUsed()).isEqualTo(9);
        assertThat(crm.inBackground().currentUser()).isInstanceOf(CrmReply.Unavailable.class);
        crm.close();
    }

    @Test
    void makesNoCallWhenTheOthersCannotBeTold() {
        ZohoCrm crm =
                new ZohoCrm(Clients.account(zoho), Clients.tokens(), Doubles.unlessAway(CrmUse.class, use, () -> true));

        assertThatThrownBy(crm::currentUser)
                .isInstanceOfSatisfying(
                        StoreUnavailable.class, e -> assertThat(e.step()).isEqualTo(StoreUnavailable.Step.NOT_TAKEN));
        assertThat(zoho.received()).isEmpty();
        crm.close();
    }

    @Test
    void givesUpWhenNoTurnComes() {
        Turns turns = new Turns();
        assertThat(turns.take(false, Duration.ZERO)).isTrue();

        assertThat(turns.take(false, Duration.ofMillis(20))).isFalse();
        turns.giveBack(false);
        assertThat(turns.take(false, Duration.ZERO)).isTrue();
    }

    @Test
    void letsCallersGoFirst() {
        Turns turns = new Turns();
        Queue<String> order = new ConcurrentLinkedQueue<>();
        assertThat(turns.take(false, Duration.ZERO)).isTrue();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> takeTurn(turns, true, order));
            await().until(() -> turns.waiting() == 1);
            threads.execute(() -> takeTurn(turns, false, order));
            await().until(() -> turns.waiting() == 2);
            turns.giveBack(false);
        }

        assertThat(order).containsExactlyElementsOf(List.of("caller", "background"));
    }

    @Test
    void leavesHalfOfTheTurnsToCallers() {
        Turns turns = new Turns();
        turns.limit(5);

        assertThat(turns.take(true, Duration.ZERO)).isTrue();
        assertThat(turns.take(true, Duration.ZERO)).isTrue();
        assertThat(turns.take(true, Duration.ZERO)).isFalse();
        assertThat(turns.take(false, Duration.ZERO)).isTrue();
        assertThat(turns.taken()).isEqualTo(3);
    }

    private static void takeTurn(Turns turns, boolean background, Queue<String> order) {
        if (turns.take(background, Duration.ofSeconds(5))) {
            order.add(background ? "background" : "caller");
            turns.giveBack(background);
        }
    }

    private List<CrmUse.Report> reports() {
        return told.stream()
                .filter(call -> call.method().equals("report"))
                .map(call -> (CrmUse.Report) call.arguments().getFirst())
                .toList();
    }

    private ZohoCrm crm(int concurrency, long credits) {
        return new ZohoCrm(Clients.account(zoho, Duration.ofSeconds(5), concurrency, credits), Clients.tokens(), use);
    }
}
