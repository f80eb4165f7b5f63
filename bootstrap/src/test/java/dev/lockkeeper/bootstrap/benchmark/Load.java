package dev.lockkeeper.bootstrap.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests on many connections from one thread, the caller's. Any answer but the one that a conversation expects ends it
 * with an {@link IllegalStateException} that has the answer's text.
 */
final class Load implements AutoCloseable {

    /** What takes longer is not awaited. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A selector waits for whole milliseconds; when something is due earlier, this is how often it is looked at. */
    private static final long GLANCE_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Pace NOTHING_MORE = new Pace.AsAnswered(Duration.ZERO);
    private static final int UNAVAILABLE = 503;
    private static final byte[] PENDING = Answer.ascii("\"pending\":true");

    private final Selector selector = Selector.open();
    private final List<HttpConnection> connections = new ArrayList<>();
    private final boolean countUnavailable;
    private final Queue<HttpConnection> idle = new ArrayDeque<>();
    private long lastAnswer;

    /**
     * Connects.
     *
     * @param conversations one for each connection
     * @param countUnavailable whether answers 503 that changed nothing are counted, and their requests repeated
     */
    Load(InetSocketAddress address, List<? extends Conversation> conversations, boolean countUnavailable)
            throws IOException {
        this.countUnavailable = countUnavailable;
        for (Conversation conversation : conversations) {
            connections.add(HttpConnection.open(address, selector, conversation));
        }
        idle.addAll(connections);
    }

    /**
     * What was answered in a round.
     *
     * @param latencies from the moments at which requests were due, without those answered 503
     * @param unavailable answers 503
     */
    record Answered(double perSecond, Latencies latencies, long unavailable) {}

    /** Sends as long as the pace has something due, and waits for all answers. */
    Answered run(Pace pace) throws IOException {
        long begin = System.nanoTime();
        lastAnswer = begin;
        Latencies latencies = Latencies.none();
        long unavailable = 0;
        while (true) {
            sendWhatIsDue(pace, begin);
            if (idle.size() == connections.size() && pace.next(System.nanoTime() - begin) >= pace.end()) {
                break;
            }
            select(pace, begin);
            for (SelectionKey key : selector.selectedKeys()) {
                HttpConnection connection = (HttpConnection) key.attachment();
                Optional<Answer> answer = proceed(connection, key);
                if (answer.isPresent()) {
                    if (!takes(connection, answer.get())) {
                        unavailable++;
                    } else if (pace.counts(lastAnswer - begin)) {
                        latencies.record(lastAnswer - begin - connection.due());
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        double seconds = pace.took(lastAnswer - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        return new Answered(latencies.count() / seconds, latencies, unavailable);
    }

    /** Lets each conversation that would leave something behind put that right. */
    void settle() throws IOException {
        List<HttpConnection> unsettled = unsettled();
        while (!unsettled.isEmpty()) {
            for (HttpConnection connection : unsettled) {
                idle.remove(connection);
                connection.send(0);
            }
            run(NOTHING_MORE);
            unsettled = unsettled();
        }
    }

    private List<HttpConnection> unsettled() {
        return connections.stream()
                .filter(connection -> !connection.conversation().leavesNothing())
                .toList();
    }

    private void sendWhatIsDue(Pace pace, long begin) throws IOException {
        long now = System.nanoTime() - begin;
        while (!idle.isEmpty() && pace.next(now) <= now && pace.next(now) < pace.end()) {
            idle.remove().send(pace.next(now));
            pace.sent();
            now = System.nanoTime() - begin;
        }
    }

    /** Waits until something can be read or written, or the next request is due and there is a connection for it. */
    private void select(Pace pace, long begin) throws IOException {
        long now = System.nanoTime() - begin;
        long left = pace.next(now) - now;
        if (idle.isEmpty() || pace.next(now) >= pace.end()) {
            selector.select(PATIENCE.toMillis());
        } else if (left > 2 * MILLISECOND) {
            selector.select(TimeUnit.NANOSECONDS.toMillis(left) - 1);
        } else if (selector.selectNow() == 0) {
            LockSupport.parkNanos(Math.min(left, GLANCE_NANOS));
            selector.selectNow();
        }
        failWhereNothingIsAnswered();
    }

    private void failWhereNothingIsAnswered() {
        if (idle.size() == connections.size()) {
            lastAnswer = System.nanoTime();
        } else if (System.nanoTime() - lastAnswer > PATIENCE.toNanos()
                && selector.selectedKeys().isEmpty()) {
            throw new IllegalStateException(
                    "%d requests have not been answered for %s".formatted(connections.size() - idle.size(), PATIENCE));
        }
    }

    private Optional<Answer> proceed(HttpConnection connection, SelectionKey key) throws IOException {
        if (key.isWritable()) {
            connection.sendRest();
            return Optional.empty();
        }
        Optional<Answer> answer = connection.receive();
        if (answer.isPresent()) {
            lastAnswer = System.nanoTime();
            idle.add(connection);
        }
        return answer;
    }

    private boolean takes(HttpConnection connection, Answer answer) {
        if (countUnavailable && answer.status() == UNAVAILABLE && !answer.says(PENDING)) {
            return false;
        }
        connection.conversation().take(answer);
        return true;
    }

    @Override
    public void close() throws IOException {
        for (HttpConnection connection : connections) {
            connection.close();
        }
        selector.close();
    }
}
