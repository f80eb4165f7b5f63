package dev.lockkeeper.bootstrap.architecture.planted.adapter.rest.lock;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Vetoed;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

@Vetoed // Not a bean of the tests that start the service.
final class IsInjectedIntoFields {

    @Inject
    @Nullable
    Clock injected;

    @Value("1")
    int valued;

    @Property(name = "one")
    int configured;
}
