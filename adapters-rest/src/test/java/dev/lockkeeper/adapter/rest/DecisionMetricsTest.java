package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Decisions.CALLER;
import static dev.lockkeeper.adapter.rest.Decisions.action;
import static dev.lockkeeper.adapter.rest.Decisions.evaluate;
import static dev.lockkeeper.adapter.rest.Decisions.evaluateAll;
import static dev.lockkeeper.adapter.rest.Decisions.question;
import static dev.lockkeeper.adapter.rest.Decisions.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.decision.LookOutcome;
import dev.lockkeeper.domain.decision.ReasonCode;
import dev.lockkeeper.domain.lock.Revision;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator sees of decisions. */
class DecisionMetricsTest {

    private static final String QUESTION = question(CALLER, action("update"));

    @RegisterExtension
    static final Service service = new Service();

    @BeforeAll
    static void usersAreKnown() {
        Decisions.knowUsers(service);
    }

    @BeforeEach
    void aDealIsLocked() {
        service.configured("Deals", LockType.MANUAL);
        service.locked("Deals", Service.RECORD, Service.BY_COLLEAGUE);
    }

    private static MeterRegistry meters() {
        return service.context().getBean(MeterRegistry.class);
    }

    private static double decisions(boolean decision, String reasonCode) {
        return meters().get("lockkeeper.decisions")
                .tag("decision", Boolean.toString(decision))
                .tag("reason_code", reasonCode)
                .counter()
                .count();
    }

    private static double fallbacks(String cause) {
        return meters().get("lockkeeper.decisions.fallbacks")
                .tag("cause", cause)
                .counter()
                .count();
    }

    private static long timed(String call) {
        return meters().get("lockkeeper.decisions.duration")
                .tag("call", call)
                .timer()
                .count();
    }

    @Test
    void everyReasonIsThereFromTheStart() {
        Stream<String> reasons =
                Stream.concat(Arrays.stream(ReasonCode.values()).map(ReasonCode::wireName), Stream.of("not_known"));

        assertThat(reasons)
                .allSatisfy(reason -> assertThat(meters().get("lockkeeper.decisions")
                                .tag("reason_code", reason)
                                .counters())
                        .hasSize(reason.equals("not_locked") ? 2 : 1));
    }

    @Test
    void countsDecisionsByWhatTheyAreAndWhy() {
        double locked = decisions(false, "locked");
        double notLocked = decisions(true, "not_locked");
        String free = "{\"resource\":" + resource("Deals", Service.OTHER_RECORD) + "}";

        evaluate(service, QUESTION);
        evaluateAll(
                service,
                QUESTION.substring(0, QUESTION.length() - 1) + ",\"evaluations\":[{},{\"action\":7}," + free + "]}");

        assertThat(decisions(false, "locked") - locked).isEqualTo(2);
        assertThat(decisions(true, "not_locked") - notLocked).isEqualTo(1);
    }

    @Test
    void countsWhatWasNotKnown() {
        double before = decisions(false, "not_known");
        service.stores.index.answer(new LookOutcome.NotKnown());

        evaluate(service, QUESTION);
        evaluateAll(service, QUESTION.substring(0, QUESTION.length() - 1) + ",\"evaluations\":[{},{}]}");

        assertThat(decisions(false, "not_known") - before).isEqualTo(3);
    }

    @Test
    void countsWhatTheIndexCouldNotDecide() {
        double loading = fallbacks("loading");
        double behind = fallbacks("behind");

        service.stores.index.answer(new LookOutcome.Loading());
        evaluate(service, QUESTION);
        service.call("GET", "/api/v1/records/Deals/1/access?user=" + Service.CALLER.id())
                .send();
        service.stores.index.answer(new LookOutcome.Behind(Revision.NONE));
        evaluate(service, QUESTION);

        assertThat(fallbacks("loading") - loading).isEqualTo(2);
        assertThat(fallbacks("behind") - behind).isEqualTo(1);
    }

    @Test
    void takesTheTimeOfEachCall() {
        long evaluation = timed("evaluation");
        long evaluations = timed("evaluations");
        long access = timed("access");

        evaluate(service, QUESTION);
        evaluateAll(service, QUESTION);
        service.call("GET", "/api/v1/records/Deals/1/access?user=" + Service.CALLER.id())
                .send();

        assertThat(timed("evaluation") - evaluation).isEqualTo(1);
        assertThat(timed("evaluations") - evaluations).isEqualTo(1);
        assertThat(timed("access") - access).isEqualTo(1);
    }
}
