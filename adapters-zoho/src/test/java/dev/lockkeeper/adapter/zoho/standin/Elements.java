package dev.lockkeeper.adapter.zoho.standin;

import dev.lockkeeper.domain.crm.Channel;
import dev.lockkeeper.domain.crm.CrmBodies;
import dev.lockkeeper.domain.crm.CrmFieldInfo;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.crm.CrmModuleInfo;
import dev.lockkeeper.domain.crm.LockedPage;
import dev.lockkeeper.domain.crm.RecordAddress;
import dev.lockkeeper.domain.crm.TakenLock;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.RecordId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of Zoho's answers. */
final class Elements {

    /** Zoho answers in the organisation's time zone. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
            .withZone(ZoneOffset.ofHoursMinutes(5, 30));

    private Elements() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static Map<String, @Nullable Object> taken(TakenLock taken) {
        Map<String, @Nullable Object> details = CrmBodies.entries(
                "Modified_Time", time(taken.at()),
                "Modified_By", user(taken.by()),
                "Created_Time", time(taken.at()),
                "id", taken.id().toString(),
                "Created_By", user(taken.by()));
        return CrmBodies.entries("data", List.of(CrmBodies.done(details, "record added")));
    }

    static Map<String, @Nullable Object> related(LockId lock, String message) {
        return CrmBodies.entries("data", List.of(CrmBodies.done(CrmBodies.entries("id", lock.toString()), message)));
    }

    static Map<String, @Nullable Object> reasonMissing() {
        return CrmBodies.entries(
                "data",
                List.of(CrmBodies.error(
                        "MANDATORY_NOT_FOUND",
                        CrmBodies.entries("api_name", "Locked_Reason__s", "json_path", "$.data[0].Locked_Reason__s"),
                        "required field not found")));
    }

    static Map<String, @Nullable Object> lock(RecordAddress record, CrmLock lock, boolean listed) {
        LockOrigin.ManualHold hold = lock.origin().manual().orElse(null);
        String source = lock.origin().source().name();
        Map<String, @Nullable Object> element = CrmBodies.entries(
                "Locked_By__s",
                hold == null ? null : user(hold.owner()),
                "$field_states",
                null,
                "Record_Locking_Rule_Id__s",
                lock.origin().heldByRule().map(Object::toString).orElse(null),
                "Locked_For__s",
                CrmBodies.entries(
                        "module", CrmBodies.entries("api_name", record.module(), "id", "111111000000000048"),
                        "name", "locked",
                        "id", record.record().toString()),
                "Locked_Reason__s",
                hold == null ? null : hold.reason().text(),
                "Record_Locking_Configuration_Id__s",
                lock.configuration().toString(),
                "$editable",
                hold != null,
                "id",
                lock.id().toString(),
                "$sharing_permission",
                hold == null ? "read_only" : "full_access",
                "Lock_Source__s",
                source.charAt(0) + source.substring(1).toLowerCase(Locale.ROOT),
                "Locked_Time__s",
                time(lock.lockedAt()),
                "Feature_Type__s",
                "record_locking",
                "$zia_visions",
                null);
        Map<String, @Nullable Object> body = CrmBodies.entries("data", List.of(element));
        if (listed) {
            body.put("info", CrmBodies.entries("per_page", 200, "count", 1, "page", 1, "more_records", false));
        }
        return body;
    }

    static Map<String, @Nullable Object> page(LockedPage page) {
        return CrmBodies.entries(
                "data",
                page.records().stream()
                        .map(record -> CrmBodies.entries("id", record.toString()))
                        .toList(),
                "info",
                CrmBodies.entries("count", page.records().size(), "more_records", page.more()));
    }

    static Map<String, @Nullable Object> areLocked(Map<RecordId, Boolean> locked) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        locked.forEach(
                (record, isLocked) -> records.add(CrmBodies.entries("Locked__s", isLocked, "id", record.toString())));
        return CrmBodies.entries(
                "data",
                records,
                "info",
                CrmBodies.entries("per_page", 200, "count", records.size(), "page", 1, "more_records", false));
    }

    static Map<String, @Nullable Object> modules(List<CrmModuleInfo> modules) {
        List<Map<String, @Nullable Object>> elements = new ArrayList<>();
        modules.forEach(module -> elements.add(CrmBodies.entries(
                "api_name",
                module.apiName(),
                "plural_label",
                module.label(),
                "generated_type",
                module.custom() ? "custom" : "default",
                "api_supported",
                true)));
        elements.add(CrmBodies.entries(
                "api_name", "Home", "plural_label", "Home", "generated_type", "default", "api_supported", false));
        return CrmBodies.entries("modules", elements);
    }

    static Map<String, @Nullable Object> fields(List<CrmFieldInfo> fields) {
        return CrmBodies.entries(
                "fields",
                fields.stream()
                        .map(field -> CrmBodies.entries(
                                "api_name", field.apiName(),
                                "field_label", field.label(),
                                "data_type", field.dataType(),
                                "read_only", field.readOnly()))
                        .toList());
    }

    static Map<String, @Nullable Object> watched(Channel channel) {
        Map<String, @Nullable Object> event = CrmBodies.entries(
                "channel_expiry", time(channel.expiresAt()),
                "resource_uri", "https://www.zohoapis.com/crm/v8/" + channel.module(),
                "resource_id", "111111000000000048",
                "resource_name", channel.module(),
                "channel_id", channel.id().toString());
        return CrmBodies.entries(
                "watch",
                List.of(CrmBodies.done(
                        CrmBodies.entries("events", List.of(event)),
                        "Successfully subscribed for actions-watch of the given module")));
    }

    /** What Zoho sends to a channel. */
    static Map<String, @Nullable Object> notification(Channel channel, RecordAddress record, String operation) {
        return CrmBodies.entries(
                "server_time", Instant.now().toEpochMilli(),
                "query_params", Map.of(),
                "module", record.module(),
                "resource_uri", "https://www.zohoapis.com/crm/v8/" + record.module(),
                "ids", List.of(record.record().toString()),
                "affected_fields", List.of(),
                "operation", operation,
                "channel_id", channel.id().toString(),
                "token", channel.token());
    }

    /** The first element of a list in a body; empty when there is none. */
    static Map<?, ?> first(Map<String, @Nullable Object> body, String key) {
        return body.get(key) instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Map<?, ?> element
                ? element
                : Map.of();
    }

    private static Map<String, @Nullable Object> user(UserRef user) {
        return CrmBodies.entries("name", user.name(), "id", user.id().toString());
    }
}
