package dev.lockkeeper.domain.decision;

import org.jspecify.annotations.Nullable;

/**
 * Who is asked about, in the caller's words.
 *
 * @param id of a user, if one of this id is known here
 * @param portal whether it is called a customer in a portal; what is stored of a known user counts instead
 * @param profile id or name of its profile, for one who is not known; null when none was named
 */
public record Subject(String id, boolean portal, @Nullable String profile) {}
