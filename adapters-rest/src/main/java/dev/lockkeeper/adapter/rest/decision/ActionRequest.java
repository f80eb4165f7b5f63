package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.domain.catalog.Naming;
import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.decision.Action;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * AuthZEN's action: {@code {"name","properties"}}. An update has {@code properties.fields}, a custom button {@code
 * properties.name} or {@code properties.id}.
 */
final class ActionRequest {

    static final String NAME = "action";

    /** How many fields an update names at most: each can be a default of a thousand evaluations, and be answered there. */
    static final int MAX_FIELDS = 500;

    private static final Action ANY_UPDATE = new Action.Update(List.of());

    private ActionRequest() {}

    static Sent<Action> read(Map<?, ?> action) {
        Object properties = action.get("properties");
        if (properties != null && !(properties instanceof Map<?, ?>)) {
            return new Sent.Malformed<>("action.properties: an object");
        }
        Map<?, ?> given = properties instanceof Map<?, ?> sent ? sent : Map.of();
        return action.get("name") instanceof String name ? read(name, given) : unknown();
    }

    private static Sent<Action> read(String name, Map<?, ?> properties) {
        return switch (name) {
            case ActionNames.UPDATE -> update(properties.get("fields"));
            case ActionNames.CUSTOM_BUTTON -> press(properties.get("id"), properties.get("name"));
            default -> find(name);
        };
    }

    private static Sent<Action> find(String name) {
        Action found = ActionNames.find(name);
        return found == null ? unknown() : new Sent.Read<>(found);
    }

    private static Sent<Action> unknown() {
        return new Sent.Malformed<>("action.name: update, delete, tags, convert, change_owner, send_mail, send_survey, "
                + "send_portal_invitation, custom_button, lock, unlock or read");
    }

    private static Sent<Action> update(@Nullable Object fields) {
        if (fields == null) {
            return new Sent.Read<>(ANY_UPDATE);
        }
        if (!(fields instanceof List<?> named) || named.size() > MAX_FIELDS) {
            return notFields();
        }
        Set<String> distinct = LinkedHashSet.newLinkedHashSet(named.size());
        for (Object field : named) {
            if (!(field instanceof String apiName) || !isField(apiName)) {
                return notFields();
            }
            distinct.add(apiName);
        }
        return new Sent.Read<>(new Action.Update(List.copyOf(distinct)));
    }

    /** Fields need not be known here, so that any text can be one; but none is longer than names are. */
    private static boolean isField(String apiName) {
        return !apiName.isEmpty() && apiName.length() <= Naming.MAX_LENGTH && Sent.isText(apiName);
    }

    private static Sent<Action> notFields() {
        return new Sent.Malformed<>("action.properties.fields: an array of at most " + MAX_FIELDS
                + " api names, each of 1 to " + Naming.MAX_LENGTH + " characters");
    }

    private static Sent<Action> press(@Nullable Object id, @Nullable Object name) {
        boolean areTexts = (id == null || id instanceof String) && (name == null || name instanceof String);
        if (!areTexts || !CustomButton.isValid((String) id, (String) name)) {
            return new Sent.Malformed<>("action.properties: the name of a custom button, or its id as a text");
        }
        return new Sent.Read<>(new Action.Press(new CustomButton((String) id, (String) name)));
    }
}
