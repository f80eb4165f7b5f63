package dev.lockkeeper.domain.decision;

import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.lock.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What a decision rests on.
 *
 * @param revision every change up to this one is reflected
 * @param module null when there is no such module, or none whose records can be named
 * @param restrictions null when the module has no configuration
 * @param lock null when the record is not locked
 */
public record Facts(
        Revision revision,
        @Nullable CrmModule module,
        @Nullable Restrictions restrictions,
        @Nullable HeldLock lock,
        Actor actor) {}
