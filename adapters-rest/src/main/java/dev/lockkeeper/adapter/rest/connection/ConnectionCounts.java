package dev.lockkeeper.adapter.rest.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections are open, and how many were cut off for which reason. */
@Singleton
final class ConnectionCounts {

    private static final String CUT = "lockkeeper.connections.cut";

    private final AtomicInteger open = new AtomicInteger();
    private final Counter tooMany;
    private final Counter slowToSend;
    private final Counter slowToRead;
    private final Counter unanswered;

    ConnectionCounts(MeterRegistry meters) {
        Gauge.builder("lockkeeper.connections.open", open, AtomicInteger::get)
                .description("Connections that are open")
                .register(meters);
        this.tooMany = cut(meters, "too_many");
        this.slowToSend = cut(meters, "receive_time");
        this.slowToRead = cut(meters, "send_time");
        this.unanswered = cut(meters, "request_time");
    }

    private static Counter cut(MeterRegistry meters, String reason) {
        return Counter.builder(CUT)
                .description("Connections closed for a limit on them")
                .tag("reason", reason)
                .register(meters);
    }

    /** Counts a connection, unless there are as many already. */
    boolean opened(int most) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            tooMany.increment();
            return false;
        }
        return true;
    }

    void closed() {
        open.decrementAndGet();
    }

    void cutWhileReceiving() {
        slowToSend.increment();
    }

    void cutWhileSending() {
        slowToRead.increment();
    }

    void cutWithoutAnswer() {
        unanswered.increment();
    }
}
