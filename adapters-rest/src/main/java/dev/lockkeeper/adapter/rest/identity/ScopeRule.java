package dev.lockkeeper.adapter.rest.identity;

import dev.lockkeeper.application.catalog.FindModule;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.identity.Scope;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Lets a call through when its token has the scopes that the call declares with {@link RequiresScope}.
 *
 * <p>An address that nobody serves is let through to its 404, once there is a valid token. A call that declares nothing
 * is left to the rules of Micronaut's own endpoints, and refused when they do not know it either.
 */
@Singleton
final class ScopeRule implements SecurityRule<HttpRequest<?>> {

    private final FindModule findModule;

    ScopeRule(FindModule findModule) {
        this.findModule = findModule;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Publisher<SecurityRuleResult> check(
            @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
        return Mono.just(request == null ? SecurityRuleResult.REJECTED : judge(request, authentication));
    }

    private SecurityRuleResult judge(HttpRequest<?> request, @Nullable Authentication authentication) {
        Optional<RouteMatch<?>> route = RouteAttributes.getRouteMatch(request);
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
        Optional<String> word = scopeWord(route);
        return Arrays.stream(anyOf.split(" ", -1))
                .filter(scope -> word.isPresent() || !scope.contains(RequiresScope.MODULE))
                .map(scope -> scope.replace(RequiresScope.MODULE, word.orElse("")))
                .map(Scope::new)
                .anyMatch(granted::contains);
    }

    /** A module that does not exist has no word, so that only a scope for all modules learns of it. */
    private Optional<String> scopeWord(RouteMatch<?> route) {
        return Optional.ofNullable(route.getVariableValues().get("module"))
                .flatMap(module -> findModule.execute(module.toString()))
                .map(CrmModule::scopeWord);
    }
}
