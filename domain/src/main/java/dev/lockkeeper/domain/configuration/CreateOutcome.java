package dev.lockkeeper.domain.configuration;

import dev.lockkeeper.domain.job.JobId;
import org.jspecify.annotations.Nullable;

/** What became of {@link Configurations#create}. */
public sealed interface CreateOutcome {

    /**
     * The configuration is in force.
     *
     * @param job what follows from it, if anything
     */
    record Created(ConfigurationId id, @Nullable JobId job) implements CreateOutcome {}

    /** The module has a configuration; nothing was changed. */
    record AlreadyConfigured() implements CreateOutcome {}

    /** A field that the policy uses has gone, or has got another type, since it was looked up; nothing was changed. */
    record Outdated() implements CreateOutcome {}

    /** Locks under an earlier configuration of the module are still being ended; nothing was changed. */
    record StillEnding() implements CreateOutcome {}
}
