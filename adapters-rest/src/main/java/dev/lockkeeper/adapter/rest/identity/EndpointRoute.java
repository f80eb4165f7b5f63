package dev.lockkeeper.adapter.rest.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;

/**
 * Which of Micronaut's management endpoints a request was routed to: by its route, since several spellings of a path can
 * lead to one.
 */
public final class EndpointRoute {

    static final String ANNOTATION = "io.micronaut.management.endpoint.annotation.Endpoint";

    private EndpointRoute() {}

    public static boolean isHealth(HttpRequest<?> request) {
        return isOf(request, "health");
    }

    public static boolean isMetrics(HttpRequest<?> request) {
        return isOf(request, "prometheus");
    }

    private static boolean isOf(HttpRequest<?> request, String id) {
        return RouteAttributes.getRouteMatch(request)
                .flatMap(route -> route.getAnnotationMetadata().stringValue(ANNOTATION))
                .filter(id::equals)
                .isPresent();
    }
}
