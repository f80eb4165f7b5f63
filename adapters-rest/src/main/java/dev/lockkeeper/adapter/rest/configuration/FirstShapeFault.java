package dev.lockkeeper.adapter.rest.configuration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the first fault that reading a body meets: the one that is answered. */
final class FirstShapeFault {

    private @Nullable BodyFault first;

    void found(String expectedType, String key, String path) {
        if (first == null) {
            first = BodyFault.inElement(expectedType, key, path);
        }
    }

    Optional<BodyFault> get() {
        return Optional.ofNullable(first);
    }
}
