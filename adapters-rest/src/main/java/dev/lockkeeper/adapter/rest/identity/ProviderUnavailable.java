package dev.lockkeeper.adapter.rest.identity;

/** The identity provider's keys cannot be had, so nobody can tell who is calling. */
final class ProviderUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderUnavailable(Throwable cause) {
        super("The identity provider's keys cannot be had", cause);
    }
}
