package dev.lockkeeper.domain.identity;

/** What became of an attempt to make or change a profile; only {@link Put} changed anything. */
public sealed interface PutProfileOutcome {

    record Put(Profile profile) implements PutProfileOutcome {}

    /** Nobody could administer any more. */
    record LastAdministrator() implements PutProfileOutcome {}
}
