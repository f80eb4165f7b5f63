package dev.lockkeeper.application.configuration;

import dev.lockkeeper.application.configuration.ConfigurationFault.ElementFault;
import dev.lockkeeper.application.configuration.ConfigurationFault.Limit;
import dev.lockkeeper.application.configuration.ConfigurationFault.OfElement;
import dev.lockkeeper.application.configuration.ConfigurationFault.TooMany;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the first fault of all that a review finds: the one that is answered. */
final class FirstFault {

    private @Nullable ConfigurationFault first;

    void found(ConfigurationFault fault) {
        if (first == null) {
            first = fault;
        }
    }

    void found(ElementFault fault, int index) {
        found(new OfElement(fault, index));
    }

    /** Whether {@code size} elements are within the limit, of which {@code taken} are taken. */
    boolean isWithin(Limit limit, int size, int taken) {
        if (size + taken > limit.most()) {
            found(new TooMany(limit, limit.most() - taken));
            return false;
        }
        return true;
    }

    Optional<ConfigurationFault> get() {
        return Optional.ofNullable(first);
    }
}
