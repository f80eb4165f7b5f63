package dev.lockkeeper.adapter.persistence.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lockkeeper.adapter.persistence.database.Database;
import dev.lockkeeper.adapter.persistence.database.Follower.State;
import dev.lockkeeper.domain.identity.Grant;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What tokens stood for a short while ago, under their hashes. A grant counts as long as this process knows that no user,
 * profile or token was changed since it was read.
 */
final class RememberedGrants {

    /** More tokens are not remembered; whoever was not asked for in a long time is forgotten first. */
    private static final int MAX_TOKENS = 10_000;

    private record Remembered(Grant grant, State identities) {}

    private final Database database;
    private final Cache<ByteBuffer, Remembered> grants =
            Caffeine.newBuilder().maximumSize(MAX_TOKENS).build();

    RememberedGrants(Database database) {
        this.database = database;
    }

    /** Asks what a token stands for, and remembers it. */
    Optional<Grant> remember(byte[] hash, Supplier<Optional<Grant>> ask) {
        // Before it is asked: what changes from here on makes it be forgotten.
        Optional<State> identities = database.follower().identities();
        Optional<Grant> found = ask.get();
        if (identities.isPresent() && found.isPresent()) {
            grants.put(ByteBuffer.wrap(hash), new Remembered(found.get(), identities.get()));
        }
        return found;
    }

    /** @throws StoreUnavailable as {@code AccessTokens.recall} */
    Optional<Grant> recall(byte[] hash) {
        if (database.follower().hasLostTheStore()) {
            throw new StoreUnavailable(StoreUnavailable.Step.NOT_TAKEN, new IllegalStateException("Not followed"));
        }
        Optional<State> identities = database.follower().identities();
        @Nullable Remembered found = grants.getIfPresent(ByteBuffer.wrap(hash));
        return found != null && identities.equals(Optional.of(found.identities()))
                ? Optional.of(found.grant())
                : Optional.empty();
    }
}
