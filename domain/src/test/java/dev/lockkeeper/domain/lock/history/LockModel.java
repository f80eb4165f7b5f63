package dev.lockkeeper.domain.lock.history;

import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.Locks;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.lock.history.Answer.Acquired;
import dev.lockkeeper.domain.lock.history.Answer.Changed;
import dev.lockkeeper.domain.lock.history.Answer.NotLocked;
import dev.lockkeeper.domain.lock.history.Answer.Refused;
import dev.lockkeeper.domain.lock.history.Answer.Shown;
import dev.lockkeeper.domain.lock.history.LockState.Held;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the port {@link Locks} promises of one record's lock when the operations come one after another. */
final class LockModel {

    /** The ids that callers named or were shown, and that no caller was told to have acquired. */
    private final List<LockId> unexplained;

    private LockModel(List<LockId> unexplained) {
        this.unexplained = unexplained;
    }

    /** The model of a record with this history. */
    static LockModel of(List<Operation> history) {
        Set<LockId> ids = new HashSet<>();
        history.forEach(operation -> named(operation).forEach(ids::add));
        history.forEach(operation -> {
            if (operation.answer() instanceof Acquired acquired) {
                ids.remove(acquired.lock());
            }
        });
        return new LockModel(List.copyOf(ids));
    }

    /** The ids that an operation names, and does not give. */
    static Stream<LockId> named(Operation operation) {
        Stream<LockId> asked = switch (operation.call()) {
            case Call.Release release -> Stream.of(release.lock());
            case Call.ChangeReason change -> Stream.of(change.lock());
            case Call.Acquire _, Call.Find _ -> Stream.of();
        };
        return operation.answer() instanceof Shown shown ? Stream.concat(asked, Stream.of(shown.lock())) : asked;
    }

    /** How the record may stand after an operation; none when it would not have been answered like this. */
    List<LockState> after(LockState state, Operation operation) {
        Answer answer = operation.answer();
        if (answer != null && !answer.revision().equals(Revision.NONE) && !rises(state, answer.revision())) {
            return List.of();
        }
        return switch (operation.call()) {
            case Call.Acquire acquire -> acquire(state, acquire, answer);
            case Call.Release release -> alter(state, release.lock(), release.by(), release.ownOnly(), null, answer);
            case Call.ChangeReason change ->
                alter(state, change.lock(), change.by(), change.ownOnly(), change.reason(), answer);
            case Call.Find _ -> find(state, answer);
        };
    }

    private static boolean rises(LockState state, Revision revision) {
        return revision.compareTo(state.revision()) > 0;
    }

    private static List<LockState> find(LockState state, @Nullable Answer answer) {
        Held held = state.held();
        if (held == null) {
            return stay(state, new NotLocked(), answer);
        }
        LockId id = held.lock();
        if (id == null) {
            // Whoever was shown it was told its id.
            return answer == null ? List.of(state) : List.of();
        }
        return stay(state, new Shown(id, held.reason()), answer);
    }

    private static List<LockState> stay(LockState state, Answer expected, @Nullable Answer answer) {
        return answer == null || answer.equals(expected) ? List.of(state) : List.of();
    }

    private List<LockState> acquire(LockState state, Call.Acquire acquire, @Nullable Answer answer) {
        if (!acquire.inForce()) {
            return stay(state, Refused.CONFIGURATION_CHANGED, answer);
        }
        if (state.held() != null) {
            return stay(state, Refused.ALREADY_HELD, answer);
        }
        if (answer == null) {
            return acquiredUnderAnyId(state, acquire);
        }
        return answer instanceof Acquired acquired
                ? List.of(state.with(held(acquired.lock(), acquire), acquired.revision()))
                : List.of();
    }

    private List<LockState> acquiredUnderAnyId(LockState state, Call.Acquire acquire) {
        List<LockState> states = new ArrayList<>();
        for (LockId id : unexplained) {
            if (!state.guessed().contains(id)) {
                Set<LockId> guessed = new HashSet<>(state.guessed());
                guessed.add(id);
                states.add(new LockState(held(id, acquire), guessed, state.revision()));
            }
        }
        states.add(state.with(held(null, acquire), Revision.NONE));
        return states;
    }

    private static Held held(@Nullable LockId id, Call.Acquire acquire) {
        return new Held(id, acquire.owner(), acquire.reason(), acquire.byRule());
    }

    /** @param reason null where the person's part of the lock is to end */
    private static List<LockState> alter(
            LockState state, LockId lock, long by, boolean ownOnly, @Nullable String reason, @Nullable Answer answer) {
        Held held = state.held();
        if (held == null || !lock.equals(held.lock())) {
            return stay(state, Refused.NO_SUCH_LOCK, answer);
        }
        if (ownOnly && !Objects.equals(held.owner(), by)) {
            return stay(state, Refused.NOT_OWNER, answer);
        }
        if (held.owner() == null) {
            return stay(state, Refused.HELD_BY_RULE, answer);
        }
        if (answer != null && !(answer instanceof Changed)) {
            return List.of();
        }
        Held after = reason != null
                ? new Held(lock, held.owner(), reason, held.byRule())
                : held.byRule() ? new Held(lock, null, null, true) : null;
        return List.of(state.with(after, answer == null ? Revision.NONE : answer.revision()));
    }
}
