package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.job.JobKind;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored locking configurations: driven port.
 *
 * <p>Every method is one atomic step, and a change that is answered is durable. From then on no record is judged by the
 * rules as they were before: reports that rest on them are refused (see {@code Records.report}), and the job that is
 * made along with the change judges what is there already.
 *
 * <p>Throws {@link dev.lockkeeper.domain.store.StoreUnavailable} when the store is away; for a change, the exception
 * says whether it may have happened.
 */
public interface Configurations {

    /** The module's configuration. */
    Optional<LockingConfiguration> find(ModuleId module);

    /**
     * The module's configuration as {@link #find} answered a short while ago, without asking the store. Another process may
     * have changed or deleted it a moment ago; {@code Locks.acquire} refuses then.
     *
     * @return empty when the store has to be asked
     */
    Optional<LockingConfiguration> recall(ModuleId module);

    /** An id that no rule has had. */
    RuleId newRuleId();

    /**
     * Gives a module its configuration. Refused in this order: locks are still being ended, configured already, a field
     * of the policy has gone.
     *
     * @param followUp the job that the new rules make necessary, if any
     */
    CreateOutcome create(ModuleId module, LockingPolicy policy, @Nullable JobKind followUp, User by, Instant at);

    /**
     * Gives a configuration another policy.
     *
     * @param current what the change was made of; if it is not the stored state any more, nothing is changed
     * @param followUp the job that the changed rules make necessary, if any
     */
    ChangeOutcome change(RulesVersion current, LockingPolicy policy, @Nullable JobKind followUp, User by, Instant at);

    /**
     * Deletes a configuration and ends the module's locks: up to {@value #LOCKS_ENDED_AT_ONCE} in this step, and if
     * there are more, the others by a job.
     */
    DeleteOutcome delete(ConfigurationId id, User by, Instant at);

    /** So many locks end along with their configuration: few enough not to keep others waiting. */
    int LOCKS_ENDED_AT_ONCE = 1000;
}
