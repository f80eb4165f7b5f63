package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That nothing is served by accident. */
class RoutesTest {

    /** What is answered without a token. */
    private static final Set<String> OPEN = Set.of(
            "io.micronaut.management.endpoint.health.HealthEndpoint",
            "dev.lockkeeper.adapter.rest.openapi.DocumentController");

    @RegisterExtension
    static final Service service = new Service();

    @Test
    void everyRouteDeclaresItsScopesOrIsOpen() {
        List<UriRouteInfo<?, ?>> routes =
                service.context().getBean(Router.class).uriRoutes().toList();

        assertThat(routes).hasSizeGreaterThan(20).allSatisfy(route -> {
            boolean declared = route.getAnnotationMetadata().stringValues(RequiresScope.class).length > 0;
            assertThat(declared || OPEN.contains(route.getDeclaringType().getName()))
                    .isTrue();
        });
    }
}
