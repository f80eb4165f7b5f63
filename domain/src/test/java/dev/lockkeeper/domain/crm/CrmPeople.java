package dev.lockkeeper.domain.crm;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people and rules do inside the CRM, past this service, for tests. What cannot be done throws. */
public interface CrmPeople {

    /** Makes a module known, which has no configuration at first; nothing when it is known. */
    void addModule(String module);

    /**
     * Gives a module, which is made known if need be, this configuration instead of any it had. Locks stay.
     *
     * @param type one that has rules gets one rule
     */
    ConfigurationId configure(String module, LockType type);

    /** Deletes a module's configuration, and with it the module's locks. */
    void deleteConfiguration(String module);

    /** A new record, which is not locked, of a module that is made known if need be. */
    RecordAddress addRecord(String module);

    /** The record is gone, and its lock with it. */
    void removeRecord(RecordAddress record);

    /** Somebody locks a record that is not locked. */
    LockId lockByHand(RecordAddress record, UserRef by, LockReason reason);

    /** Somebody ends the person's part of a record's lock. */
    void unlockByHand(RecordAddress record);

    /** Somebody gives the person's part of a record's lock another reason. */
    void changeReasonByHand(RecordAddress record, LockReason reason);

    /** A rule matches: the record is locked by it, or by it too. */
    LockId lockByRule(RecordAddress record, RuleId rule);

    /** No rule matches any more: what is left is the person's part, if there is one. */
    void unlockByRule(RecordAddress record);

    /** The record's lock, or null. */
    @Nullable
    CrmLock lockOf(RecordAddress record);

    /** The calls that the service made and the CRM took, in order: the names of {@link Crm}'s methods. */
    List<String> calls();
}
