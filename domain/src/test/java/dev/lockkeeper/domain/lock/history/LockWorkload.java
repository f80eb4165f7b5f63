package dev.lockkeeper.domain.lock.history;

import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome.Acquired;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Callers that lock, change, release and look at a few records at random, with ids that may be of the past.
 *
 * @param processes each caller calls any of them
 * @param configuration of the records' module
 * @param users each call is of any of them
 */
public record LockWorkload(
        List<RecordedLocks> processes,
        LockingConfiguration configuration,
        List<User> users,
        List<RecordKey> keys,
        Map<RecordKey, LockId> known) {

    private static final RuleId RULE = new RuleId(4711);

    /** One of so many acquired locks is a rule's as well; such a record never becomes free again. */
    private static final int RULES = 60;

    public LockWorkload(
            List<RecordedLocks> processes, LockingConfiguration configuration, List<User> users, List<RecordKey> keys) {
        this(processes, configuration, users, keys, new ConcurrentHashMap<>());
    }

    /** Has so many callers at once take so many steps each. */
    public void run(int callers, int steps, Random seeds) throws InterruptedException, ExecutionException {
        List<Random> randoms = IntStream.range(0, callers)
                .mapToObj(_ -> new Random(seeds.nextLong()))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running = randoms.stream()
                    .map(random -> threads.submit(() -> {
                        for (int step = 0; step < steps; step++) {
                            step(random);
                        }
                    }))
                    .toList();
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    private void step(Random random) {
        RecordedLocks locks = one(processes, random);
        RecordKey key = one(keys, random);
        User user = one(users, random);
        LockId lock = known.get(key);
        LockReason reason = new LockReason("reason " + random.nextInt(1_000_000));
        int kind = random.nextInt(10);
        if (kind < 3) {
            locks.find(key).ifPresent(found -> known.put(key, found.id()));
        } else if (lock == null || kind < 6) {
            ManualHold hold = new ManualHold(user.ref(), reason);
            LockOrigin origin =
                    random.nextInt(RULES) == 0 ? new LockOrigin.Both(hold, RULE) : new LockOrigin.Manual(hold);
            locks.acquire(new NewLock(key, origin, configuration.rulesVersion(), Instant.EPOCH))
                    .ifPresent(outcome -> {
                        if (outcome instanceof Acquired acquired) {
                            known.put(key, acquired.lock().id());
                        }
                    });
        } else if (kind < 8) {
            locks.release(new ManualChange(key, lock, user, Instant.EPOCH));
        } else {
            locks.changeReason(new ManualChange(key, lock, user, Instant.EPOCH), reason);
        }
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
