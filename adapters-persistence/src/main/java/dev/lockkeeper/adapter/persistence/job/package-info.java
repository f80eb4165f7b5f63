/** Jobs on PostgreSQL, and the scheduler that has them worked off by one process at a time. */
@NullMarked
package dev.lockkeeper.adapter.persistence.job;

import org.jspecify.annotations.NullMarked;
