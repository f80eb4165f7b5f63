package dev.lockkeeper.adapter.rest.decision;

import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.decision.Action;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What AuthZEN's {@code action.name} can be here. */
final class ActionNames {

    static final String UPDATE = "update";
    static final String CUSTOM_BUTTON = "custom_button";

    private static final Map<String, Action> WITHOUT_PROPERTIES = withoutProperties();

    private ActionNames() {}

    /** The action of this name, spelled exactly; null for those that have properties, and for what is none. */
    static @Nullable Action find(String name) {
        return WITHOUT_PROPERTIES.get(name);
    }

    static String of(Action action) {
        return switch (action) {
            case Action.Update _ -> UPDATE;
            case Action.Press _ -> CUSTOM_BUTTON;
            case Action.Perform(RestrictedAction performed) -> performed.zohoName();
            case Action.Communicate(RestrictedCommunication communication) -> communication.zohoName();
            case Action.Read _ -> "read";
            case Action.Lock _ -> "lock";
            case Action.Unlock _ -> "unlock";
        };
    }

    private static Map<String, Action> withoutProperties() {
        Map<String, Action> actions = new HashMap<>();
        for (RestrictedAction action : RestrictedAction.values()) {
            if (action != RestrictedAction.UPDATE) {
                add(new Action.Perform(action), actions);
            }
        }
        for (RestrictedCommunication communication : RestrictedCommunication.values()) {
            add(new Action.Communicate(communication), actions);
        }
        add(new Action.Read(), actions);
        add(new Action.Lock(), actions);
        add(new Action.Unlock(), actions);
        return Map.copyOf(actions);
    }

    private static void add(Action action, Map<String, Action> actions) {
        actions.put(of(action), action);
    }
}
