package dev.lockkeeper.bootstrap.architecture.planted.application.lock;

public final class PlantedUseCase {

    /** A nested outcome that anybody may add to. */
    public interface Outcome {}

    /** As it should be. */
    public sealed interface SealedOutcome {}

    record Done() implements SealedOutcome {}

    /** As it should be, too. */
    public enum CountedOutcome {
        DONE
    }
}
