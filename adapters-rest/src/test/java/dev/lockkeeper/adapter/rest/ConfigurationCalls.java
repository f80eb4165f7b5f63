package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.configuration.LockType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Configuration calls by somebody who may customise. JSON is written with single quotes. */
final class ConfigurationCalls {

    static final String CONFIGURATIONS = "/crm/v8/settings/record_locking_configurations";

    private final Service service;

    ConfigurationCalls(Service service) {
        this.service = service;
    }

    static String ofModule(String module) {
        return CONFIGURATIONS + "?module=" + module;
    }

    static String one(Object id, String module) {
        return CONFIGURATIONS + "/" + id + "?module=" + module;
    }

    /** A body with this element. */
    static String body(String element) {
        return "{\"record_locking_configurations\":[" + element.replace('\'', '"') + "]}";
    }

    /** A comparison of a lead's description. */
    static String description(String value) {
        return "{'comparator':'equal','field':{'api_name':'Description'},'value':'" + value + "'}";
    }

    /** A rule whose criteria are as good as its name. */
    static String rule(String name) {
        return "{'name':'" + name + "','criteria':" + description(name) + "}";
    }

    /** An element with these rules. */
    static String automatic(String... rules) {
        return "{'lock_type':'automatic','locking_rules':[" + String.join(",", rules) + "]}";
    }

    Call call(String method, String path) {
        return service.callWith(service.ofStranger, method, path);
    }

    Answer post(String module, String element) {
        return call("POST", ofModule(module)).body(body(element)).send();
    }

    Answer put(String module, Object id, String element) {
        return call("PUT", one(id, module)).body(body(element)).send();
    }

    /** The change of what the body names. */
    Answer put(String module, String element) {
        return call("PUT", ofModule(module)).body(body(element)).send();
    }

    Answer get(String module) {
        return call("GET", ofModule(module)).send();
    }

    /** The id of a configuration that is made with success. */
    String created(String module, String element) {
        Answer answer = post(module, element);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.at("record_locking_configurations", 0, "details", "id").toString();
    }

    /** What stands at this place of the module's configuration. */
    Object shown(String module, Object... path) {
        Answer answer = get(module);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Json.at(answer.at("record_locking_configurations", 0), path);
    }

    /** The names of the module's rules, in order. */
    List<Object> ruleNames(String module) {
        return ((List<?>) shown(module, "locking_rules"))
                .stream().<Object>map(rule -> Json.at(rule, "name")).toList();
    }

    /** Sends an element with all three calls that take it; all refuse it so, and change nothing. */
    void mustRefuse(String module, String element, String golden, Object... namesAndValues) {
        post(module, element).mustBeInOrder(400, golden, namesAndValues);
        assertThat(get(module).status()).isEqualTo(204);
        Object id = service.configured(module, LockType.MANUAL).id();
        Object before = shown(module);
        put(module, id, element).mustBeInOrder(400, golden, namesAndValues);
        put(module, "{'id':'" + id + "'," + element.substring(1)).mustBeInOrder(400, golden, namesAndValues);
        assertThat(shown(module)).isEqualTo(before);
        service.stores.configurations().remove(Service.module(module).id());
    }

    /** The body of an error in the element, written with single quotes. */
    static @Nullable Object error(String code, String details, String message) {
        return Json.read(body(
                "{'code':'" + code + "','details':{" + details + "},'message':'" + message + "','status':'error'}"));
    }
}
