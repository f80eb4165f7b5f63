package dev.lockkeeper.adapter.persistence.mirror;

import dev.lockkeeper.adapter.persistence.database.Json;
import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.RecordId;
import dev.lockkeeper.domain.lock.RecordKey;
import dev.lockkeeper.domain.lock.Revision;
import dev.lockkeeper.domain.mirror.IntendedChange;
import dev.lockkeeper.domain.mirror.IntentId;
import dev.lockkeeper.domain.mirror.IntentResult;
import dev.lockkeeper.domain.mirror.LockIntent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How rows of {@code lock_intent} read. */
final class IntentRows {

    private static final String OUTCOME = "outcome";
    private static final String MADE = "made";
    private static final String REFUSED = "refused";
    private static final String NOT_MADE = "not_made";

    private IntentRows() {}

    static LockIntent intent(ResultSet row) throws SQLException {
        return new LockIntent(
                new IntentId(row.getLong("intent_id")),
                new RecordKey(
                        new ModuleId(row.getLong("intent_module_id")), new RecordId(row.getLong("intent_record_id"))),
                change(
                        row.getString("kind"),
                        row.getLong("lock_id"),
                        row.getString("intent_reason"),
                        row.getLong("intent_configuration_id")),
                new UserRef(new UserId(row.getLong("by_user")), row.getString("by_name")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("holder"));
    }

    static String kind(IntendedChange change) {
        return switch (change) {
            case IntendedChange.Take _ -> "take";
            case IntendedChange.Release _ -> "release";
            case IntendedChange.ChangeReason _ -> "change_reason";
        };
    }

    static @Nullable LockReason reason(IntendedChange change) {
        return switch (change) {
            case IntendedChange.Take take -> take.reason();
            case IntendedChange.Release _ -> null;
            case IntendedChange.ChangeReason changed -> changed.reason();
        };
    }

    static IntendedChange change(String kind, long lock, @Nullable String reason, long configuration) {
        return switch (kind) {
            case "take" ->
                new IntendedChange.Take(
                        new LockReason(Objects.requireNonNull(reason)), new ConfigurationId(configuration));
            case "release" -> new IntendedChange.Release(new LockId(lock));
            case "change_reason" ->
                new IntendedChange.ChangeReason(new LockId(lock), new LockReason(Objects.requireNonNull(reason)));
            default -> throw new IllegalStateException("A stored intent is of no kind: " + kind);
        };
    }

    /** Numbers as texts, which no reader of JSON can lose a digit of. */
    static String write(IntentResult result) {
        return Json.writeEscaped(
                switch (result) {
                    case IntentResult.Made made ->
                        Map.of(
                                OUTCOME,
                                MADE,
                                "lock",
                                made.lock().toString(),
                                "revision",
                                made.revision().toString(),
                                "locked_at",
                                made.lockedAt().toString());
                    case IntentResult.Refused(CrmRefusal refusal) ->
                        Map.of(
                                OUTCOME,
                                REFUSED,
                                "reason",
                                refusal.reason().name(),
                                "status",
                                Integer.toString(refusal.status()),
                                "body",
                                refusal.body());
                    case IntentResult.NotMade() -> Map.of(OUTCOME, NOT_MADE);
                });
    }

    static IntentResult read(String json) {
        Map<String, @Nullable Object> result = Json.readObject(json);
        return switch (text(result, OUTCOME)) {
            case MADE ->
                new IntentResult.Made(
                        new LockId(Long.parseLong(text(result, "lock"))),
                        new Revision(Long.parseLong(text(result, "revision"))),
                        Instant.parse(text(result, "locked_at")));
            case REFUSED ->
                new IntentResult.Refused(new CrmRefusal(
                        CrmRefusal.Reason.valueOf(text(result, "reason")),
                        Integer.parseInt(text(result, "status")),
                        Json.objectOf(Objects.requireNonNull(result.get("body")))));
            case NOT_MADE -> new IntentResult.NotMade();
            default -> throw new IllegalStateException("A stored result of an intent is none");
        };
    }

    private static String text(Map<String, @Nullable Object> result, String name) {
        return Objects.requireNonNull(result.get(name), name).toString();
    }
}
