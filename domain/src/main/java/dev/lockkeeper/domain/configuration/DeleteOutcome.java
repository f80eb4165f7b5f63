package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.job.JobId;
import org.jspecify.annotations.Nullable;

/** What became of {@link Configurations#delete}. */
public sealed interface DeleteOutcome {

    /**
     * The configuration is gone.
     *
     * @param job what ends the rest of the module's locks, if there were more than end at once
     */
    record Deleted(@Nullable JobId job) implements DeleteOutcome {}

    /** There is no such configuration; nothing was changed. */
    record NoSuchConfiguration() implements DeleteOutcome {}
}
