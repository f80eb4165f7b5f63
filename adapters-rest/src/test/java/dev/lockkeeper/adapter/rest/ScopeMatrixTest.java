package dev.lockkeeper.adapter.rest;

import static dev.lockkeeper.adapter.rest.Service.COLLEAGUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every call that there is, with every set of scopes that should let it in, and with those that come close. What is let in
 * need not succeed: it gets as far as the call itself.
 */
class ScopeMatrixTest {

    private static final String LOCKS = "ZohoCRM.modules.lockinginformation.";
    private static final String MODULES = "ZohoCRM.modules.";
    private static final String CONFIGURATIONS = "ZohoCRM.settings.record_locking_configurations.";
    private static final List<String> OPERATIONS = List.of("READ", "CREATE", "UPDATE", "DELETE");

    @RegisterExtension
    static final Service service = new Service();

    /** One line of the matrix. */
    record Line(String method, String path, List<String> scopes, boolean letIn) {

        @Override
        public String toString() {
            return method + " " + path + " " + scopes + (letIn ? " is let in" : " is refused");
        }
    }

    static Stream<Line> matrix() {
        List<Line> matrix = new ArrayList<>();
        service.context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .filter(route -> route.getAnnotationMetadata().stringValues(RequiresScope.class).length > 0)
                .forEach(route -> addLines(route, matrix));
        assertThat(matrix).hasSizeGreaterThan(400);
        return matrix.stream();
    }

    private static void addLines(UriRouteInfo<?, ?> route, List<Line> matrix) {
        String method = route.getHttpMethodName();
        String path = path(route.getUriMatchTemplate().toString().replaceAll("\\{([A-Za-z]+):[^}]*}", "{$1}"));
        if (path.contains("/Locking_Information__s")) {
            addLockCalls(method, path, matrix);
        } else if (path.contains("/record_locking_configurations")) {
            addOneHalf(method, path, CONFIGURATIONS, operation(method), matrix);
        } else if (path.contains("/settings/")) {
            String what = path.contains("/fields") ? "fields" : "modules";
            addOneHalf(method, path, "ZohoCRM.settings." + what + ".", "READ", matrix);
        } else {
            addManagement(method, path, matrix);
        }
    }

    /** Both halves are needed: for locks, and for the module. */
    private static void addLockCalls(String method, String path, List<Line> matrix) {
        String needed = operation(method);
        for (String ofLocks : all()) {
            for (String ofModule : all()) {
                boolean letIn = covers(ofLocks, needed) && covers(ofModule, needed);
                matrix.add(new Line(method, path, List.of(LOCKS + ofLocks, MODULES + "deals." + ofModule), letIn));
            }
            matrix.add(new Line(method, path, List.of(LOCKS + ofLocks, MODULES + "ALL"), covers(ofLocks, needed)));
            matrix.add(new Line(method, path, List.of(LOCKS + ofLocks), false));
            matrix.add(new Line(method, path, List.of(LOCKS + ofLocks, MODULES + "leads.ALL"), false));
            matrix.add(new Line(method, path, List.of(LOCKS + ofLocks, MODULES + "custom.ALL"), false));
        }
        matrix.add(new Line(method, path, List.of(MODULES + "ALL", MODULES + "deals.ALL"), false));
        matrix.add(new Line(method, path, List.of("ZohoCRM.settings.ALL", "lockkeeper.admin"), false));
    }

    private static void addOneHalf(String method, String path, String prefix, String needed, List<Line> matrix) {
        for (String granted : all()) {
            matrix.add(new Line(method, path, List.of(prefix + granted), covers(granted, needed)));
        }
        matrix.add(new Line(method, path, List.of("ZohoCRM.settings.ALL"), true));
        matrix.add(new Line(method, path, List.of("ZohoCRM.settings." + needed), false));
        matrix.add(new Line(method, path, List.of(MODULES + "ALL", LOCKS + "ALL", "lockkeeper.admin"), false));
    }

    private static void addManagement(String method, String path, List<Line> matrix) {
        String needed = managementScope(path);
        for (String granted : List.of(
                "lockkeeper.admin",
                "lockkeeper.records.write",
                "lockkeeper.locks.read",
                "lockkeeper.decisions",
                "lockkeeper.ALL",
                "ZohoCRM.modules.ALL",
                "ZohoCRM.settings.ALL")) {
            matrix.add(new Line(method, path, List.of(granted), granted.equals(needed)));
        }
    }

    private static String managementScope(String path) {
        if (path.matches("/access/.*|/api/v1/records/.*/access")) {
            return "lockkeeper.decisions";
        }
        if (path.matches("/api/v1/(locks|jobs.*|records/.*/history)")) {
            return "lockkeeper.locks.read";
        }
        return path.startsWith("/api/v1/records") ? "lockkeeper.records.write" : "lockkeeper.admin";
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void aCallTakesTheScopesOfItsRowAndNoOthers(Line line) {
        String token = service.token(COLLEAGUE, line.scopes().toArray(String[]::new));

        Answer answer =
                service.callWith(token, line.method(), line.path()).body("{}").send();

        boolean refused = answer.text().contains("OAUTH_SCOPE_MISMATCH")
                || answer.text().contains("The access token lacks the scope");
        assertThat(refused).as(answer.status() + " " + answer.text()).isNotEqualTo(line.letIn());
        assertThat(answer.status()).isLessThan(500);
        if (refused) {
            assertThat(answer.status()).isEqualTo(line.path().startsWith("/crm/") ? 401 : 403);
        }
    }

    private static List<String> all() {
        return Stream.concat(Stream.of("ALL"), OPERATIONS.stream()).toList();
    }

    private static boolean covers(String granted, String needed) {
        return Set.of("ALL", needed).contains(granted);
    }

    private static String operation(String method) {
        return OPERATIONS.get(List.of("GET", "POST", "PUT", "DELETE").indexOf(method));
    }

    /** Any address of a route. */
    private static String path(String template) {
        return Arrays.stream(template.split("/", -1))
                .map(segment -> segment.startsWith("{") ? value(segment) : segment)
                .reduce((before, after) -> before + "/" + after)
                .orElseThrow();
    }

    private static String value(String variable) {
        return switch (variable) {
            case "{version}" -> "v8";
            case "{module}", "{apiName}" -> "Deals";
            case "{relation}" -> "Locking_Information__s";
            default -> "1";
        };
    }
}
