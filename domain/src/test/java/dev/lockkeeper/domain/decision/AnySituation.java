package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.decision.Situation.LockWords;
import dev.lockkeeper.domain.decision.Situation.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Situations whose names and ids are few, so that they often meet, and differ in case at times. */
final class AnySituation {

    /** Every action that can be asked about. */
    static final List<String> ACTIONS = List.of(
            "read",
            "lock",
            "unlock",
            "update",
            "convert",
            "delete",
            "change_owner",
            "tags",
            "send_mail",
            "send_survey",
            "send_portal_invitation",
            "custom_button");

    private static final List<String> MODULES = List.of("Leads", "Deals", "Contacts");
    private static final List<String> LOCK_TYPES = List.of("manual", "automatic", "both");
    private static final String EXCEPT_EXCLUDED = "all_profiles_except_excluded_profiles";
    private static final List<String> PROFILE_NAMES = List.of("Administrator", "Standard", "standard", "Sales", "501");
    private static final List<String> FIELDS = List.of("City", "city", "Phone", "Email", "Annual_Revenue");
    private static final List<String> BUTTON_NAMES = List.of("Approve", "approve", "Print", "901");
    private static final List<String> RESTRICTABLE = List.of("convert", "delete", "change_owner", "tags");
    private static final List<String> COMMUNICATIONS = List.of("send_mail", "send_survey", "send_portal_invitation");
    private static final List<String> OPTIONAL = List.of(
            "locked_for",
            "lock_excluded_profiles",
            "excluded_fields",
            "restricted_actions",
            "restricted_communications",
            "restricted_custom_buttons",
            "lock_for_portal_users");

    private final Random random;

    AnySituation(Random random) {
        this.random = random;
    }

    Situation next() {
        boolean crmDecides = random.nextBoolean();
        return new Situation(
                oneIn(40) ? null : any(MODULES),
                oneIn(10) ? null : configuration(crmDecides),
                crmDecides,
                oneIn(6) ? null : new LockWords(any(LOCK_TYPES), user()),
                person(),
                oneIn(5) ? "update" : any(ACTIONS),
                some(FIELDS, 3),
                button());
    }

    /** A CRM's may leave anything out, and writes ids as it likes. */
    private Map<String, Object> configuration(boolean crms) {
        Map<String, Object> words = new HashMap<>();
        boolean excludes = random.nextBoolean();
        words.put("locked_for", excludes ? EXCEPT_EXCLUDED : "all_profiles");
        words.put("lock_excluded_profiles", excludes || crms ? profiles(crms) : List.of());
        words.put(
                "excluded_fields",
                some(FIELDS, 2).stream().map(field -> Map.of("api_name", field)).toList());
        List<String> actions = new ArrayList<>(some(RESTRICTABLE, 4));
        actions.add("update");
        words.put("restricted_actions", actions);
        words.put("restricted_communications", some(COMMUNICATIONS, 3));
        words.put("restricted_custom_buttons", random.nextBoolean() ? List.of(button(), button()) : List.of());
        words.put("lock_for_portal_users", random.nextBoolean());
        if (crms && oneIn(4)) {
            words.remove(any(OPTIONAL));
        }
        words.put("lock_type", any(LOCK_TYPES));
        return words;
    }

    private List<Map<String, ?>> profiles(boolean crms) {
        List<Map<String, ?>> profiles = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String id = profileId();
            profiles.add(
                    Map.of("id", crms && random.nextBoolean() ? Long.valueOf(id) : id, "name", any(PROFILE_NAMES)));
        }
        return profiles;
    }

    private Person person() {
        boolean portal = oneIn(4);
        if (oneIn(4)) {
            String called = random.nextBoolean() ? profileId() : any(PROFILE_NAMES);
            return oneIn(5)
                    ? new Person(null, portal, false, null, null, false)
                    : new Person(null, portal, false, called, called, false);
        }
        Long user = oneIn(4) ? null : user();
        return new Person(user, portal, true, profileId(), any(PROFILE_NAMES), random.nextBoolean());
    }

    private Map<String, String> button() {
        String id = Integer.toString(901 + random.nextInt(3));
        String name = any(BUTTON_NAMES);
        return switch (random.nextInt(3)) {
            case 0 -> Map.of("id", id);
            case 1 -> Map.of("name", name);
            default -> Map.of("id", id, "name", name);
        };
    }

    private long user() {
        return random.nextLong(1, 4);
    }

    private String profileId() {
        return Integer.toString(500 + random.nextInt(5));
    }

    private boolean oneIn(int howMany) {
        return random.nextInt(howMany) == 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** None to {@code atMost} of them, in any order, without repetitions. */
    private List<String> some(List<String> list, int atMost) {
        List<String> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, random.nextInt(atMost + 1)));
    }
}
