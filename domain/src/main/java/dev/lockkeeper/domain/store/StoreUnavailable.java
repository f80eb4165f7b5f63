package dev.lockkeeper.domain.store;

/**
 * The store behind a driven port could not be reached, or did not answer in time. Only the edge can act on it: it tells
 * the caller to come again.
 */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is known of the step that was under way. */
    public enum Step {
        /** Nothing was changed. */
        NOT_TAKEN,
        /** It was sent, and no answer came: it may have been taken. */
        UNKNOWN
    }

    private final Step step;

    public StoreUnavailable(Step step, Throwable cause) {
        super("The store is unavailable; the step under way: " + step, cause);
        this.step = step;
    }

    public Step step() {
        return step;
    }
}
