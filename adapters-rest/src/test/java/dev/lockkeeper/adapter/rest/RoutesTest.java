package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockkeeper.adapter.rest.identity.OpenToAll;
import dev.lockkeeper.adapter.rest.identity.RequiresScope;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That nothing is served by accident. */
class RoutesTest {

    /** What is answered without a token. */
    private static final Set<String> OPEN = Set.of(
            "POST /oauth/v2/token",
            "POST /zoho/notifications",
            "GET /.well-known/authzen-configuration",
            "HEAD /.well-known/authzen-configuration",
            "GET /openapi/lockkeeper.yaml",
            "HEAD /openapi/lockkeeper.yaml",
            "GET /docs",
            "HEAD /docs",
            "GET /docs/{file:[^/]+}",
            "HEAD /docs/{file:[^/]+}");

    @RegisterExtension
    static final Service service = new Service();

    @Test
    void everyRouteDeclaresItsScopesButForThoseThatAreOpenToAll() {
        List<UriRouteInfo<?, ?>> routes =
                service.context().getBean(Router.class).uriRoutes().toList();

        assertThat(routes).hasSizeGreaterThan(35).allSatisfy(route -> {
            boolean takesScopes = route.getAnnotationMetadata().stringValues(RequiresScope.class).length > 0;
            boolean isOpen = route.getAnnotationMetadata().hasAnnotation(OpenToAll.class);
            assertThat(isOpen).isEqualTo(OPEN.contains(name(route)));
            assertThat(takesScopes).isNotEqualTo(isOpen);
        });
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate();
    }

    @Test
    void theServiceDoesNotStartWithARouteThatDeclaresNothing() {
        assertThatThrownBy(() -> ApplicationContext.builder()
                        .deduceEnvironment(false)
                        .banner(false)
                        .properties(Map.of("planted", "undeclared"))
                        .singletons(UseCases.over(new Stores(), Clock.systemUTC()))
                        .start())
                .hasStackTraceContaining(" /planted/undeclared has to declare either @RequiresScope or @OpenToAll");
    }

    @Controller("/planted/undeclared")
    @Requires(property = "planted", value = "undeclared")
    static final class UndeclaredController {

        @Get
        String open() {
            return "open";
        }
    }
}
