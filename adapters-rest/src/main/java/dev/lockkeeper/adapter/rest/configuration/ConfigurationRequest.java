package dev.lockkeeper.adapter.rest.configuration;

import dev.lockkeeper.adapter.rest.json.JsonDocument;
import dev.lockkeeper.application.configuration.ConfigurationDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.ButtonDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.FieldDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.ProfileDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.RuleDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of the calls that make or change a configuration, {@code {"record_locking_configurations":[{…}]}}.
 *
 * <p>Its values have to be of their JSON types; of those that are not, the first in the order of the contract's table is
 * answered. Other keys are passed over, those that only answers have among them, so that an answer can be sent back.
 */
final class ConfigurationRequest {

    private ConfigurationRequest() {}

    /** What the body is for. */
    enum Purpose {
        /** Nothing has an id yet: those that are sent all the same are passed over, and so is {@code _delete}. */
        CREATE,
        CHANGE
    }

    /** Either a draft or a fault. */
    sealed interface Result {}

    record Read(ConfigurationDraft draft) implements Result {}

    record Unreadable(BodyFault fault) implements Result {}

    static Result read(byte[] body, Purpose purpose) {
        Optional<Object> document = JsonDocument.read(body);
        return document.isPresent() && document.get() instanceof Map<?, ?> object
                ? list(object.get(Keys.CONFIGURATIONS), purpose)
                : new Unreadable(BodyFault.NOT_JSON);
    }

    private static Result list(@Nullable Object list, Purpose purpose) {
        return switch (list) {
            case null -> new Unreadable(BodyFault.LIST_MISSING);
            case List<?> elements when elements.isEmpty() -> new Unreadable(BodyFault.LIST_EMPTY);
            case List<?> elements when elements.size() > 1 -> new Unreadable(BodyFault.LIST_TOO_LONG);
            case List<?> elements -> element(elements.getFirst(), purpose);
            case Object _ -> new Unreadable(BodyFault.LIST_NOT_ARRAY);
        };
    }

    private static Result element(@Nullable Object element, Purpose purpose) {
        FirstShapeFault faults = new FirstShapeFault();
        SentObject sent = SentObject.of(element, Keys.CONFIGURATIONS, Keys.ELEMENT_PATH, faults);
        ConfigurationDraft draft = draft(sent, purpose);
        return faults.get().<Result>map(Unreadable::new).orElseGet(() -> new Read(draft));
    }

    // Arguments are evaluated in their order, which is that in which faults are answered.
    private static ConfigurationDraft draft(SentObject sent, Purpose purpose) {
        return new ConfigurationDraft(
                id(sent, purpose),
                sent.text(Keys.LOCK_TYPE),
                rules(sent, purpose),
                sent.text(Keys.LOCKED_FOR),
                sent.objects(
                        Keys.LOCK_EXCLUDED_PROFILES,
                        profile -> new ProfileDraft(profile.id(Keys.ID), profile.text(Keys.NAME))),
                sent.objects(
                        Keys.EXCLUDED_FIELDS, field -> new FieldDraft(field.id(Keys.ID), field.text(Keys.API_NAME))),
                sent.text(Keys.FEATURE_TYPE),
                sent.texts(Keys.RESTRICTED_ACTIONS),
                sent.texts(Keys.RESTRICTED_COMMUNICATIONS),
                sent.objects(
                        Keys.RESTRICTED_CUSTOM_BUTTONS,
                        button -> new ButtonDraft(button.id(Keys.ID), button.text(Keys.NAME))),
                sent.flag(Keys.LOCK_FOR_PORTAL_USERS));
    }

    /** Rules that are sent as null are not mentioned; an empty list says no more. */
    private static @Nullable List<RuleDraft> rules(SentObject sent, Purpose purpose) {
        return sent.any(Keys.LOCKING_RULES) == null
                ? null
                : sent.objects(Keys.LOCKING_RULES, rule -> rule(rule, purpose));
    }

    private static RuleDraft rule(SentObject rule, Purpose purpose) {
        return new RuleDraft(
                id(rule, purpose),
                rule.text(Keys.NAME),
                rule.flag(Keys.LOCK_EXISTING_RECORDS),
                rule.any(Keys.CRITERIA),
                switch (purpose) {
                    case CREATE -> false;
                    case CHANGE -> Boolean.TRUE.equals(rule.flag(Keys.DELETE));
                });
    }

    private static @Nullable String id(SentObject sent, Purpose purpose) {
        return switch (purpose) {
            case CREATE -> null;
            case CHANGE -> sent.id(Keys.ID);
        };
    }
}
