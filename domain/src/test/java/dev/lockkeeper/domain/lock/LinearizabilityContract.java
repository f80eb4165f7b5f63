package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.TestSeed;
import dev.lockkeeper.domain.configuration.LockingConfiguration;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.history.History;
import dev.lockkeeper.domain.lock.history.LockWorkload;
import dev.lockkeeper.domain.lock.history.RecordedLocks;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What many callers of a {@link Locks} are answered is explained by one order of their operations. Seeded: {@link
 * TestSeed}.
 */
public interface LinearizabilityContract {

    Locks locks();

    LocksFixture given();

    /** Some may change anybody's lock, some their own alone. */
    @Test
    default void isLinearizable() throws Exception {
        Random random = TestSeed.random(LinearizabilityContract.class);
        History history = new History();
        LockingConfiguration configuration = given().configuration();
        List<User> users = List.of(given().user(Permission.LOCK), given().user(), given().user());
        List<RecordedLocks> locks = List.of(new RecordedLocks(locks(), history));
        for (int round = 0; round < 4; round++) {
            List<RecordKey> keys = Stream.generate(() -> given().record(configuration))
                    .limit(3)
                    .toList();
            new LockWorkload(locks, configuration, users, keys).run(8, 40, random);
        }
        history.verify();
    }
}
