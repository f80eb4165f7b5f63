package dev.lockkeeper.domain;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Has tests of every module look at once for what they wait for, and fifty times a second, where Maven runs them. Of itself
 * Awaitility looks ten times a second, and not before the first tenth is over.
 */
public final class EagerWaiting implements BeforeAllCallback {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(BETWEEN_LOOKS);
    }
}
