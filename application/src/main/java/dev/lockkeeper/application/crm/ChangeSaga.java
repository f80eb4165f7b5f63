package dev.lockkeeper.application.crm;

import dev.lockkeeper.application.lock.ElsewhereOutcome;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.crm.TakenLock;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.mirror.ClaimOutcome;
import dev.lockkeeper.domain.mirror.IntendedChange;
import dev.lockkeeper.domain.mirror.IntentId;
import dev.lockkeeper.domain.mirror.IntentResult;
import dev.lockkeeper.domain.mirror.LockIntent;
import dev.lockkeeper.domain.mirror.MirroredLocks;
import dev.lockkeeper.domain.mirror.MirroredModules;
import dev.lockkeeper.domain.mirror.NewIntent;
import dev.lockkeeper.domain.mirror.SettleOutcome;
import dev.lockkeeper.domain.mirror.Settlement;
import dev.lockkeeper.domain.mirror.StaleRecords;
import dev.lockkeeper.domain.store.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One change of a record's lock through the CRM: <em>claim</em> an intent, <em>call</em> the CRM, <em>settle</em> the
 * intent. The intent is durable before the CRM hears of it, so that whatever breaks in between, {@link SettleIntents}
 * finds it and asks the CRM what is true.
 */
public final class ChangeSaga {

    private final Crm crm;
    private final MirroredLocks locks;
    private final MirroredModules modules;
    private final StaleRecords staleRecords;
    private final RecordCheck check;
    private final ActingUser actingUser;
    private final Inquiry inquiry;
    private final CrmSettings settings;
    private final Clock clock;

    public ChangeSaga(
            Crm crm,
            MirroredLocks locks,
            MirroredModules modules,
            StaleRecords staleRecords,
            RecordCheck check,
            ActingUser actingUser,
            CrmSettings settings,
            Clock clock) {
        this.crm = crm;
        this.locks = locks;
        this.modules = modules;
        this.staleRecords = staleRecords;
        this.check = check;
        this.actingUser = actingUser;
        this.inquiry = new Inquiry(actingUser);
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of a change. */
    sealed interface Outcome {}

    /** It was made, by this call or by the one that this call joined. */
    record Made(IntentResult.Made made) implements Outcome {}

    /** The claim was refused, and the CRM was not asked. */
    record NotClaimed(ClaimOutcome claim) implements Outcome {}

    /** Another change of the same record is open, for longer than this call may wait. */
    record Busy(IntendedChange change) implements Outcome {}

    /** It was not made, or not known to be. */
    record Unmade(ElsewhereOutcome outcome) implements Outcome {}

    Outcome run(CrmModule module, RecordKey key, IntendedChange change, User by) {
        Instant deadline = clock.instant().plus(settings.joinWait());
        Optional<Outcome> outcome = attempt(module, key, change, by, deadline);
        while (outcome.isEmpty()) {
            // Another change was in the way and is over: it is this one's turn.
            outcome = attempt(module, key, change, by, deadline);
        }
        return outcome.get();
    }

    private Optional<Outcome> attempt(
            CrmModule module, RecordKey key, IntendedChange change, User by, Instant deadline) {
        return switch (locks.claim(new NewIntent(key, change, by, clock.instant(), settings.lease()))) {
            case ClaimOutcome.Claimed(LockIntent intent) -> call(module, intent);
            case ClaimOutcome.Joined(IntentId open) -> join(open, deadline);
            case ClaimOutcome.Busy(IntentId open, IntendedChange other) ->
                locks.await(open, remaining(deadline)).isPresent() ? Optional.empty() : Optional.of(new Busy(other));
            case ClaimOutcome.AlreadyHeld refused -> Optional.of(new NotClaimed(refused));
            case ClaimOutcome.NoSuchLock refused -> Optional.of(new NotClaimed(refused));
            case ClaimOutcome.NotOwner refused -> Optional.of(new NotClaimed(refused));
            case ClaimOutcome.HeldByRule refused -> Optional.of(new NotClaimed(refused));
        };
    }

    private Optional<Outcome> join(IntentId open, Instant deadline) {
        Optional<IntentResult> result = knowingly(() -> locks.await(open, remaining(deadline)));
        return result.isPresent() ? outcome(result.get()) : Optional.of(new Unmade(new ElsewhereOutcome.Pending()));
    }

    /** Whatever the store does from here on: the CRM has been asked, and the intent is there for who asks what is true. */
    private static <T> T knowingly(Supplier<T> step) {
        try {
            return step.get();
        } catch (StoreUnavailable e) {
            throw new StoreUnavailable(StoreUnavailable.Step.UNKNOWN, e);
        }
    }

    private Duration remaining(Instant deadline) {
        Duration remaining = Duration.between(clock.instant(), deadline);
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    /** Empty when nothing came of the intent, so that the change is still to be made. */
    private static Optional<Outcome> outcome(IntentResult result) {
        return switch (result) {
            case IntentResult.Made made -> Optional.of(new Made(made));
            case IntentResult.Refused(CrmRefusal refusal) ->
                Optional.of(new Unmade(new ElsewhereOutcome.RefusedThere(refusal)));
            case IntentResult.NotMade() -> Optional.empty();
        };
    }

    private Optional<Outcome> call(CrmModule module, LockIntent intent) {
        RecordAddress record = new RecordAddress(module.apiName(), intent.key().record());
        CrmReply<Settlement> reply = ask(record, intent);
        return knowingly(() -> settle(module, record, intent, reply));
    }

    private Optional<Outcome> settle(
            CrmModule module, RecordAddress record, LockIntent intent, CrmReply<Settlement> reply) {
        return switch (reply) {
            case CrmReply.Answered<Settlement>(Settlement settlement) -> settle(module, intent, settlement);
            case CrmReply.Refused<Settlement>(CrmRefusal refusal) ->
                settle(module, intent, refused(module, record, intent, refusal));
            case CrmReply.Unavailable<Settlement>(Duration retryAfter) -> {
                settle(module, intent, new Settlement.NotMade());
                yield Optional.of(new Unmade(new ElsewhereOutcome.Away(retryAfter)));
            }
            case CrmReply.Unknown<Settlement>() -> clearUp(module, record, intent);
        };
    }

    private CrmReply<Settlement> ask(RecordAddress record, LockIntent intent) {
        return switch (intent.change()) {
            case IntendedChange.Take(LockReason reason, var _) ->
                crm.lock(record, reason).map(this::taken);
            case IntendedChange.Release(LockId lock) -> crm.unlock(record, lock).map(_ -> new Settlement.Changed());
            case IntendedChange.ChangeReason(LockId lock, LockReason reason) ->
                crm.changeReason(record, lock, reason).map(_ -> new Settlement.Changed());
        };
    }

    private Settlement taken(TakenLock taken) {
        actingUser.met(taken.by());
        return new Settlement.Taken(taken.id(), taken.at());
    }

    /** The CRM's no may say that it knows something else than we do. */
    private Settlement refused(CrmModule module, RecordAddress record, LockIntent intent, CrmRefusal refusal) {
        return switch (refusal.reason()) {
            case ALREADY_LOCKED, HELD_BY_RULE, UNKNOWN_ID, UNKNOWN_RECORD ->
                switch (Inquiry.find(crm, record)) {
                    case Inquiry.Lock(var found) -> new Settlement.RefusedAndFound(refusal, found);
                    case Inquiry.NotTold(), Inquiry.Away() -> {
                        lookLater(intent);
                        yield new Settlement.Refused(refusal);
                    }
                };
            case NOT_CONFIGURED, AUTOMATIC_ONLY, UNKNOWN_MODULE, NOT_SUPPORTED -> {
                modules.markStale(module.id(), clock.instant());
                yield new Settlement.Refused(refusal);
            }
            case NOT_PERMITTED, INVALID_BODY, UNKNOWN_CALL, UNDOCUMENTED -> new Settlement.Refused(refusal);
        };
    }

    /** Nobody knows whether the CRM made the change: it may know already, or the intent waits for who asks later. */
    private Optional<Outcome> clearUp(CrmModule module, RecordAddress record, LockIntent intent) {
        Optional<Inquiry.Cleared> cleared = inquiry.ask(crm, record, intent, false);
        if (cleared.isPresent()) {
            Optional<Outcome> outcome = settle(module, intent, cleared.get().settlement());
            if (cleared.get().lookAgain()) {
                lookLater(intent);
            }
            return outcome;
        }
        locks.postpone(intent, settings.grace());
        return Optional.of(new Unmade(new ElsewhereOutcome.Pending()));
    }

    /** Empty when nothing came of the intent, so that the change is still to be made. */
    private Optional<Outcome> settle(CrmModule module, LockIntent intent, Settlement settlement) {
        return switch (locks.settle(intent, settlement, clock.instant())) {
            case SettleOutcome.Settled(IntentResult result) -> outcome(result);
            case SettleOutcome.NoLongerHeld() -> overtaken(module, intent);
        };
    }

    /** This process was taken for dead. What the other one found out may be older than what this one knows. */
    private Optional<Outcome> overtaken(CrmModule module, LockIntent intent) {
        if (check.check(crm, module, intent.key().record()) != RecordCheck.Result.AGREED) {
            lookLater(intent);
        }
        @Nullable
        IntentResult result = locks.await(intent.id(), settings.joinWait()).orElse(null);
        return Optional.of(
                result instanceof IntentResult.Made made ? new Made(made) : new Unmade(new ElsewhereOutcome.Pending()));
    }

    private void lookLater(LockIntent intent) {
        staleRecords.note(intent.key().module(), List.of(intent.key().record()));
    }
}
