/** What a record lock is, who may end it, and the port that keeps it. */
@NullMarked
package dev.lockkeeper.domain.lock;

import org.jspecify.annotations.NullMarked;
