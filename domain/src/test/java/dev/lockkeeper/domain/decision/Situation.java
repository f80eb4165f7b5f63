package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.FieldRef;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockedFor;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.LockingRule;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmConfiguration;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.ProfileRef;
import dev.lockkeeper.domain.identity.User;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import dev.lockkeeper.domain.lock.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to do something to a record, in plain words: what two implementations are asked about that share no
 * types.
 *
 * @param module null when there is none of that name
 * @param configuration in Zoho's words; null when the module has none
 * @param crmDecides whether the configuration is the CRM's rather than the store's
 * @param lock null when the record is not locked
 * @param fields that an update names
 * @param button that is pressed: its id, its name, or both
 */
record Situation(
        @Nullable String module,
        @Nullable Map<String, Object> configuration,
        boolean crmDecides,
        @Nullable LockWords lock,
        Person person,
        String action,
        List<String> fields,
        Map<String, String> button) {

    private static final LockReason REASON = new LockReason("awaiting approval");
    private static final LockingRule RULE =
            new LockingRule(new RuleId(4711), "never", false, Policies.description("no such text"));

    /** @param source in Zoho's words */
    record LockWords(String source, long owner) {}

    /**
     * Who wants it.
     *
     * @param user null when it is not known here
     * @param profileIsKnown else all that is known of the profile is what somebody called it
     */
    record Person(
            @Nullable Long user,
            boolean portal,
            boolean profileIsKnown,
            @Nullable String profileId,
            @Nullable String profileName,
            boolean mayLock) {}

    Facts facts() {
        return new Facts(
                new Revision(7),
                module == null ? null : Catalog.standard().find(module).orElseThrow(),
                configuration == null ? null : restrictions(configuration),
                lock == null ? null : new HeldLock(new LockId(10), origin(lock), Instant.EPOCH),
                actor());
    }

    Action wanted() {
        return switch (action) {
            case "read" -> new Action.Read();
            case "lock" -> new Action.Lock();
            case "unlock" -> new Action.Unlock();
            case "update" -> new Action.Update(fields);
            case "custom_button" -> new Action.Press(new CustomButton(button.get("id"), button.get("name")));
            case "send_mail", "send_survey", "send_portal_invitation" ->
                new Action.Communicate(RestrictedCommunication.find(action).orElseThrow());
            default -> new Action.Perform(RestrictedAction.find(action).orElseThrow());
        };
    }

    private Restrictions restrictions(Map<String, Object> words) {
        LockType lockType = LockType.find(text(words, "lock_type")).orElseThrow();
        return crmDecides
                ? Restrictions.of(new CrmConfiguration(new ConfigurationId(1), lockType, Map.of(), Map.copyOf(words)))
                : Restrictions.of(policy(lockType, words));
    }

    private static LockingPolicy policy(LockType lockType, Map<String, Object> words) {
        return new LockingPolicy(
                lockType,
                List.of(RULE),
                LockedFor.find(text(words, "locked_for")).orElseThrow(),
                objects(words, "lock_excluded_profiles").stream()
                        .map(profile -> new ProfileRef(
                                new ProfileId(Long.parseLong(text(profile, "id"))), text(profile, "name")))
                        .toList(),
                objects(words, "excluded_fields").stream()
                        .map(field -> new FieldRef(new FieldId(1), text(field, "api_name")))
                        .toList(),
                texts(words, "restricted_actions").stream()
                        .map(name -> RestrictedAction.find(name).orElseThrow())
                        .toList(),
                texts(words, "restricted_communications").stream()
                        .map(name -> RestrictedCommunication.find(name).orElseThrow())
                        .toList(),
                objects(words, "restricted_custom_buttons").stream()
                        .map(button -> new CustomButton(button.get("id"), button.get("name")))
                        .toList(),
                Boolean.TRUE.equals(words.get("lock_for_portal_users")));
    }

    private static LockOrigin origin(LockWords lock) {
        LockOrigin.ManualHold hold =
                new LockOrigin.ManualHold(new UserRef(new UserId(lock.owner()), "whoever"), REASON);
        return switch (lock.source()) {
            case "manual" -> new LockOrigin.Manual(hold);
            case "automatic" -> new LockOrigin.Automatic(RULE.id());
            default -> new LockOrigin.Both(hold, RULE.id());
        };
    }

    private Actor actor() {
        if (!person.profileIsKnown()) {
            return Actor.unknown(person.portal(), person.profileId());
        }
        Profile profile = new Profile(
                new ProfileId(Long.parseLong(Objects.requireNonNull(person.profileId()))),
                Objects.requireNonNull(person.profileName()),
                person.mayLock() ? Set.of(Permission.LOCK) : Set.of(Permission.CUSTOMIZE));
        return person.user() == null
                ? Actor.of(person.portal(), profile)
                : Actor.of(new User(new UserId(person.user()), "whoever", profile, person.portal()));
    }

    private static String text(Map<String, ?> words, String key) {
        return (String) Objects.requireNonNull(words.get(key));
    }

    @SuppressWarnings("unchecked") // Written so by AnySituation.
    private static List<Map<String, String>> objects(Map<String, Object> words, String key) {
        return (List<Map<String, String>>) Objects.requireNonNull(words.get(key));
    }

    @SuppressWarnings("unchecked") // Written so by AnySituation.
    private static List<String> texts(Map<String, Object> words, String key) {
        return (List<String>) Objects.requireNonNull(words.get(key));
    }
}
