package dev.lockkeeper.domain.lock.history;

import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.configuration.RulesVersion;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.AcquireOutcome;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.ManualChange;
import dev.lockkeeper.domain.lock.NewLock;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.lock.history.Answer.Acquired;
import dev.lockkeeper.domain.lock.history.Answer.Changed;
import dev.lockkeeper.domain.lock.history.Answer.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does operations one after another to the locks in memory, and compares what they answer. For one use. */
final class Replay {

    /** In memory, locks get ids like Zoho's. */
    private static final LockId NOBODY_HAS_IT = new LockId(1);

    private static final RuleId RULE = new RuleId(4711);

    private final OneRecord record = new OneRecord();

    /** The ids in the history, and those that the same locks have here. */
    private final Map<LockId, LockId> ids = new HashMap<>();

    /** What the locks are called whose callers were not told, in their order. */
    private final List<@Nullable LockId> guesses;

    private Revision latest = Revision.NONE;

    private Replay(List<@Nullable LockId> guesses) {
        this.guesses = new ArrayList<>(guesses);
    }

    /** Whether the answers are those, whatever the locks are called whose callers were not told. */
    static boolean explains(List<Operation> order) {
        List<LockId> named = order.stream().flatMap(LockModel::named).distinct().toList();
        long unknown = order.stream()
                .filter(operation -> operation.answer() == null && operation.call() instanceof Call.Acquire)
                .count();
        return explains(order, named, unknown, List.of());
    }

    private static boolean explains(
            List<Operation> order, List<LockId> named, long unknown, List<@Nullable LockId> guesses) {
        if (unknown == 0) {
            return new Replay(guesses).answers(order);
        }
        List<@Nullable LockId> choices = new ArrayList<>(named);
        choices.add(null);
        for (LockId choice : choices) {
            List<@Nullable LockId> longer = new ArrayList<>(guesses);
            longer.add(choice);
            if (explains(order, named, unknown - 1, longer)) {
                return true;
            }
        }
        return false;
    }

    private boolean answers(List<Operation> order) {
        return order.stream().allMatch(this::answers);
    }

    private boolean answers(Operation operation) {
        Answer answer = operation.answer();
        return switch (operation.call()) {
            case Call.Acquire acquire -> acquire(acquire, answer);
            case Call.Release release -> {
                ManualChange change = change(release.lock(), release.by(), release.ownOnly());
                yield isAnswer(RecordedLocks.answer(record.locks().release(change)), answer);
            }
            case Call.ChangeReason other -> {
                ManualChange change = change(other.lock(), other.by(), other.ownOnly());
                LockReason reason = new LockReason(other.reason());
                yield isAnswer(RecordedLocks.answer(record.locks().changeReason(change, reason)), answer);
            }
            case Call.Find _ -> isAnswer(RecordedLocks.answer(record.locks().find(record.key())), answer);
        };
    }

    private boolean acquire(Call.Acquire call, @Nullable Answer answer) {
        RulesVersion inForce = record.configuration().rulesVersion();
        AcquireOutcome outcome = record.locks()
                .acquire(new NewLock(
                        record.key(),
                        origin(call),
                        call.inForce() ? inForce : new RulesVersion(inForce.configuration(), inForce.version() + 1),
                        Instant.EPOCH));
        LockId name =
                answer instanceof Acquired acquired ? acquired.lock() : answer == null ? guesses.removeFirst() : null;
        if (outcome instanceof AcquireOutcome.Acquired acquired && name != null) {
            if (ids.putIfAbsent(name, acquired.lock().id()) != null) {
                return false;
            }
        }
        return isAnswer(RecordedLocks.answer(outcome), answer);
    }

    private static LockOrigin origin(Call.Acquire call) {
        if (call.owner() == null) {
            return new LockOrigin.Automatic(RULE);
        }
        ManualHold hold = new ManualHold(
                OneRecord.user(call.owner(), Set.of()).ref(), new LockReason(Objects.requireNonNull(call.reason())));
        return call.byRule() ? new LockOrigin.Both(hold, RULE) : new LockOrigin.Manual(hold);
    }

    private ManualChange change(LockId lock, long by, boolean ownOnly) {
        User user = OneRecord.user(by, ownOnly ? Set.of() : Set.of(Permission.LOCK));
        return new ManualChange(record.key(), ids.getOrDefault(lock, NOBODY_HAS_IT), user, Instant.EPOCH);
    }

    /** @param given what was answered; null when nobody knows */
    private boolean isAnswer(Answer here, @Nullable Answer given) {
        return switch (given) {
            case null -> true;
            case Acquired acquired -> here instanceof Acquired && rises(acquired.revision());
            case Changed changed -> here instanceof Changed && rises(changed.revision());
            case Shown shown ->
                here instanceof Shown found
                        && found.lock().equals(ids.get(shown.lock()))
                        && Objects.equals(found.reason(), shown.reason());
            case Answer.NotLocked _, Answer.Refused _ -> here.equals(given);
        };
    }

    private boolean rises(Revision told) {
        if (told.equals(Revision.NONE)) {
            return true;
        }
        boolean rises = told.compareTo(latest) > 0;
        latest = told;
        return rises;
    }
}
