package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.LockedFor;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The restrictions of a configuration that a CRM decides about, read from its own words (wire contract, section
 * "Configuration"). What is missing has the value that a new configuration has. A restriction that is not known here is
 * passed over: nobody can ask for it either.
 */
final class CrmRestrictions {

    private final Map<String, @Nullable Object> element;

    private CrmRestrictions(Map<String, @Nullable Object> element) {
        this.element = element;
    }

    static Restrictions of(CrmConfiguration configuration) {
        return new CrmRestrictions(configuration.element()).read(configuration);
    }

    private Restrictions read(CrmConfiguration configuration) {
        boolean excludes = Objects.equals(
                LockedFor.find(text(element, "locked_for").orElse(LockedFor.ALL_PROFILES.zohoName()))
                        .orElse(null),
                LockedFor.ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES);
        List<Map<?, ?>> profiles = excludes ? objects("lock_excluded_profiles") : List.of();
        Set<RestrictedAction> actions = words("restricted_actions", RestrictedAction::find);
        actions.add(RestrictedAction.UPDATE);
        return new Restrictions(
                configuration.lockType(),
                texts(profiles, "id"),
                texts(profiles, "name"),
                texts(objects("excluded_fields"), "api_name"),
                actions,
                words("restricted_communications", RestrictedCommunication::find),
                buttons(),
                !Boolean.FALSE.equals(element.get("lock_for_portal_users")),
                configuration.ruleNames());
    }

    /** By whichever of its id and its name a button can be asked for here; the CRM's own rules for names are unknown. */
    private List<CustomButton> buttons() {
        List<CustomButton> buttons = new ArrayList<>();
        for (Map<?, ?> button : objects("restricted_custom_buttons")) {
            String id = text(button, "id")
                    .filter(it -> CustomButton.isValid(it, null))
                    .orElse(null);
            String name = text(button, "name")
                    .filter(it -> CustomButton.isValid(null, it))
                    .orElse(null);
            if (id != null || name != null) {
                buttons.add(new CustomButton(id, name));
            }
        }
        return buttons;
    }

    private <T> Set<T> words(String key, Function<String, Optional<T>> known) {
        Set<T> found = new LinkedHashSet<>();
        for (Object word : list(key)) {
            if (word instanceof String text) {
                known.apply(text).ifPresent(found::add);
            }
        }
        return found;
    }

    private List<Map<?, ?>> objects(String key) {
        List<Map<?, ?>> found = new ArrayList<>();
        for (Object object : list(key)) {
            if (object instanceof Map<?, ?> map) {
                found.add(map);
            }
        }
        return found;
    }

    private List<?> list(String key) {
        return element.get(key) instanceof List<?> list ? list : List.of();
    }

    private static Set<String> texts(List<Map<?, ?>> objects, String key) {
        Set<String> found = new LinkedHashSet<>();
        objects.forEach(object -> text(object, key).ifPresent(found::add));
        return found;
    }

    /** Ids are texts, or numbers where a CRM writes them so. */
    private static Optional<String> text(Map<?, ?> object, String key) {
        Object value = object.get(key);
        return value instanceof String || value instanceof Number ? Optional.of(value.toString()) : Optional.empty();
    }
}
