package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.decision.Situation.Person;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says of decisions, once more and row by row: the first whose condition holds is the answer. Knows
 * nothing of the classes it is compared with, nor how they read a configuration.
 */
record NaiveDecision(Situation it) {

    /** In the words of the wire. */
    record Answer(boolean decision, String reasonCode, List<String> deniedFields, List<String> allowedFields) {}

    private record Row(Predicate<NaiveDecision> condition, boolean decision, String reasonCode) {}

    private static final List<Row> TABLE = List.of(
            no("unknown_module", naive -> naive.it.module() == null),
            // This project's choice: the lock call finds no such module for locking either.
            no("unknown_module", naive -> naive.wants("lock") && naive.it.configuration() == null),
            no(
                    "no_lock_permission",
                    naive -> naive.wants("lock") && !naive.it.person().mayLock()),
            no("automatic_only", naive -> naive.wants("lock") && naive.says("lock_type", "automatic")),
            no("already_locked", naive -> naive.wants("lock") && naive.isLocked()),
            yes("not_locked", naive -> naive.wants("lock")),
            no("not_locked", naive -> naive.wants("unlock") && !naive.isLocked()),
            // This project's choice: its owner may unlock without the permission, as by the unlock call.
            no("no_lock_permission", naive -> naive.wants("unlock") && !naive.mayUnlock()),
            no("automatic_lock", naive -> naive.wants("unlock") && naive.isLocked("automatic")),
            yes("manual_lock", naive -> naive.wants("unlock")),
            yes("not_locked", naive -> !naive.isLocked()),
            yes("action_not_restricted", naive -> naive.wants("read")),
            // This project's choice: locks that outlive their configuration restrict everything.
            no("locked", naive -> naive.it.configuration() == null),
            yes(
                    "portal_users_not_restricted",
                    naive -> naive.it.person().portal() && naive.says("lock_for_portal_users", false)),
            yes("profile_excluded", NaiveDecision::profileIsExcluded),
            yes("fields_excluded", NaiveDecision::touchesExcludedFieldsAlone),
            yes("action_not_restricted", naive -> !naive.isRestricted()),
            no("locked", naive -> true));

    private static Row yes(String reasonCode, Predicate<NaiveDecision> condition) {
        return new Row(condition, true, reasonCode);
    }

    private static Row no(String reasonCode, Predicate<NaiveDecision> condition) {
        return new Row(condition, false, reasonCode);
    }

    Answer answer() {
        for (Row row : TABLE) {
            if (row.condition().test(this)) {
                return answer(row);
            }
        }
        throw new IllegalStateException("No row for " + it);
    }

    private Answer answer(Row row) {
        boolean splits = wants("update") && !row.decision();
        return new Answer(
                row.decision(),
                row.reasonCode(),
                splits
                        ? it.fields().stream()
                                .filter(field -> !isExcluded(field))
                                .toList()
                        : List.of(),
                splits ? it.fields().stream().filter(this::isExcluded).toList() : List.of());
    }

    private boolean wants(String action) {
        return it.action().equals(action);
    }

    private boolean isLocked() {
        return it.lock() != null;
    }

    private boolean isLocked(String source) {
        return it.lock() != null && it.lock().source().equals(source);
    }

    private boolean mayUnlock() {
        boolean owns = it.lock() != null
                && !isLocked("automatic")
                && Objects.equals(it.person().user(), it.lock().owner());
        return it.person().mayLock() || owns;
    }

    private boolean says(String key, Object value) {
        return it.configuration() != null && value.equals(it.configuration().get(key));
    }

    private boolean profileIsExcluded() {
        Person person = it.person();
        return says("locked_for", "all_profiles_except_excluded_profiles")
                && list("lock_excluded_profiles").stream()
                        .map(Map.class::cast)
                        .anyMatch(profile -> isSame(profile.get("id"), person.profileId())
                                || isSame(profile.get("name"), person.profileName()));
    }

    private boolean touchesExcludedFieldsAlone() {
        return wants("update") && !it.fields().isEmpty() && it.fields().stream().allMatch(this::isExcluded);
    }

    private boolean isExcluded(String field) {
        return it.module() != null && list("excluded_fields").contains(Map.of("api_name", field));
    }

    private boolean isRestricted() {
        return switch (it.action()) {
            case "update" -> true;
            case "custom_button" ->
                list("restricted_custom_buttons").stream()
                        .map(Map.class::cast)
                        .anyMatch(button -> isSame(button.get("id"), it.button().get("id"))
                                || isSame(button.get("name"), it.button().get("name")));
            default ->
                list("restricted_actions").contains(it.action())
                        || list("restricted_communications").contains(it.action());
        };
    }

    private static boolean isSame(@Nullable Object configured, @Nullable String asked) {
        return configured != null && configured.toString().equals(asked);
    }

    private List<?> list(String key) {
        return it.configuration() == null || it.configuration().get(key) == null
                ? List.of()
                : (List<?>) it.configuration().get(key);
    }
}
