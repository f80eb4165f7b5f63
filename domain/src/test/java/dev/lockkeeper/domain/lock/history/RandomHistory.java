package dev.lockkeeper.domain.lock.history;

import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.lock.history.Answer.Acquired;
import dev.lockkeeper.domain.lock.history.Answer.Changed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Histories of one record, made from what the locks in memory answer to one caller. */
record RandomHistory(Random random) {

    private static final long APART = 1_000_000;

    /** Operations one after another. */
    private List<Operation> sequential(int operations) throws InterruptedException, ExecutionException {
        OneRecord record = new OneRecord();
        History history = new History();
        List<RecordKey> keys = List.of(record.key());
        new LockWorkload(
                        List.of(new RecordedLocks(record.locks(), history)),
                        record.configuration(),
                        OneRecord.USERS,
                        keys)
                .run(1, operations, random);
        return history.all();
    }

    /**
     * A linearizable history.
     *
     * @param overlap so many operations overlap about
     * @param unknown of so many of 100 nobody knows what came of them, and as many more never happened
     */
    List<Operation> linearizable(int operations, int overlap, int unknown)
            throws InterruptedException, ExecutionException {
        List<Operation> all = new ArrayList<>();
        long point = 0;
        for (Operation operation : sequential(operations)) {
            point += APART;
            Operation overlapping = new Operation(
                    point - random.nextLong(APART * overlap),
                    point + 1 + random.nextLong(APART * overlap),
                    operation.call(),
                    operation.answer());
            boolean isUnknown = isTrueInPercent(unknown) && !(operation.call() instanceof Call.Find);
            all.add(isUnknown ? Operation.unknown(overlapping.invocation(), operation.call()) : overlapping);
            if (isTrueInPercent(unknown)) {
                all.add(Operation.unknown(overlapping.invocation() + 1, operation.call()));
            }
        }
        return atTimesOfTheirOwn(all);
    }

    private boolean isTrueInPercent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** The same order of invocations and responses, each at a time of its own. */
    private static List<Operation> atTimesOfTheirOwn(List<Operation> operations) {
        List<Operation> timed = new ArrayList<>(operations);
        record Moment(int operation, boolean isResponse, long at) {}
        List<Moment> moments = IntStream.range(0, operations.size())
                .boxed()
                .flatMap(i -> List.of(
                        new Moment(i, false, operations.get(i).invocation()),
                        new Moment(i, true, operations.get(i).response()))
                        .stream())
                .sorted(Comparator.comparingLong(Moment::at).thenComparingInt(Moment::operation))
                .toList();
        long[] invocations = new long[operations.size()];
        for (int time = 0; time < moments.size(); time++) {
            Moment moment = moments.get(time);
            Operation operation = operations.get(moment.operation());
            if (!moment.isResponse()) {
                invocations[moment.operation()] = time;
            } else {
                timed.set(
                        moment.operation(),
                        operation.answer() == null
                                ? Operation.unknown(invocations[moment.operation()], operation.call())
                                : new Operation(
                                        invocations[moment.operation()], time, operation.call(), operation.answer()));
            }
        }
        return timed;
    }

    /** The same with one change that most often leaves no order that explains it. */
    List<Operation> mutated(List<Operation> history) {
        List<Operation> mutated = new ArrayList<>(history);
        int which = random.nextInt(history.size());
        Operation one = history.get(which);
        Operation other = history.get(random.nextInt(history.size()));
        mutated.set(
                which,
                random.nextBoolean()
                        ? answered(one, other.answer())
                        : new Operation(one.invocation(), one.response(), other.call(), one.answer()));
        return mutated;
    }

    private static Operation answered(Operation operation, @Nullable Answer answer) {
        if (answer == null || operation.answer() == null) {
            return Operation.unknown(operation.invocation(), operation.call());
        }
        return new Operation(operation.invocation(), operation.response(), operation.call(), answer);
    }

    /** The same as it is told by whoever is told no revisions. */
    static List<Operation> withoutRevisions(List<Operation> history) {
        return history.stream()
                .map(operation -> switch (operation.answer()) {
                    case Acquired acquired -> answered(operation, new Acquired(acquired.lock(), Revision.NONE));
                    case Changed _ -> answered(operation, new Changed(Revision.NONE));
                    case null, default -> operation;
                })
                .toList();
    }
}
