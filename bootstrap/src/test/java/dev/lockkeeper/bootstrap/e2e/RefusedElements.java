package dev.lockkeeper.bootstrap.e2e;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Elements of a configuration that every call which takes one refuses, in single quotes and without their braces. */
final class RefusedElements {

    static final String SOME_EXCLUDED = "'locked_for':'all_profiles_except_excluded_profiles'";
    private static final String FOUR_FIELDS = Stream.of("City", "State", "Street", "Country")
            .map(name -> "{'api_name':'" + name + "'}")
            .collect(Collectors.joining(","));

    /** By the names of the catalogue's rows. */
    static final Map<String, List<String>> BY_ROW = Map.ofEntries(
            entry("lock_type bad", List.of("'lock_type':'Manual'", "'lock_type':''")),
            entry("locked_for bad", List.of("'locked_for':'nobody'")),
            entry("restricted_actions bad", List.of("'restricted_actions':['tags','Update']")),
            entry("restricted_communications bad", List.of("'restricted_communications':['send_mail','send_fax']")),
            entry(
                    "custom button bad",
                    List.of("'restricted_custom_buttons':[{'id':'x','name':'b'}]", "'restricted_custom_buttons':[{}]")),
            entry("feature_type bad", List.of("'feature_type':'approval'")),
            entry("criteria field not found", List.of(rules(rule("a", leaf("Nothing"))))),
            entry(
                    "criteria field not supported",
                    List.of(rules(rule("a", "{'group_operator':'OR','group':[" + leaf("Picture") + "]}")))),
            entry("excluded profile bad", List.of(SOME_EXCLUDED + ",'lock_excluded_profiles':[{'id':'4'}]")),
            entry("excluded field id bad", List.of(fifthField("'id':'4'"))),
            entry(
                    "excluded field unsupported (Tag, Owner, read-only)",
                    List.of(
                            fifthField("'api_name':'Tag'"),
                            fifthField("'api_name':'Owner'"),
                            fifthField("'api_name':'Score'"))),
            entry("excluded profiles missing", List.of(SOME_EXCLUDED, SOME_EXCLUDED + ",'lock_excluded_profiles':[]")),
            entry("rules missing", List.of("'lock_type':'automatic'", "'lock_type':'both','locking_rules':[]")),
            entry("neither id nor api_name", List.of("'excluded_fields':[{}]")),
            entry("limit restricted_custom_buttons", List.of(list("restricted_custom_buttons", 31, "{'name':'x'}"))),
            entry("limit excluded_fields", List.of(list("excluded_fields", 16, "{'api_name':'City'}"))),
            entry("limit lock_excluded_profiles", List.of(list("lock_excluded_profiles", 16, "{'id':'1'}"))),
            entry("duplicate criteria", List.of(rules(rule("a", leaf("City")), rule("b", leaf("City"))))),
            entry("duplicate rule name", List.of(rules(rule("a", leaf("City")), rule("a", leaf("State"))))));

    private RefusedElements() {}

    /** As many different rules, none of which has a fault of its own. */
    static String rulesNamed(String... names) {
        return rules(Arrays.stream(names)
                .map(name -> rule(name, comparison("City", name)))
                .toArray(String[]::new));
    }

    private static String rules(String... rules) {
        return "'locking_rules':[" + String.join(",", rules) + "]";
    }

    private static String rule(String name, String criteria) {
        return "{'name':'%s','criteria':%s}".formatted(name, criteria);
    }

    private static String leaf(String field) {
        return comparison(field, "x");
    }

    private static String comparison(String field, String value) {
        return "{'comparator':'equal','field':{'api_name':'%s'},'value':'%s'}".formatted(field, value);
    }

    /** The fault stands in the fifth place, after four fields that have none. */
    private static String fifthField(String keys) {
        return "'excluded_fields':[%s,{%s}]".formatted(FOUR_FIELDS, keys);
    }

    private static String list(String key, int size, String element) {
        return "'%s':[%s]".formatted(key, String.join(",", Collections.nCopies(size, element)));
    }
}
