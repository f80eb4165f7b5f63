package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That nothing is served by accident. */
class RoutesTest {

    private static final String HEALTH = "io.micronaut.management.endpoint.health.HealthEndpoint";

    @RegisterExtension
    static final Service service = new Service();

    @Test
    void everyRouteDeclaresItsScopesOrIsTheHealthEndpoints() {
        List<UriRouteInfo<?, ?>> routes =
                service.context().getBean(Router.class).uriRoutes().toList();

        assertThat(routes).hasSizeGreaterThan(20).allSatisfy(route -> {
            boolean declared = route.getAnnotationMetadata().stringValues(RequiresScope.class).length > 0;
            assertThat(declared || route.getDeclaringType().getName().equals(HEALTH))
                    .isTrue();
        });
    }
}
