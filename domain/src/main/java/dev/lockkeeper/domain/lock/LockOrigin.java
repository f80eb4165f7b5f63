package dev.lockkeeper.domain.lock;

import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.UserRef;
import java.util.Optional;

/** Where a lock comes from: a person, a rule, or both. Only a person's part can be changed or ended by hand. */
public sealed interface LockOrigin {

    /** Zoho's {@code Lock_Source__s}. */
    LockSource source();

    /** The person's part, when there is one. */
    Optional<ManualHold> manual();

    /** The rule that holds the lock, when there is one. */
    Optional<RuleId> heldByRule();

    /** What a person's lock consists of. */
    record ManualHold(UserRef owner, LockReason reason) {}

    /** Locked by a person. */
    record Manual(ManualHold hold) implements LockOrigin {

        public Manual(UserRef owner, LockReason reason) {
            this(new ManualHold(owner, reason));
        }

        @Override
        public LockSource source() {
            return LockSource.MANUAL;
        }

        @Override
        public Optional<ManualHold> manual() {
            return Optional.of(hold);
        }

        @Override
        public Optional<RuleId> heldByRule() {
            return Optional.empty();
        }
    }

    /** Locked by a rule: no owner, no reason. */
    record Automatic(RuleId rule) implements LockOrigin {

        @Override
        public LockSource source() {
            return LockSource.AUTOMATIC;
        }

        @Override
        public Optional<ManualHold> manual() {
            return Optional.empty();
        }

        @Override
        public Optional<RuleId> heldByRule() {
            return Optional.of(rule);
        }
    }

    /** Locked by a person, and a rule matches too. Ending the person's part leaves {@link Automatic}. */
    record Both(ManualHold hold, RuleId rule) implements LockOrigin {

        @Override
        public LockSource source() {
            return LockSource.BOTH;
        }

        @Override
        public Optional<ManualHold> manual() {
            return Optional.of(hold);
        }

        @Override
        public Optional<RuleId> heldByRule() {
            return Optional.of(rule);
        }
    }
}
