package dev.lockkeeper.adapter.rest.identity;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;

/**
 * Lets the service start only when each of its calls declares who may make it: with {@link RequiresScope} or {@link
 * OpenToAll}. Micronaut's management endpoints declare it by means of their own.
 */
@Singleton
final class DeclaredAccess {

    private final Router router;

    DeclaredAccess(Router router) {
        this.router = router;
    }

    /** @throws IllegalStateException when a call declares nothing */
    @EventListener
    void check(StartupEvent event) {
        router.uriRoutes().forEach(DeclaredAccess::check);
    }

    private static void check(UriRouteInfo<?, ?> route) {
        AnnotationMetadata declared = route.getAnnotationMetadata();
        boolean takesScopes = declared.stringValues(RequiresScope.class).length > 0;
        boolean isOpen = declared.hasAnnotation(OpenToAll.class);
        if (takesScopes == isOpen && !declared.hasStereotype(EndpointRoute.ANNOTATION)) {
            throw new IllegalStateException("%s %s has to declare either @RequiresScope or @OpenToAll"
                    .formatted(route.getHttpMethodName(), route.getUriMatchTemplate()));
        }
    }
}
