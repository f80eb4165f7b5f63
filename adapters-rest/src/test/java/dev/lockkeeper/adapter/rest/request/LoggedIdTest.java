package dev.lockkeeper.adapter.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.rest.request.RequestTrace.LoggedId;
import io.micronaut.core.propagation.PropagatedContext;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LoggedIdTest {

    private static final String KEY = "request_id";

    private static PropagatedContext of(String id) {
        return PropagatedContext.empty().plus(new LoggedId(id));
    }

    @Test
    void isThereWhileItsRequestIsServedAndGoneAfterwards() {
        try (var _ = of("one").propagate()) {
            assertThat(MDC.get(KEY)).isEqualTo("one");
        }

        assertThat(MDC.get(KEY)).isNull();
    }

    @Test
    void givesWayToTheOneBefore() {
        try (var _ = of("one").propagate()) {
            try (var _ = of("two").propagate()) {
                assertThat(MDC.get(KEY)).isEqualTo("two");
            }

            assertThat(MDC.get(KEY)).isEqualTo("one");
        }
    }

    @Test
    void leavesWhateverElseIsLogged() {
        try (var _ = MDC.putCloseable("other", "kept")) {
            try (var _ = of("one").propagate()) {
                assertThat(MDC.get("other")).isEqualTo("kept");
            }

            assertThat(MDC.get("other")).isEqualTo("kept");
        }
    }
}
