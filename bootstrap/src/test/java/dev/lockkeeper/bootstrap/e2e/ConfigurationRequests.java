package dev.lockkeeper.bootstrap.e2e;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The requests whose answers the catalogue's bodies of configurations are, by the names of its rows. */
final class ConfigurationRequests {

    private static final String MANUAL = "'lock_type':'manual'";
    private static final String FULL = """
            'lock_type':'both',%s,'lock_excluded_profiles':[{'name':'Administrator'},{'name':'Standard'}],
            'excluded_fields':[{'api_name':'Annual_Revenue'},{'api_name':'City'}],
            'locking_rules':[{'name':'Tesing','criteria':
             {'comparator':'equal','field':{'api_name':'Annual_Revenue'},'value':'10'}}],
            'restricted_actions':['update','delete','tags','convert','change_owner'],
            'restricted_communications':['send_mail']""".formatted(RefusedElements.SOME_EXCLUDED);

    /** Sends what the operation takes; each of the answers is to be the row's. */
    private interface Request {
        List<HttpResponse<String>> send(String operation);
    }

    private final Map<String, Request> requests = Map.ofEntries(
            entry("success", this::success),
            entry("no configuration (empty body)", this::noConfiguration),
            entry("missing module param", operation -> inPlaceOfAModule(operation, "", "module=")),
            entry("invalid module", operation -> inPlaceOfAModule(operation, "module=Potentials")),
            entry("module not supported", operation -> inPlaceOfAModule(operation, "module=Calls", "module=Notes")),
            entry("no permission", this::withoutPermission),
            entry("bad config id", this::unknownId),
            entry("second configuration for the module", this::secondConfiguration),
            entry("system-defined configuration", this::systemDefined),
            entry("lock_type missing", this::withoutLockType),
            entry("restricted_communications not supported", this::communicationsOfASilentModule),
            entry("id and api_name disagree", this::disagreeingField),
            entry("limit locking_rules", this::tooManyRules));

    private final TestDatabase database;
    private final Client administrator;
    private final Client standard;

    /** @param standard a user without permissions */
    ConfigurationRequests(TestDatabase database, Client administrator, Client standard) {
        this.database = database;
        this.administrator = administrator;
        this.standard = standard;
    }

    /** The rows that there are requests for. */
    Set<String> names() {
        Set<String> names = new HashSet<>(requests.keySet());
        names.addAll(RefusedElements.BY_ROW.keySet());
        return names;
    }

    /** The answers to this row's requests, one at least. */
    List<HttpResponse<String>> send(String name, String operation) {
        return Optional.ofNullable(requests.get(name))
                .map(request -> request.send(operation))
                .orElseGet(() -> refused(name, operation));
    }

    private List<HttpResponse<String>> refused(String name, String operation) {
        List<String> elements =
                Optional.ofNullable(RefusedElements.BY_ROW.get(name)).orElseThrow(() -> unknown(name, operation));
        return refused(ConfiguredModule.add(administrator), operation, MANUAL, elements);
    }

    /** Sends elements that are refused, and sees that nothing comes of them. */
    private List<HttpResponse<String>> refused(
            ConfiguredModule module, String operation, String existing, List<String> elements) {
        return switch (operation) {
            case "POST" -> {
                List<HttpResponse<String>> answers = elements.stream()
                        .map(element -> element.contains("'lock_type'") ? element : MANUAL + "," + element)
                        .map(element -> module.call(operation, "", element))
                        .toList();
                assertThat(module.call("GET", "", "").statusCode()).isEqualTo(204);
                yield answers;
            }
            case "PUT", "PUT/{id}" -> {
                String id = module.configure(existing);
                String before = module.shown().toString();
                List<HttpResponse<String>> answers = elements.stream()
                        .map(element -> module.call(operation, id, element))
                        .toList();
                assertThat(module.shown()).hasToString(before);
                yield answers;
            }
            default -> throw unknown("a refused element", operation);
        };
    }

    private List<HttpResponse<String>> success(String operation) {
        ConfiguredModule module = ConfiguredModule.add(administrator);
        String id = operation.equals("POST") ? "" : module.configure(FULL);
        HttpResponse<String> answer = module.call(operation, id, operation.equals("POST") ? FULL : MANUAL);
        switch (operation) {
            case "POST" ->
                assertThat(answer.body()).contains(module.shown().at("/id").toString());
            case "PUT", "PUT/{id}" -> {
                assertThat(answer.body()).contains("\"" + id + "\"");
                assertThat(module.shown().at("/lock_type").asText()).isEqualTo("manual");
            }
            case "DELETE", "DELETE/{id}" -> {
                assertThat(answer.body()).contains("\"" + id + "\"");
                assertThat(module.call("GET", "", "").statusCode()).isEqualTo(204);
            }
            case "GET", "GET/{id}" ->
                assertThat(module.shown().at("/id").asText()).isEqualTo(id);
            default -> throw unknown("success", operation);
        }
        return List.of(answer);
    }

    /** A module without a configuration, and for one that is named, what a filter of its feature leaves: nothing. */
    private List<HttpResponse<String>> noConfiguration(String operation) {
        ConfiguredModule module = ConfiguredModule.add(administrator);
        return operation.equals("GET")
                ? List.of(module.call(operation, "", ""))
                : List.of(module.callWith("&feature_type=approval", operation, module.configure(MANUAL)));
    }

    private List<HttpResponse<String>> inPlaceOfAModule(String operation, String... queries) {
        return Arrays.stream(queries)
                .map(query -> ConfiguredModule.call(administrator, operation, "1", query, MANUAL))
                .toList();
    }

    private List<HttpResponse<String>> withoutPermission(String operation) {
        ConfiguredModule module = ConfiguredModule.add(administrator);
        String id = operation.equals("POST") ? "" : module.configure(MANUAL);
        HttpResponse<String> answer = module.callAs(standard, operation, id, MANUAL);
        assertThat(module.call("GET", "", "").statusCode()).isEqualTo(operation.equals("POST") ? 204 : 200);
        return List.of(answer);
    }

    private List<HttpResponse<String>> unknownId(String operation) {
        ConfiguredModule module = ConfiguredModule.add(administrator);
        String ofAnother = ConfiguredModule.add(administrator).configure(MANUAL);
        String id = module.configure(MANUAL);
        List<HttpResponse<String>> answers = Stream.of(ofAnother, "1", "x")
                .map(unknown -> module.call(operation, unknown, ""))
                .toList();
        assertThat(module.shown().at("/id").asText()).isEqualTo(id);
        return answers;
    }

    private List<HttpResponse<String>> secondConfiguration(String operation) {
        ConfiguredModule module = ConfiguredModule.add(administrator);
        module.configure(MANUAL);
        return List.of(module.call(operation, "", FULL));
    }

    private List<HttpResponse<String>> systemDefined(String operation) {
        ConfiguredModule module = ConfiguredModule.add(administrator);
        String id = module.configure(MANUAL);
        database.execute(
                "update locking_configuration set system_defined = true, version = version + 1 where id = " + id);
        HttpResponse<String> answer = module.call(operation, id, "'lock_for_portal_users':false");
        assertThat(module.shown().at("/lock_for_portal_users").asBoolean()).isTrue();
        return List.of(answer);
    }

    private List<HttpResponse<String>> withoutLockType(String operation) {
        ConfiguredModule module = ConfiguredModule.add(administrator);
        return Stream.of("", "'lock_type':null", "'locked_for':'all_profiles'")
                .map(element -> module.call(operation, "", element))
                .toList();
    }

    /** Each operation has a module of its own, since these are not custom ones. */
    private List<HttpResponse<String>> communicationsOfASilentModule(String operation) {
        Map<String, String> modules = Map.of("POST", "Tasks", "PUT", "Products", "PUT/{id}", "Solutions");
        String module = Optional.ofNullable(modules.get(operation))
                .orElseThrow(() -> unknown("restricted_communications not supported", operation));
        return refused(
                ConfiguredModule.named(administrator, module),
                operation,
                MANUAL,
                List.of("'restricted_communications':['send_mail']"));
    }

    private List<HttpResponse<String>> disagreeingField(String operation) {
        ConfiguredModule module = ConfiguredModule.add(administrator);
        String element = "'excluded_fields':[{'id':'%s','api_name':'State'}]".formatted(module.idOfField("City"));
        return refused(module, operation, MANUAL, List.of(element));
    }

    /** One rule more than there is room for, beside three rules where there can be some already. */
    private List<HttpResponse<String>> tooManyRules(String operation) {
        String three = "'lock_type':'both'," + RefusedElements.rulesNamed("a", "b", "c");
        String more = operation.equals("POST")
                ? RefusedElements.rulesNamed("a", "b", "c", "d", "e", "f")
                : RefusedElements.rulesNamed("d", "e", "f");
        return refused(ConfiguredModule.add(administrator), operation, three, List.of(more));
    }

    private static AssertionError unknown(String name, String operation) {
        return new AssertionError("There is no request for " + operation + " " + name);
    }
}
