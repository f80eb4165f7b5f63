package dev.lockkeeper.domain.lock.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.lock.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Records what many callers do to records at once. Safe for any number of threads. */
public final class History {

    private final AtomicLong time = new AtomicLong();
    private final Map<RecordKey, Queue<Operation>> operations = new ConcurrentHashMap<>();

    /** An operation under way. */
    public final class Invocation {

        private final RecordKey key;
        private final Call call;
        private final long at = time.incrementAndGet();

        private Invocation(RecordKey key, Call call) {
            this.key = key;
            this.call = call;
        }

        /** It was answered. */
        public void answered(Answer answer) {
            add(new Operation(at, time.incrementAndGet(), call, answer));
        }

        /** Nobody knows whether it took effect, or will. */
        public void lost() {
            if (!(call instanceof Call.Find)) {
                add(Operation.unknown(at, call));
            }
        }

        private void add(Operation operation) {
            operations.computeIfAbsent(key, _ -> new ConcurrentLinkedQueue<>()).add(operation);
        }
    }

    /** An operation begins. One that is neither answered nor lost has surely not happened, and never will. */
    public Invocation begin(RecordKey key, Call call) {
        return new Invocation(key, call);
    }

    /** How many operations there are, those of which nobody knows what came of them among them. */
    public int size() {
        return operations.values().stream().mapToInt(Queue::size).sum();
    }

    /** Of how many operations nobody knows what came of them. */
    public long lost() {
        return all().stream().filter(operation -> operation.answer() == null).count();
    }

    /** All operations, in no order. */
    List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        operations.values().forEach(all::addAll);
        return all;
    }

    /** Fails where what callers were answered is not what one order of their operations explains. */
    public void verify() {
        operations.forEach((key, ofRecord) -> assertThat(Linearizability.contradictionIn(List.copyOf(ofRecord)))
                .as("history of %s", key)
                .isEmpty());
        assertThat(Linearizability.contradictionInRevisions(all())).isEmpty();
    }
}
