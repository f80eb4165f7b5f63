package dev.lockkeeper.domain.mirror;

import static dev.lockkeeper.domain.mirror.MirrorSteps.IN_CRM;
import static dev.lockkeeper.domain.mirror.MirrorSteps.LONG;
import static dev.lockkeeper.domain.mirror.MirrorSteps.eventually;
import static dev.lockkeeper.domain.mirror.MirrorSteps.newLockId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.LocksFixture;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How every implementation of {@link MirroredLocks} tells what came of an intent, until it is forgotten. */
public interface AwaitedIntentContract {

    MirroredLocks mirror();

    Locks locks();

    LocksFixture given();

    private MirrorSteps steps() {
        return new MirrorSteps(mirror(), locks(), given());
    }

    @Test
    default void tellsThoseWhoWait() throws Exception {
        MirrorSteps steps = steps();
        LockIntent intent = steps.claimed(steps.take());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<IntentResult>> waiting =
                    threads.submit(() -> mirror().await(intent.id(), Duration.ofSeconds(30)));

            IntentResult result = steps.settled(intent, new Settlement.Taken(newLockId(), IN_CRM));

            assertThat(waiting.get()).contains(result);
        }
    }

    @Test
    default void waitsNoLongerThanAskedAndNotForWhatIsUnknown() {
        MirrorSteps steps = steps();
        LockIntent intent = steps.claimed(steps.take());

        assertThat(mirror().await(intent.id(), Duration.ZERO)).isEmpty();
        assertThat(mirror().await(intent.id(), Duration.ofMillis(30))).isEmpty();
        assertThat(mirror().await(new IntentId(Long.MAX_VALUE), Duration.ofSeconds(30)))
                .isEmpty();
    }

    @Test
    default void forgetsWhatWasSettledLongAgo() {
        MirrorSteps steps = steps();
        LockIntent settled = steps.claimed(steps.take());
        steps.settled(settled, new Settlement.NotMade());
        LockIntent open = steps.claimed(steps.take());
        mirror().forgetSettled(LONG);
        assertThat(mirror().await(settled.id(), Duration.ZERO)).isPresent();

        eventually(() -> {
            mirror().forgetSettled(Duration.ZERO);
            return Optional.of(settled)
                    .filter(known -> mirror().await(known.id(), Duration.ZERO).isEmpty());
        });

        assertThat(mirror().findOpen(steps.key)).contains(open);
        assertThat(Objects.requireNonNull(steps.standing().latestIntent())).isEqualTo(open.id());
    }
}
