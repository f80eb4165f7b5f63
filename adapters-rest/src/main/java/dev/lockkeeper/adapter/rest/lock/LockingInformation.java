package dev.lockkeeper.adapter.rest.lock;

import dev.lockkeeper.adapter.rest.time.ZohoTime;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockOrigin.ManualHold;
import dev.lockkeeper.domain.lock.LockSource;
import dev.lockkeeper.domain.lock.LockedRecord;
import dev.lockkeeper.domain.lock.RecordLock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Zoho's element of {@code Locking_Information__s}, with its keys in the order of Zoho's own samples. */
final class LockingInformation {

    /** In every answer, asked for or not (seed 001's sample). */
    private static final Set<String> ALWAYS = Set.of("id", "Feature_Type__s");

    private LockingInformation() {}

    /** All keys of a lock, for {@code caller}. */
    static Map<String, @Nullable Object> of(CrmModule module, LockedRecord locked, User caller) {
        RecordLock lock = locked.lock();
        boolean editable = lock.isEditableBy(caller);
        Optional<ManualHold> hold = lock.origin().manual();
        Map<String, @Nullable Object> element = new LinkedHashMap<>();
        element.put("Locked_By__s", hold.map(held -> user(held.owner())).orElse(null));
        element.put("$field_states", null);
        element.put(
                "Record_Locking_Rule_Id__s",
                lock.origin().heldByRule().map(RuleId::toString).orElse(null));
        element.put("Locked_For__s", record(module, locked));
        element.put("Locked_Reason__s", hold.map(held -> held.reason().text()).orElse(null));
        element.put("Record_Locking_Configuration_Id__s", lock.configuration().toString());
        element.put("$editable", editable);
        element.put("id", lock.id().toString());
        element.put("$sharing_permission", editable ? "full_access" : "read_only");
        element.put("Lock_Source__s", source(lock.origin().source()));
        element.put("Locked_Time__s", ZohoTime.format(lock.lockedAt()));
        element.put("Feature_Type__s", "record_locking");
        element.put("$zia_visions", null);
        return element;
    }

    /** The keys that the query parameter {@code fields} asks for, and those that are always there. */
    static Map<String, @Nullable Object> only(String fields, Map<String, @Nullable Object> element) {
        Set<String> asked =
                Arrays.stream(fields.split(",", -1)).map(String::strip).collect(Collectors.toSet());
        Map<String, @Nullable Object> answered = new LinkedHashMap<>(element);
        answered.keySet().removeIf(key -> !key.startsWith("$") && !ALWAYS.contains(key) && !asked.contains(key));
        return answered;
    }

    static Map<String, Object> user(UserRef user) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", user.name());
        answer.put("id", user.id().toString());
        return answer;
    }

    private static Map<String, @Nullable Object> record(CrmModule module, LockedRecord locked) {
        Map<String, @Nullable Object> inModule = new LinkedHashMap<>();
        inModule.put("api_name", module.apiName());
        inModule.put("id", module.id().toString());
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("module", inModule);
        answer.put("name", locked.recordName());
        answer.put("id", locked.lock().key().record().toString());
        return answer;
    }

    private static String source(LockSource source) {
        return switch (source) {
            case MANUAL -> "Manual";
            case AUTOMATIC -> "Automatic";
            case BOTH -> "Both";
        };
    }
}
