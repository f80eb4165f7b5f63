package dev.lockkeeper.adapter.rest;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.rest.document.Scopes;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import dev.lockkeeper.domain.catalog.FieldType;
import dev.lockkeeper.domain.catalog.GeneratedType;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RestrictedAction;
import dev.lockkeeper.domain.configuration.RestrictedCommunication;
import dev.lockkeeper.domain.criteria.Comparator;
import dev.lockkeeper.domain.decision.ReasonCode;
import dev.lockkeeper.domain.identity.Permission;
import dev.lockkeeper.domain.job.JobKind;
import dev.lockkeeper.domain.job.JobState;
import dev.lockkeeper.domain.lock.LockEvent;
import dev.lockkeeper.domain.lock.LockSource;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yaml.snakeyaml.Yaml;

/** The API document says what the service is: its routes, their scopes, its words. */
class DocumentTest {

    /** Zoho's address of configurations looks like a record's, and has no such call. */
    private static final String ANSWERS_NOBODY = "POST /crm/{version}/settings/record_locking_configurations/{id}";

    /** Either scheme will do. */
    private static final List<?> TOKENS = List.of(Map.of("zohoOauthToken", List.of()), Map.of("bearer", List.of()));

    @RegisterExtension
    static final Service service = new Service();

    private final Map<?, ?> document = new Yaml()
            .load(service.anonymous("GET", "/openapi/lockkeeper.yaml").send().text());

    @Test
    void hasEveryRouteAndNoOther() {
        Set<String> routes = routes().map(DocumentTest::call).collect(toCollection(TreeSet::new));

        assertThat(routes).hasSizeGreaterThan(20);
        assertThat(operations().keySet().stream().filter(call -> !call.matches("GET /(health.*|prometheus)")))
                .containsExactlyElementsOf(routes);
    }

    @Test
    void namesTheScopesThatEachCallNeeds() {
        Map<String, Map<?, ?>> operations = operations();
        routes().forEach(route -> {
            String[] scopes = route.getAnnotationMetadata().stringValues(RequiresScope.class);
            Map<?, ?> operation = Objects.requireNonNull(operations.get(call(route)), () -> call(route));
            assertThat(operation.get("description"))
                    .as(call(route))
                    .isEqualTo(scopes.length == 0 ? null : Scopes.ANY_OF + String.join(Scopes.AND_ANY_OF, scopes));
            assertThat(operation.get("security")).as(call(route)).isEqualTo(scopes.length == 0 ? null : TOKENS);
        });
    }

    @Test
    void givesEveryCallANameOfItsOwn() {
        assertThat(operations().values().stream().map(operation -> operation.get("operationId")))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void knowsTheWordsOfTheDomain() {
        words("JobKind", JobKind.values(), DocumentTest::lowerCase);
        words("JobState", JobState.values(), DocumentTest::lowerCase);
        words("Permission", Permission.values(), DocumentTest::lowerCase);
        words("LockSource", LockSource.values(), DocumentTest::lowerCase);
        words("LockEventKind", LockEvent.Kind.values(), DocumentTest::lowerCase);
        words("LockEventCause", LockEvent.Cause.values(), DocumentTest::lowerCase);
        words("GeneratedType", GeneratedType.values(), GeneratedType::zohoName);
        words("DataType", FieldType.values(), FieldType::zohoName);
        words("LockType", LockType.values(), LockType::zohoName);
        words("RestrictedAction", RestrictedAction.values(), RestrictedAction::zohoName);
        words("RestrictedCommunication", RestrictedCommunication.values(), RestrictedCommunication::zohoName);
        words("ReasonCode", ReasonCode.values(), ReasonCode::wireName);
        words("Comparator", Comparator.values(), Comparator::zohoName);
    }

    private <T> void words(String schema, T[] values, Function<T, String> word) {
        assertThat(((List<?>) Json.at(document, "components", "schemas", schema, "enum"))
                        .stream().map(String.class::cast))
                .as(schema)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(values).map(word).toList());
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** All but those that answer HEAD as GET without a body, and the one that answers nobody. */
    private static Stream<UriRouteInfo<?, ?>> routes() {
        return service.context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .filter(route -> !call(route).equals(ANSWERS_NOBODY));
    }

    private static String call(UriRouteInfo<?, ?> route) {
        String path = route.getUriMatchTemplate().toString().replaceAll("\\{([A-Za-z]+):[^}]*}", "{$1}");
        return route.getHttpMethodName() + " " + path;
    }

    /** By method and path. */
    private Map<String, Map<?, ?>> operations() {
        return ((Map<?, ?>) Json.at(document, "paths"))
                .entrySet().stream()
                        .flatMap(path -> ((Map<?, ?>) path.getValue())
                                .entrySet().stream()
                                        .map(method -> Map.entry(
                                                method.getKey().toString().toUpperCase(Locale.ROOT) + " "
                                                        + path.getKey(),
                                                (Map<?, ?>) method.getValue())))
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }
}
