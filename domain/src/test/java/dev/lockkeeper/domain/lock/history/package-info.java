/** What many callers did to a record's lock at once, and whether one order of it explains what each was answered. */
@NullMarked
package dev.lockkeeper.domain.lock.history;

import org.jspecify.annotations.NullMarked;
