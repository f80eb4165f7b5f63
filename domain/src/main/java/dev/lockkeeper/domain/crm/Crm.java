package dev.lockkeeper.domain.crm;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The CRM that decides about locks: driven port.
 *
 * <p>Every method is one call of the CRM, costs one of its credits, and returns within a bounded time. A change is sent
 * at most once, unless it is known that the CRM did not take it. {@link CrmReply.Unknown} is the answer of changes only;
 * a question without an answer is {@link CrmReply.Unavailable}. Safe for any number of threads; all processes that work
 * for one organisation share its limits.
 *
 * <p>Every method throws {@link dev.lockkeeper.domain.store.StoreUnavailable}, its step not taken, when what the
 * processes share cannot be reached and the call therefore was not made.
 */
public interface Crm {

    /** Most records of a page of {@link #lockedRecords}. */
    int PAGE = 200;

    /** Most records that {@link #areLocked} is asked about at once. */
    int BATCH = 100;

    /** A channel lives a week at most (contract, section "Calling the real Zoho CRM"). */
    Duration LONGEST_CHANNEL = Duration.ofDays(7);

    /** Locks a record by hand, on behalf of the user whom this service acts for there. */
    CrmReply<TakenLock> lock(RecordAddress record, LockReason reason);

    /** Ends the person's part of a lock. */
    CrmReply<LockId> unlock(RecordAddress record, LockId lock);

    /** Gives the person's part of a lock another reason. */
    CrmReply<LockId> changeReason(RecordAddress record, LockId lock, LockReason reason);

    /** The record's lock. */
    CrmReply<FoundLock> findLock(RecordAddress record);

    /**
     * Locked records of a module.
     *
     * @param page from 0; each has {@link #PAGE} records at most
     */
    CrmReply<LockedPage> lockedRecords(String module, int page);

    /**
     * Whether each of these records is locked; one that does not exist is missing from the answer.
     *
     * @param records 1 to {@link #BATCH}
     */
    CrmReply<Map<RecordId, Boolean>> areLocked(String module, List<RecordId> records);

    /** The module's locking configuration. */
    CrmReply<FoundConfiguration> findConfiguration(String module);

    /**
     * Gives a module its locking configuration.
     *
     * @param body the whole document, in the CRM's words
     */
    CrmReply<CrmAnswer> createConfiguration(String module, Map<String, @Nullable Object> body);

    /**
     * Changes a module's locking configuration.
     *
     * @param id null when the body names the configuration
     * @param body the whole document, in the CRM's words
     */
    CrmReply<CrmAnswer> changeConfiguration(
            String module, @Nullable ConfigurationId id, Map<String, @Nullable Object> body);

    /** Deletes a module's locking configuration. */
    CrmReply<CrmAnswer> deleteConfiguration(String module, ConfigurationId id);

    /** The modules of the organisation that can be called. */
    CrmReply<List<CrmModuleInfo>> modules();

    /** The fields of a module. */
    CrmReply<List<CrmFieldInfo>> fields(String module);

    /** The user on whose behalf this service calls. */
    CrmReply<UserRef> currentUser();

    /** Has the CRM tell of every change of a module's records. */
    CrmReply<ChannelId> watch(Channel channel);

    /**
     * The same CRM for work that nobody waits for: it lets callers go first, and stops, with {@link
     * CrmReply.Unavailable}, when a set share of the day's credits has been used.
     */
    Crm inBackground();

    /** How this process stands with the CRM, without asking it. */
    CrmStatus status();
}
