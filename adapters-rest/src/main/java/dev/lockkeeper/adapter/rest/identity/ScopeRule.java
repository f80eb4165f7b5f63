package dev.lockkeeper.adapter.rest.identity;

import dev.lockkeeper.application.catalog.FindScopeWord;
import dev.lockkeeper.domain.identity.Scope;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Lets a call through when its token has the scopes that the call declares with {@link RequiresScope}.
 *
 * <p>An address that nobody serves is let through to its 404, once there is a valid token. A call that declares {@link
 * OpenToAll} is let through without one. One that declares nothing is left to the rules of Micronaut's own endpoints, and
 * refused when they do not know it either.
 *
 * <p>It runs where {@link AccessTokenValidator} found the token, which may be the event loop; elsewhere where a module is
 * named that has to be asked for in the store.
 */
@Singleton
final class ScopeRule implements SecurityRule<HttpRequest<?>> {

    private static final String MODULE_VARIABLE = "module";

    private final FindScopeWord findScopeWord;
    private final Scheduler blocking;

    ScopeRule(FindScopeWord findScopeWord, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.findScopeWord = findScopeWord;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Publisher<SecurityRuleResult> check(
            @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
        if (request == null) {
            return Mono.just(SecurityRuleResult.REJECTED);
        }
        return isKnownModule(request)
                ? Mono.just(judge(request, authentication))
                : Mono.fromCallable(() -> judge(request, authentication)).subscribeOn(blocking);
    }

    /** Whether the store need not be asked for the module that the request names, if it names one. */
    private boolean isKnownModule(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .map(route -> route.getVariableValues().get(MODULE_VARIABLE))
                .map(Object::toString)
                .filter(module -> !findScopeWord.isKnown(module))
                .isEmpty();
    }

    private SecurityRuleResult judge(HttpRequest<?> request, @Nullable Authentication authentication) {
        Optional<RouteMatch<?>> route = RouteAttributes.getRouteMatch(request);
        if (route.isPresent() && route.get().getAnnotationMetadata().hasAnnotation(OpenToAll.class)) {
            return SecurityRuleResult.ALLOWED;
        }
        String[] required = route.map(match -> match.getAnnotationMetadata().stringValues(RequiresScope.class))
                .orElseGet(() -> new String[0]);
        if (route.isPresent() && required.length == 0) {
            return SecurityRuleResult.UNKNOWN;
        }
        if (!(authentication instanceof Caller caller)) {
            return SecurityRuleResult.REJECTED;
        }
        Set<Scope> granted = caller.grant().scopes();
        boolean satisfied = Arrays.stream(required).allMatch(anyOf -> isSatisfied(anyOf, granted, route.orElseThrow()));
        return satisfied ? SecurityRuleResult.ALLOWED : SecurityRuleResult.REJECTED;
    }

    private boolean isSatisfied(String anyOf, Set<Scope> granted, RouteMatch<?> route) {
        return Arrays.stream(anyOf.split(" ", -1))
                .anyMatch(scope -> scope.contains(RequiresScope.MODULE)
                        ? isGrantedForModule(scope, granted, route)
                        : granted.contains(new Scope(scope)));
    }

    /** A module that does not exist has no word, so that only a scope for all modules learns of it. */
    private boolean isGrantedForModule(String scope, Set<Scope> granted, RouteMatch<?> route) {
        return Optional.ofNullable(route.getVariableValues().get(MODULE_VARIABLE))
                .flatMap(module -> findScopeWord.execute(module.toString()))
                .map(word -> new Scope(scope.replace(RequiresScope.MODULE, word)))
                .filter(granted::contains)
                .isPresent();
    }
}
