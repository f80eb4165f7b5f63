package dev.lockkeeper.adapter.rest;

import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.FieldRef;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.LockedFor;
import dev.lockkeeper.domain.configuration.LockingPolicy;
import dev.lockkeeper.domain.configuration.Policies;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.ProfileRef;
import dev.lockkeeper.domain.identity.User;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions in AuthZEN's words, and a configuration in which each of them is answered otherwise. */
final class Decisions {

    static final String EVALUATION = "/access/v1/evaluation";
    static final String EVALUATIONS = "/access/v1/evaluations";

    static final String CALLER = subject("user", Service.CALLER.id());
    static final String COLLEAGUE = subject("user", Service.COLLEAGUE.id());
    static final String STRANGER = subject("user", Service.STRANGER.id());

    /** The only thing that is excluded of a locked deal. */
    static final String EXCLUDED_FIELD = "Description";

    private static final Profile AUDITORS = new Profile(new ProfileId(77), "Auditors", Set.of());

    private Decisions() {}

    /** Makes the tests' users known, and the profile that is excluded. */
    static void knowUsers(Service service) {
        service.stores.identities.profiles().add(AUDITORS);
        for (User user : List.of(Service.CALLER, Service.COLLEAGUE, Service.STRANGER)) {
            service.stores.identities.profiles().add(user.profile());
            service.stores.identities.users().ofCrm(user.ref(), user.profile().name());
        }
    }

    /** Has deals restricted by all that there is, and nothing restricted of each kind that there is. */
    static void restrictDeals(Service service, LockType lockType) {
        LockingPolicy usual = Policies.of(lockType);
        CrmField description = Service.module("Deals").findField(EXCLUDED_FIELD).orElseThrow();
        service.stores
                .configurations()
                .add(
                        Service.module("Deals").id(),
                        new LockingPolicy(
                                lockType,
                                lockType.hasRules() ? List.of(Policies.rule(Service.RULE, "sold")) : usual.rules(),
                                LockedFor.ALL_PROFILES_EXCEPT_EXCLUDED_PROFILES,
                                List.of(new ProfileRef(AUDITORS.id(), AUDITORS.name())),
                                List.of(new FieldRef(description.id(), description.apiName())),
                                List.of(
                                        RestrictedAction.UPDATE,
                                        RestrictedAction.DELETE,
                                        RestrictedAction.TAGS,
                                        RestrictedAction.CHANGE_OWNER),
                                List.of(RestrictedCommunication.SEND_MAIL),
                                List.of(new CustomButton(null, "Approve"), new CustomButton("815", null)),
                                false),
                        false);
    }

    static String subject(String type, Object id) {
        return "{\"type\":\"%s\",\"id\":\"%s\"}".formatted(type, id);
    }

    /** Somebody who is not known. */
    static String guest(String type, String profile) {
        return "{\"type\":\"%s\",\"id\":\"nobody\",\"properties\":{\"profile\":%s}}".formatted(type, profile);
    }

    static String action(String name) {
        return "{\"name\":\"" + name + "\"}";
    }

    static String update(String... fields) {
        return "{\"name\":\"update\",\"properties\":{\"fields\":[%s]}}"
                .formatted(Arrays.stream(fields).map(Json::quoted).collect(Collectors.joining(",")));
    }

    static String press(String key, String value) {
        return "{\"name\":\"custom_button\",\"properties\":{\"%s\":\"%s\"}}".formatted(key, value);
    }

    static String resource(String module, String record) {
        return "{\"type\":\"%s\",\"id\":\"%s\"}".formatted(module, record);
    }

    static String question(String subject, String action) {
        return question(subject, action, resource("Deals", Service.RECORD));
    }

    static String question(String subject, String action, String resource) {
        return "{\"subject\":%s,\"action\":%s,\"resource\":%s}".formatted(subject, action, resource);
    }

    static Call call(Service service, String path) {
        return service.call("POST", path).header("Content-Type", "application/json");
    }

    static Answer evaluate(Service service, String body) {
        return call(service, EVALUATION).body(body).send();
    }

    static Answer evaluateAll(Service service, String body) {
        return call(service, EVALUATIONS).body(body).send();
    }
}
