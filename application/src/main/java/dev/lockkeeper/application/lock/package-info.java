/** Locking, showing, changing and unlocking a record, and finding locks. */
@NullMarked
package dev.lockkeeper.application.lock;

import org.jspecify.annotations.NullMarked;
