package dev.lockkeeper.domain.crm;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link SharedTokens} in memory. */
public final class InMemorySharedTokens implements SharedTokens {

    /** A token, until when somebody asks for the next, and when that was tried before. */
    private record Kept(SharedToken token, @Nullable Instant askingUntil, List<Instant> attempts) {}

    private final Map<String, Kept> tokens = new HashMap<>();

    private Kept kept(String credentials) {
        return tokens.getOrDefault(credentials, new Kept(SharedToken.none(), null, List.of()));
    }

    @Override
    public synchronized SharedToken find(String credentials) {
        return kept(credentials).token();
    }

    @Override
    public synchronized boolean claim(String credentials, long generation, Instant now, Duration lease) {
        Kept kept = kept(credentials);
        SharedToken token = kept.token();
        List<Instant> recent = new ArrayList<>(kept.attempts());
        recent.removeIf(attempt -> !attempt.isAfter(now.minus(WINDOW)));
        if (token.generation() != generation
                || !hasPassed(kept.askingUntil(), now)
                || !hasPassed(token.pausedUntil(), now)
                || !token.lettingIn()
                || recent.size() >= MOST_IN_WINDOW) {
            return false;
        }
        recent.add(now);
        tokens.put(credentials, new Kept(token, now.plus(lease), recent));
        return true;
    }

    private static boolean hasPassed(@Nullable Instant time, Instant now) {
        return time == null || !time.isAfter(now);
    }

    @Override
    public synchronized void renewed(String credentials, long generation, String sealed, Instant expiresAt) {
        Kept kept = kept(credentials);
        if (kept.token().generation() == generation) {
            SharedToken token = new SharedToken(generation + 1, sealed, micros(expiresAt), null, null, true);
            tokens.put(credentials, new Kept(token, null, kept.attempts()));
        }
    }

    @Override
    public synchronized void failed(
            String credentials, long generation, String failure, Instant pausedUntil, boolean lettingIn) {
        Kept kept = kept(credentials);
        SharedToken last = kept.token();
        if (last.generation() == generation) {
            SharedToken token = new SharedToken(
                    generation, last.sealed(), last.expiresAt(), micros(pausedUntil), failure, lettingIn);
            tokens.put(credentials, new Kept(token, null, kept.attempts()));
        }
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
